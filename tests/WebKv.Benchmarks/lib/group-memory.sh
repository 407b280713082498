# What a key of 16 bytes with a value of 32 costs: how much the memory of a process grows while the
# keys are loaded, divided by their number. The first WARM_KEYS are not counted: with them come
# buffers, threads and compiled code, which a process needs however much it holds.

WARM_KEYS=20000

memory_of() {
  local server=$1 port=${1^^}_RESP before after pid
  "start_$server"
  pid=${PIDS[$server]}
  load_keys "${!port}" "$WARM_KEYS"
  sleep "$SETTLE_SECONDS"
  before=$(rss_bytes "$pid")
  load_keys "${!port}" "$MEMORY_KEYS"
  sleep "$SETTLE_SECONDS"
  after=$(rss_bytes "$pid")
  stop "$server"
  BYTES_PER_KEY=$(awk -v a="$after" -v b="$before" -v n="$((MEMORY_KEYS - WARM_KEYS))" 'BEGIN { printf "%.1f", (a - b) / n }')
}

group_memory() {
  local round server
  for ((round = 1; round <= ROUNDS; round++)); do
    say "round $round of $ROUNDS"
    while read -r server; do
      memory_of "$server"
      record "memory.$server" "$BYTES_PER_KEY" -
      printf '   %-22s %14s B/key\n' "$server" "$BYTES_PER_KEY" >&2
    done < <(shuf -e webkv redis)
  done
  row "memory of $MEMORY_KEYS keys, 16 B + 32 B" memory.webkv memory.redis redis-server '<= 0.55x' B/key
  row 'the same' memory.webkv '' '' '<= 82' B/key
}
