# Garbage collection with many keys in memory, while both halves of the load, reads and writes,
# come in by RESP and by REST: the latter makes the garbage. The server tells its pauses itself.

# gc_field NAME: a number from the gc section of INFO.
gc_field() {
  local value
  value=$(redis-cli -p "$WEBKV_RESP" INFO gc | tr -d '\r' | awk -F: -v name="$1" '$1 == name { print $2 }')
  [[ -n $value ]] || die "INFO gc of the server has no $1"
  printf '%s' "$value"
}

group_gc() {
  local before after started elapsed name rest counts=()
  start_webkv
  say "loading $GC_KEYS keys"
  load_keys "$WEBKV_RESP" "$GC_KEYS"

  say "$GC_SECONDS s of load"
  local -A collections=()
  for name in gen0 gen1 gen2; do collections[$name]=$(gc_field "gc_$name"); done
  before=$(gc_field gc_pause_total_ms)
  started=$EPOCHREALTIME
  start resp_load dotnet "$LOADER_DLL" mixed "$WEBKV_RESP" "$GC_KEYS" "$GC_SECONDS" 25 16
  rest=$(KEYSPACE=$GC_KEYS http_load mixed "$WEBKV_HTTP" /v1/strings/ '' "$GC_SECONDS" 10)
  wait "${PIDS[resp_load]}" || { cat "$WORK/resp_load.log" >&2; die 'the RESP load failed'; }
  unset 'PIDS[resp_load]'
  elapsed=$(awk -v a="$started" -v b="$EPOCHREALTIME" 'BEGIN { print (b - a) * 1000 }')
  after=$(gc_field gc_pause_total_ms)

  record gc.share "$(awk -v a="$after" -v b="$before" -v t="$elapsed" 'BEGIN { printf "%.3f", (a - b) * 100 / t }')" -
  record gc.max "$(gc_field gc_pause_max_ms)" -
  for name in gen0 gen1 gen2; do
    counts+=("$(($(gc_field "gc_$name") - collections[$name])) $name")
  done
  row "GC pauses under load, $GC_KEYS keys" gc.share '' '' '< 0.5' '% of time'
  row 'longest GC pause since the start, loading included' gc.max '' '' '< 10' ms
  note "GC load: $(<"$WORK/resp_load.log") commands/s over RESP (25 clients, pipeline 16) and ${rest% *}" \
    "requests/s over REST (10 connections), half reads and half writes, for $GC_SECONDS s;" \
    "collections meanwhile: ${counts[0]}, ${counts[1]}, ${counts[2]}."
}
