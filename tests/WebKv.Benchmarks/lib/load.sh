# The load generators. Each measuring function prints "RATE OPERATIONS" and dies when an answer is
# not what a working server gives: a fast error must not count as a fast server.

# Memory is read after a pause, when pages that a load only borrowed have gone back.
SETTLE_SECONDS=2

loader() { dotnet "$LOADER_DLL" "$@"; }

# load_keys PORT KEYS: sets records 0..KEYS-1 and checks that the server holds exactly those.
load_keys() {
  local size
  loader load "$1" "$2" >/dev/null
  size=$(redis-cli -p "$1" DBSIZE)
  [[ $size == "$2" ]] || die "port $1 holds $size keys after loading $2"
}

# call_time PORT COMMAND: microseconds inside of a call since the last CONFIG RESETSTAT, as the server counts them.
call_time() {
  redis-cli -p "$1" INFO commandstats | tr -d '\r' | awk -F'[=,:]' -v name="cmdstat_$2" '
    $1 == name { for (i = 2; i < NF; i++) value[$i] = $(i + 1) }
    END { if (!value["calls"]) exit 1; printf "%.3f", value["usec"] / value["calls"] }' ||
    die "port $1 has counted no $2"
}

# resp_load SERIES PORT get|set DEPTH: redis-benchmark with 50 clients. It takes a number of
# requests, not a time, so the number follows the rate of the round before.
resp_load() {
  local series=$1 port=$2 command=$3 depth=$4 requests rate
  local memory=$WORK/requests.$series
  requests=$(cat "$memory" 2>/dev/null || printf '%d' $((depth * 10000)))
  rate=$(redis-benchmark -h 127.0.0.1 -p "$port" -c 50 -P "$depth" -n "$requests" -r "$KEYSPACE" \
    -d 32 -t "$command" --csv 2>"$WORK/redis-benchmark.log" |
    awk -F'"' -v name="${command^^}" '$2 == name { print $4 }')
  [[ -n $rate ]] || { cat "$WORK/redis-benchmark.log" >&2; die "redis-benchmark failed on $series"; }
  awk -v rate="$rate" -v time="$CELL_SECONDS" 'BEGIN { printf "%d", rate * time + 1000 }' >"$memory"
  printf '%s %s\n' "$rate" "$requests"
}

# http_load SCRIPT PORT PREFIX SUFFIX SECONDS CONNECTIONS: wrk with one of the scripts beside this
# one; a request's path is PREFIX key SUFFIX.
http_load() {
  local out=$WORK/wrk.$1.$2.log
  SCRIPTS=$HERE/wrk KEYS=$KEYSPACE PREFIX=$3 SUFFIX=$4 \
    wrk -t1 "-c$6" "-d${5}s" -s "$HERE/wrk/$1.lua" "http://127.0.0.1:$2" >"$out" 2>&1 ||
    { cat "$out" >&2; die "wrk $1 failed on port $2"; }
  if grep -qE 'Non-2xx|Socket errors' "$out"; then
    cat "$out" >&2
    die "wrk $1 got errors from port $2"
  fi
  awk '/requests in/ { total = $1 } /^Requests\/sec/ { rate = $2 } END { print rate, total }' "$out"
}

# http_body PORT PATH: one GET, headers stripped.
http_body() {
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
  tr -d '\r' <&3 | sed '1,/^$/d'
  exec 3>&-
}

GRPC_HEADERS=(-H 'content-type: application/grpc' -H 'te: trailers')

# grpc_call PORT PATH BODY: succeeds if one call ends with status OK; the answer is in nghttp.log.
grpc_call() {
  nghttp -v -d "$3" "${GRPC_HEADERS[@]}" "http://127.0.0.1:$1/$2" >"$WORK/nghttp.log" 2>&1
  grep -qaE 'grpc-status: 0$' "$WORK/nghttp.log"
}

# grpc_load PORT PATH BODY CONNECTIONS STREAMS REPLY_BYTES: h2load posting the same body over and
# over. A failed call has HTTP status 200 as well, but no message, so the bytes of the answers
# are checked: at least REPLY_BYTES each.
grpc_load() {
  local out=$WORK/h2load.$(basename "$2").log
  h2load -t1 "-c$4" "-m$5" "-D$CELL_SECONDS" -d "$3" "${GRPC_HEADERS[@]}" "http://127.0.0.1:$1/$2" >"$out" 2>&1 ||
    { cat "$out" >&2; die "h2load failed on $2"; }
  awk -v least="$6" '
    /^finished in/ { rate = $4 }
    /^requests:/ { done = $8; bad = $10 + $12 }
    /^traffic:/ { gsub(/[()]/, ""); data = $(NF - 1) }
    END { if (done == 0 || bad > 0 || data < done * least) exit 1; print rate, done }' "$out" ||
    { cat "$out" >&2; die "$2 did not answer as it should"; }
}
