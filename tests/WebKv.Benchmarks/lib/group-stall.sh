# What a command on a big set does to everybody else: a paced open loop of GETs on other keys (see
# PacedGets of the loader), while a set of STALL_MEMBERS is read in a union with another of that
# size which shares half of it, the union is stored, one set is deleted and the other expires.
# Each server in a fresh process, in turn, so that neither has to share the memory and the cores.

STALL_MEMBERS=${STALL_MEMBERS:-10000000}
STALL_ROUNDS=${STALL_ROUNDS:-3}
STALL_KEYS=100000
STALL_RATE=${STALL_RATE:-2000}
STALL_FIGURES=(p50 p99 p999 max count took)

# In this order one filling serves all events. Nothing happens in the first: what the machine itself does.
STALL_EVENTS=(quiet union store delete expire)
declare -A STALL_COMMANDS=([quiet]=PING [union]='SUNION big other' [store]='SUNIONSTORE both big other'
  [delete]='DEL big' [expire]='PEXPIRE other 1')
declare -A STALL_TITLES=([quiet]='nothing else happens' [union]="SUNION reads two sets of $STALL_MEMBERS"
  [store]="SUNIONSTORE unites two sets of $STALL_MEMBERS" [delete]="DEL removes a set of $STALL_MEMBERS"
  [expire]="a set of $STALL_MEMBERS expires")

# stall_of SERVER
stall_of() {
  local server=$1 port=${1^^}_RESP event results i
  "start_$server"
  port=${!port}
  load_keys "$port" "$STALL_KEYS"
  loader fill "$port" set big "$STALL_MEMBERS" >/dev/null
  loader fill "$port" set other "$STALL_MEMBERS" $((STALL_MEMBERS / 2)) >/dev/null
  sleep "$SETTLE_SECONDS"
  for event in "${STALL_EVENTS[@]}"; do
    # shellcheck disable=SC2086
    results=$(loader stall "$port" "$STALL_KEYS" "$STALL_RATE" ${STALL_COMMANDS[$event]})
    read -r -a results <<<"$results"
    printf '   %-22s p50 %s p99 %s p99.9 %s max %s ms, %s GETs, took %s ms\n' "$event.$server" "${results[@]}" >&2
    for i in "${!STALL_FIGURES[@]}"; do record "stall.${STALL_FIGURES[i]}.$event.$server" "${results[i]}" -; done
  done
  # One key more than the strings: the union. Everything else is gone.
  [[ $(redis-cli -p "$port" DBSIZE) == $((STALL_KEYS + 1)) ]] || die "$server still holds what was deleted"
  [[ $(redis-cli -p "$port" SCARD both) == $((STALL_MEMBERS + STALL_MEMBERS / 2)) ]] || die "$server united wrongly"
  stop "$server"
}

# stall_figures EVENT SERVER: its medians as a sentence's part.
stall_figures() {
  local figure values=()
  for figure in p50 p99 max took; do values+=("$(column "stall.$figure.$1.$2" 1 | median)"); done
  printf 'p50 %s, p99 %s, max %s ms in %s ms' "${values[@]}"
}

group_stall() {
  local round server event target
  for ((round = 1; round <= STALL_ROUNDS; round++)); do
    say "round $round of $STALL_ROUNDS"
    while read -r server; do stall_of "$server"; done < <(shuf -e webkv redis)
  done

  for event in "${STALL_EVENTS[@]}"; do
    target='<= 5'
    if [[ $event == quiet ]]; then target=''; fi
    row "p99.9 of GETs of other keys while ${STALL_TITLES[$event]}" \
      "stall.p999.$event".{webkv,redis} redis-server "$target" ms
    note "GETs while ${STALL_TITLES[$event]}: WebKv $(stall_figures "$event" webkv); redis-server" \
      "$(stall_figures "$event" redis)."
  done
  note "The GETs above: $STALL_RATE a second, each timed from when it was due, from just before the event until it" \
    "is wholly done and a second more, three seconds at least; medians of $STALL_ROUNDS rounds, redis-server with" \
    "its default lazyfree settings."
}
