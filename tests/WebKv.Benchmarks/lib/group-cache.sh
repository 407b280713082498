# How often a cache hits: GET of keys by Zipf's law, SET of what is missing, with the same maxmemory on
# both servers, from an empty cache and counted after it has warmed up. The memory that is limited
# is what each server counts as used_memory: the data on WebKv, the whole heap of redis-server, some
# 1 MB of it without any data. So two things make a hit rate, how many keys fit and which ones are
# kept; the number of keys and the share of what the best choice of as many would hit tell them apart.

CACHE_KEYS=${CACHE_KEYS:-1000000}
CACHE_MEMORY=${CACHE_MEMORY:-$((CACHE_KEYS * 30))}
CACHE_EXPONENT=${CACHE_EXPONENT:-0.99}
CACHE_REQUESTS=${CACHE_REQUESTS:-2000000}
CACHE_RATE=${CACHE_RATE:-20000}
CACHE_ROUNDS=${CACHE_ROUNDS:-1}

# cache_field SERVER SECTION NAME: a number of its INFO.
cache_field() {
  local port=${1^^}_RESP
  redis-cli -p "${!port}" INFO "$2" | tr -d '\r' |
    awk -F: -v name="$3" '$1 == name { print $2; found = 1 } END { exit !found }'
}

# cache_round POLICY SEED: both servers at once, which makes no difference at this pace.
cache_round() {
  local policy=$1 seed=$2 server port
  start_webkv "--WebKv:Memory:Max=$CACHE_MEMORY" "--WebKv:Memory:Policy=$policy"
  start_redis --maxmemory "$CACHE_MEMORY" --maxmemory-policy "$policy"
  for server in webkv redis; do
    port=${server^^}_RESP
    start "cache_$server" dotnet "$LOADER_DLL" cache "${!port}" "$CACHE_KEYS" "$CACHE_EXPONENT" "$seed" \
      "$CACHE_RATE" "$CACHE_REQUESTS" "$CACHE_REQUESTS"
  done
  for server in webkv redis; do
    wait "${PIDS[cache_$server]}" || { cat "$WORK/cache_$server.log" >&2; die "the load on the $server cache failed"; }
    unset "PIDS[cache_$server]"
    record_cache "$policy" "$server" "$(<"$WORK/cache_$server.log")"
    stop "$server"
  done
}

# record_cache POLICY SERVER HIT_RATE
record_cache() {
  local policy=$1 server=$2 rate=$3 port=${2^^}_RESP keys best memory
  [[ $(cache_field "$server" stats evicted_keys) != 0 ]] || die "$server has evicted nothing: lower CACHE_MEMORY"
  keys=$(redis-cli -p "${!port}" DBSIZE)
  memory=$(cache_field "$server" memory used_memory)
  best=$(loader best-cache "$CACHE_KEYS" "$CACHE_EXPONENT" "$keys")
  record "cache.$policy.$server" "$(awk -v r="$rate" 'BEGIN { printf "%.2f", r * 100 }')" -
  record "cache.share.$policy.$server" "$(awk -v r="$rate" -v b="$best" 'BEGIN { printf "%.1f", r * 100 / b }')" -
  record "cache.keys.$policy.$server" "$keys" -
  record "cache.memory.$policy.$server" "$memory" -
  printf '   %-22s hit rate %s, %s keys, %s bytes\n' "$policy.$server" "$rate" "$keys" "$memory" >&2
}

group_cache() {
  local round policy policies=(allkeys-lru allkeys-lfu)
  for ((round = 1; round <= CACHE_ROUNDS; round++)); do
    say "round $round of $CACHE_ROUNDS"
    for policy in "${policies[@]}"; do cache_round "$policy" "$round"; done
  done

  for policy in "${policies[@]}"; do
    row "hit rate, $policy, maxmemory $CACHE_MEMORY" "cache.$policy".{webkv,redis} redis-server '>= 1.00x' %
    row 'the same, as a share of what the best choice of as many keys would hit' \
      "cache.share.$policy".{webkv,redis} redis-server '' %
    row "keys held, of $CACHE_KEYS" "cache.keys.$policy".{webkv,redis} redis-server '' keys
    row 'used_memory then' "cache.memory.$policy".{webkv,redis} redis-server '' B
  done
  note "The cache: keys of 16 B by Zipf's law with exponent $CACHE_EXPONENT, values of 100 B, $CACHE_RATE requests a" \
    "second, $CACHE_REQUESTS counted after as many to warm up, on both servers the same in the same order," \
    "in $CACHE_ROUNDS round(s)."
}
