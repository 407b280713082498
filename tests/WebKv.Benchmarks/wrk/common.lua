-- Requests over random records of the data set (key:000000000123). A thousand are encoded before
-- the start and sent in turn, so the generator spends next to nothing on each.
local prefix = os.getenv("PREFIX")
local suffix = os.getenv("SUFFIX")
local keys = tonumber(os.getenv("KEYS"))
local value = string.rep("0123456789abcdef", 2)
local binary = { ["Content-Type"] = "application/octet-stream" }

local function path()
  return string.format("%skey:%012d%s", prefix, math.random(0, keys - 1), suffix)
end

local function get()
  return wrk.format("GET", path())
end

local function put()
  return wrk.format("PUT", path(), binary, value)
end

-- Sends the requests of the given kinds in turn.
local function send(...)
  local kinds = { ... }
  local requests = {}
  local at = 0

  function init()
    math.randomseed(1)
    for i = 1, 1000 do
      requests[i] = kinds[(i - 1) % #kinds + 1]()
    end
  end

  function request()
    at = at % #requests + 1
    return requests[at]
  end
end

return { get = get, put = put, send = send }
