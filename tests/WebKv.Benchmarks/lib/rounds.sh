# Cells and rounds. A series is the file of one cell's results, a line "VALUE CPU" per round, where
# CPU is the server's microseconds per operation ("-" where that means nothing).

declare -A CELL_COMMANDS=() CELL_SERVERS=()

# Warm-up rounds tell redis-benchmark the rates and let the just-in-time compilers finish: servers
# on .NET still gain speed after five seconds of load, by different amounts.

record() {
  mkdir -p "$WORK/series"
  printf '%s %s\n' "$2" "$3" >>"$WORK/series/$1"
}

# cell SERIES SERVERS COMMAND...: registers a measurement for run_rounds. SERVERS are the names of
# the processes that do the work, joined by commas; COMMAND prints "RATE OPERATIONS".
cell() {
  local series=$1
  CELL_SERVERS[$series]=$2
  shift 2
  printf -v "CELL_COMMANDS[$series]" '%q ' "$@"
}

# run_cell SERIES: sets RATE and CPU_US.
run_cell() {
  local names pids=() name before after result operations
  IFS=, read -r -a names <<<"${CELL_SERVERS[$1]}"
  for name in "${names[@]}"; do pids+=("${PIDS[$name]}"); done
  before=$(cpu_ms "${pids[@]}")
  result=$(eval "${CELL_COMMANDS[$1]}")
  after=$(cpu_ms "${pids[@]}")
  read -r RATE operations <<<"$result"
  CPU_US=$(awk -v ms=$((after - before)) -v n="$operations" 'BEGIN { printf "%.3f", ms * 1000 / n }')
}

# run_rounds: measures every registered cell once per round in a new order, then forgets them.
run_rounds() {
  local round series
  for ((round = 1 - WARMUP_ROUNDS; round <= ROUNDS; round++)); do
    if ((round > 0)); then say "round $round of $ROUNDS"; else say 'warming up'; fi
    while read -r series; do
      run_cell "$series"
      printf '   %-22s %14s /s %10s us\n' "$series" "$RATE" "$CPU_US" >&2
      if ((round > 0)); then record "$series" "$RATE" "$CPU_US"; fi
    done < <(shuf -e "${!CELL_COMMANDS[@]}")
  done
  CELL_COMMANDS=()
  CELL_SERVERS=()
}
