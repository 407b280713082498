# Processes and ports: everything that is started here is stopped by its id when the script ends,
# however it ends, and leaves nothing behind but its report.

WORK=$(mktemp -d)
declare -A PIDS=()
NEXT_PORT=24100

say() { printf '== %s\n' "$*" >&2; }

die() {
  printf 'compare.sh: %s\n' "$*" >&2
  exit 1
}

# start NAME COMMAND...: runs a server in the background, its output in $WORK/NAME.log.
start() {
  local name=$1
  shift
  "$@" >"$WORK/$name.log" 2>&1 </dev/null &
  PIDS[$name]=$!
}

stop() {
  local pid=${PIDS[$1]}
  unset "PIDS[$1]"
  kill "$pid" 2>/dev/null || true
  # A server gets ten seconds to leave; none has data that anyone wants.
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -9 "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

stop_all() {
  local name
  for name in "${!PIDS[@]}"; do stop "$name"; done
}

cleanup() {
  local status=$?
  # Command substitutions inherit no trap, but a subshell that did must not stop the servers.
  if ((BASHPID != $$)); then return; fi
  trap - EXIT
  stop_all
  rm -rf "$WORK"
  exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

accepts() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# take_port VARIABLE: puts the next port into it that nothing listens on.
take_port() {
  while accepts "$NEXT_PORT"; do NEXT_PORT=$((NEXT_PORT + 1)); done
  printf -v "$1" '%d' "$NEXT_PORT"
  NEXT_PORT=$((NEXT_PORT + 1))
}

# wait_until NAME COMMAND...: polls until the command succeeds, for at most 30 seconds, and gives
# up at once, with the end of its log, when the server NAME has died.
wait_until() {
  local name=$1 tries
  shift
  for ((tries = 0; tries < 300; tries++)); do
    if "$@" >/dev/null 2>&1; then return; fi
    if ! kill -0 "${PIDS[$name]}" 2>/dev/null; then break; fi
    sleep 0.1
  done
  tail -n 20 "$WORK/$name.log" >&2
  die "$name is not ready"
}

# cpu_ms PID...: CPU time these processes have used so far, their threads included.
cpu_ms() {
  local pid stat ticks=0 fields
  for pid in "$@"; do
    stat=$(<"/proc/$pid/stat")
    # The name in parentheses may hold spaces; utime and stime are the 12th and 13th field after it.
    read -r -a fields <<<"${stat##*) }"
    ticks=$((ticks + fields[11] + fields[12]))
  done
  printf '%d' $((ticks * 1000 / $(getconf CLK_TCK)))
}

# rss_bytes PID: memory of the process that is in RAM.
rss_bytes() { awk '/^VmRSS:/ { print $2 * 1024 }' "/proc/$1/status"; }
