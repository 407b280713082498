# The structures at a million members, 50 clients, pipeline 16, beside redis-server: throughput, and
# the time that each server itself says to have spent inside of a call (INFO commandstats).

STRUCTURE_MEMBERS=${STRUCTURE_MEMBERS:-1000000}
SUBSCRIBERS=10

# structure_load SERIES PORT COMMAND...: redis-benchmark with any command; __rand_int__ in it is a
# number below STRUCTURE_MEMBERS. Prints "RATE OPERATIONS".
structure_load() {
  local series=$1 port=$2 requests rate
  shift 2
  requests=$(cat "$WORK/requests.$series" 2>/dev/null || printf 100000)
  rate=$(redis-benchmark -h 127.0.0.1 -p "$port" -c 50 -P 16 -n "$requests" -r "$STRUCTURE_MEMBERS" --csv \
    "$@" 2>"$WORK/redis-benchmark.log" | awk -F'","' 'NR > 1 { rate = $2 } END { print rate }')
  [[ -n $rate ]] || { cat "$WORK/redis-benchmark.log" >&2; die "redis-benchmark failed on $series"; }
  awk -v rate="$rate" -v time="$CELL_SECONDS" 'BEGIN { printf "%d", rate * time + 1000 }' >"$WORK/requests.$series"
  printf '%s %s\n' "$rate" "$requests"
}

# As many pushes as pops, so that the list keeps its length. Prints the rate of both together.
push_pop_load() {
  local series=$1 port=$2 pushed popped
  cp "$WORK/requests.$series" "$WORK/requests.$series.push" 2>/dev/null || true
  cp "$WORK/requests.$series" "$WORK/requests.$series.pop" 2>/dev/null || true
  pushed=$(structure_load "$series.push" "$port" LPUSH list element:__rand_int__)
  popped=$(structure_load "$series.pop" "$port" RPOP list)
  awk -v push="$pushed" -v pop="$popped" -v file="$WORK/requests.$series" -v time="$CELL_SECONDS" 'BEGIN {
    split(push, a, " "); split(pop, b, " ")
    rate = 2 / (1 / a[1] + 1 / b[1])
    printf "%d", rate * time / 2 + 1000 >file
    print rate, a[2] + b[2] }'
}

group_load() { loader group "$1" stream "$STRUCTURE_MEMBERS" "$CELL_SECONDS" 50 16; }

publish_load() {
  local series=$1 port=$2 result subscribers
  result=$(structure_load "$series" "$port" PUBLISH channel message:__rand_int__)
  subscribers=$(redis-cli -p "$port" PUBSUB NUMSUB channel | tail -n 1)
  [[ $subscribers == "$SUBSCRIBERS" ]] || die "port $port lost subscribers: $subscribers are left"
  printf '%s\n' "$result"
}

fill_structures() {
  local type
  for type in list set zset hash stream; do
    loader fill "$1" "$type" "$type" "$STRUCTURE_MEMBERS" >/dev/null
  done
  # shellcheck disable=SC2046
  redis-cli -p "$1" HSET small $(for i in $(seq 20); do printf 'field%s value%s ' "$i" "$i"; done) >/dev/null
}

# structure_cells NAME COMMAND...: one cell per server.
STRUCTURE_CELLS=()
structure_cells() {
  local name=$1 server port
  shift
  STRUCTURE_CELLS+=("$name")
  for server in webkv redis; do
    port=${server^^}_RESP
    cell "structures.$name.$server" "$server" structure_load "structures.$name.$server" "${!port}" "$@"
  done
}

group_structures() {
  local server port name command middle=$((STRUCTURE_MEMBERS / 2))
  start_webkv
  start_redis
  for server in webkv redis; do
    port=${server^^}_RESP
    say "filling $server"
    fill_structures "${!port}"
    start "subscribers_$server" loader subscribe "${!port}" channel "$SUBSCRIBERS"
    cell "structures.push_pop.$server" "$server" push_pop_load "structures.push_pop.$server" "${!port}"
    cell "structures.group.$server" "$server" group_load "${!port}"
    cell "structures.publish.$server" "$server" publish_load "structures.publish.$server" "${!port}"
  done
  STRUCTURE_CELLS=(push_pop group publish)

  structure_cells lrange LRANGE list "$middle" $((middle + 99))
  structure_cells sadd SADD set:new member:__rand_int__
  structure_cells sismember SISMEMBER set key:__rand_int__
  structure_cells zadd ZADD zset:new __rand_int__ member:__rand_int__
  structure_cells zrange_rank ZRANGE zset "$middle" $((middle + 99))
  structure_cells zrange_score ZRANGE zset "$middle" $((middle + 99)) BYSCORE
  structure_cells zrank ZRANK zset key:__rand_int__
  structure_cells hset HSET hash:new field:__rand_int__ value:__rand_int__
  structure_cells hgetall HGETALL small
  structure_cells xadd XADD stream:new MAXLEN '~' "$STRUCTURE_MEMBERS" '*' field value:__rand_int__
  structure_cells incr INCR counter:__rand_int__
  # shellcheck disable=SC2046
  structure_cells mset10 MSET $(for i in $(seq 10); do printf 'mset%s:__rand_int__ value ' "$i"; done)
  for port in "$WEBKV_RESP" "$REDIS_RESP"; do redis-cli -p "$port" CONFIG RESETSTAT >/dev/null; done
  run_rounds

  row 'LPUSH and RPOP, list of a million' structures.push_pop.{webkv,redis} redis-server '>= 1.30x'
  row 'LRANGE of 100 in its middle' structures.lrange.{webkv,redis} redis-server '>= 1.30x'
  row 'SADD' structures.sadd.{webkv,redis} redis-server '>= 1.30x'
  row 'SISMEMBER, set of a million' structures.sismember.{webkv,redis} redis-server '>= 1.30x'
  row 'ZADD' structures.zadd.{webkv,redis} redis-server '>= 1.30x'
  row 'ZRANGE by rank of 100, sorted set of a million' structures.zrange_rank.{webkv,redis} redis-server '>= 1.30x'
  row 'ZRANGE by score of 100' structures.zrange_score.{webkv,redis} redis-server '>= 1.30x'
  row 'ZRANK' structures.zrank.{webkv,redis} redis-server '>= 1.30x'
  row 'HSET' structures.hset.{webkv,redis} redis-server '>= 1.30x'
  row 'HGETALL of 20 fields' structures.hgetall.{webkv,redis} redis-server '>= 1.30x'
  row 'XADD' structures.xadd.{webkv,redis} redis-server '>= 1.30x'
  row 'XREADGROUP and XACK' structures.group.{webkv,redis} redis-server '>= 1.30x'
  row 'INCR' structures.incr.{webkv,redis} redis-server '>= 1.30x'
  row 'MSET of 10' structures.mset10.{webkv,redis} redis-server '>= 1.30x'
  row "PUBLISH to $SUBSCRIBERS subscribers" structures.publish.{webkv,redis} redis-server '>= 1.30x'
  for command in zadd zrange zrank; do
    for server in webkv redis; do
      port=${server^^}_RESP
      record "structures.time.$command.$server" "$(call_time "${!port}" "$command")" -
    done
    row "${command^^}, time inside of a call" "structures.time.$command".{webkv,redis} redis-server '<= 0.50x' us
  done
}
