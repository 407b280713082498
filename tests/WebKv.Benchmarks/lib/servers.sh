# One function per server: it starts it on loopback ports of its own, sets the variables with
# those ports and returns when it answers. Persistence is off everywhere. WebKv and redis-server take
# further settings as arguments.

# The floors get the young-generation budget that WebKv sets for itself (64 MB, in hex), or their
# garbage collector would be a handicap that flatters WebKv.
FLOOR_GEN0_SIZE=4000000

ping() { [[ $(redis-cli -p "$1" PING) == PONG ]]; }

start_webkv() {
  take_port WEBKV_HTTP
  take_port WEBKV_GRPC
  take_port WEBKV_RESP
  # From the root of the repository, where its settings file is, as `dotnet run` starts it.
  start webkv env -C "$ROOT" dotnet "$WEBKV_DLL" "--WebKv:Http:Port=$WEBKV_HTTP" "--WebKv:Grpc:Port=$WEBKV_GRPC" \
    "--WebKv:Resp:Port=$WEBKV_RESP" "--WebKv:DataDirectory=$(mktemp -d -p "$WORK")" "$@"
  wait_until webkv ping "$WEBKV_RESP"
  wait_until webkv accepts "$WEBKV_HTTP"
  wait_until webkv accepts "$WEBKV_GRPC"
}

start_redis() {
  take_port REDIS_RESP
  start redis redis-server --port "$REDIS_RESP" --bind 127.0.0.1 --save '' --appendonly no --dir "$WORK" "$@"
  wait_until redis ping "$REDIS_RESP"
}

start_garnet() {
  take_port GARNET_RESP
  # Its default log of 16 GB does not fit every machine; the keys here need a fraction of 2 GB.
  start garnet "$GARNET_DIRECTORY/garnet-server" --port "$GARNET_RESP" --bind 127.0.0.1 --memory 2g
  wait_until garnet ping "$GARNET_RESP"
}

# webdis in front of the redis-server that start_redis started.
start_webdis() {
  take_port WEBDIS_HTTP
  cat >"$WORK/webdis.json" <<JSON
{
  "redis_host": "127.0.0.1", "redis_port": $REDIS_RESP, "redis_auth": null,
  "http_host": "127.0.0.1", "http_port": $WEBDIS_HTTP,
  "threads": 2, "daemonize": false, "database": 0, "verbosity": 0, "logfile": "/dev/null"
}
JSON
  start webdis webdis "$WORK/webdis.json"
  wait_until webdis accepts "$WEBDIS_HTTP"
}

start_empty_http() {
  take_port EMPTY_HTTP
  start empty_http env "DOTNET_GCgen0size=$FLOOR_GEN0_SIZE" \
    dotnet "$EMPTY_HTTP_DLL" --urls "http://127.0.0.1:$EMPTY_HTTP"
  wait_until empty_http accepts "$EMPTY_HTTP"
}

start_empty_grpc() {
  take_port EMPTY_GRPC
  start empty_grpc env "DOTNET_GCgen0size=$FLOOR_GEN0_SIZE" dotnet "$EMPTY_GRPC_DLL" --port "$EMPTY_GRPC"
  wait_until empty_grpc accepts "$EMPTY_GRPC"
}

start_etcd() {
  local peer
  take_port ETCD_GRPC
  take_port peer
  start etcd etcd --name bench --data-dir "$WORK/etcd" --logger zap --log-level error \
    --listen-client-urls "http://127.0.0.1:$ETCD_GRPC" --advertise-client-urls "http://127.0.0.1:$ETCD_GRPC" \
    --listen-peer-urls "http://127.0.0.1:$peer" --initial-advertise-peer-urls "http://127.0.0.1:$peer" \
    --initial-cluster "bench=http://127.0.0.1:$peer"
  wait_until etcd accepts "$ETCD_GRPC"
}
