# What an element of one big structure costs: how much the memory of a process grows while the
# structure is filled, divided by the number of elements. One of WARM_MEMBERS elements is filled
# before, for what a process needs however much it holds.

WARM_MEMBERS=20000

STRUCTURE_MEMORY_MEMBERS=${STRUCTURE_MEMORY_MEMBERS:-1000000}
MEMORY_ROUNDS=3

structure_memory_of() {
  local server=$1 type=$2 port=${1^^}_RESP before after pid
  "start_$server"
  pid=${PIDS[$server]}
  loader fill "${!port}" "$type" warm "$WARM_MEMBERS" >/dev/null
  sleep "$SETTLE_SECONDS"
  before=$(rss_bytes "$pid")
  loader fill "${!port}" "$type" big "$STRUCTURE_MEMORY_MEMBERS" >/dev/null
  sleep "$SETTLE_SECONDS"
  after=$(rss_bytes "$pid")
  stop "$server"
  record "memory.$type.$server" \
    "$(awk -v a="$after" -v b="$before" -v n="$STRUCTURE_MEMORY_MEMBERS" 'BEGIN { printf "%.1f", (a - b) / n }')" -
}

group_structure-memory() {
  local round server type
  for ((round = 1; round <= MEMORY_ROUNDS; round++)); do
    say "round $round of $MEMORY_ROUNDS"
    for type in list set zset hash stream; do
      for server in webkv redis; do structure_memory_of "$server" "$type"; done
    done
  done
  row "memory of a list of $STRUCTURE_MEMORY_MEMBERS, 32 B" memory.list.{webkv,redis} redis-server '<= 0.80x' B/element
  row 'of a set, 16 B' memory.set.{webkv,redis} redis-server '<= 0.80x' B/element
  row 'of a sorted set, 16 B' memory.zset.{webkv,redis} redis-server '<= 0.80x' B/element
  row 'of a hash, 16 B + 32 B' memory.hash.{webkv,redis} redis-server '<= 0.80x' B/element
  row 'of a stream, one field of 32 B' memory.stream.{webkv,redis} redis-server '<= 0.80x' B/element
}
