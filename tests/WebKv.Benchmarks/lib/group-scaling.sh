# What the size of a sorted set costs: the rank of a member, ten members by rank and ten by score, at
# random places of sets of three sizes, 50 connections, pipeline 16. A logarithm hardly grows; what
# grows too is the number of cache lines that no cache holds any more, on both servers alike.

SCALING_MEMBERS=${SCALING_MEMBERS:-10000000}
SCALING_SIZES=(1000 100000 "$SCALING_MEMBERS")
SCALING_READS=(rank by-rank by-score)

declare -A SCALING_COMMANDS=([rank]=zrank [by-rank]=zrange [by-score]=zrange)
declare -A SCALING_TITLES=([rank]=ZRANK [by-rank]='ZRANGE by rank of 10' [by-score]='ZRANGE by score of 10')

# scaling_load READ.SIZE.SERVER: one measurement, and aside the time that the server itself counts.
scaling_load() {
  local series=$1 read size server port time
  IFS=. read -r read size server <<<"$series"
  port=${server^^}_RESP
  redis-cli -p "${!port}" CONFIG RESETSTAT >/dev/null
  loader ranks "${!port}" "zset:$size" "$size" "$read" "$CELL_SECONDS" 50 16
  time=$(call_time "${!port}" "${SCALING_COMMANDS[$read]}")
  printf '%s\n' "$time" >>"$WORK/call-times.$series"
}

fill_scaling() {
  local size length
  for size in "${SCALING_SIZES[@]}"; do
    loader fill "$1" zset "zset:$size" "$size" >/dev/null
    length=$(redis-cli -p "$1" ZCARD "zset:$size")
    [[ $length == "$size" ]] || die "port $1 holds $length members after filling $size"
  done
}

group_scaling() {
  local read size server port series time growth
  start_webkv
  start_redis
  for server in webkv redis; do
    say "filling $server"
    port=${server^^}_RESP
    fill_scaling "${!port}"
    for read in "${SCALING_READS[@]}"; do
      for size in "${SCALING_SIZES[@]}"; do
        cell "scaling.$read.$size.$server" "$server" scaling_load "$read.$size.$server"
      done
    done
  done
  run_rounds

  for read in "${SCALING_READS[@]}"; do
    for size in "${SCALING_SIZES[@]}"; do
      for server in webkv redis; do
        series=$read.$size.$server
        # The warm-up rounds came first.
        for time in $(tail -n "$ROUNDS" "$WORK/call-times.$series"); do
          record "scaling.time.$series" "$time" -
        done
      done
      row "${SCALING_TITLES[$read]}, sorted set of $size" "scaling.$read.$size".{webkv,redis} redis-server ''
      row 'the same, time inside of a call' "scaling.time.$read.$size".{webkv,redis} redis-server '' us
    done

    growth=()
    for server in webkv redis; do
      for size in "${SCALING_SIZES[0]}" "$SCALING_MEMBERS"; do
        growth+=("$(column "scaling.time.$read.$size.$server" 1 | median)")
      done
    done
    note "${SCALING_TITLES[$read]}: from ${SCALING_SIZES[0]} to $SCALING_MEMBERS members the time inside of a call" \
      "grows $(awk -v a="${growth[0]}" -v b="${growth[1]}" -v c="${growth[2]}" -v d="${growth[3]}" \
        'BEGIN { printf "%.1f times on WebKv, %.1f times on redis-server", b / a, d / c }')."
  done
}
