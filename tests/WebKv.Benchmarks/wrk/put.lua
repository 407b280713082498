package.path = os.getenv("SCRIPTS") .. "/?.lua;" .. package.path
local load = require("common")
load.send(load.put)
