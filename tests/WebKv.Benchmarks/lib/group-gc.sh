# Garbage collection with many keys in memory, while both halves of the load, reads and writes,
# come in by all three doors: REST and gRPC make the garbage. The server tells its pauses itself.

# gc_field NAME: a number from the gc section of INFO.
gc_field() {
  local value
  value=$(redis-cli -p "$WEBKV_RESP" INFO gc | tr -d '\r' | awk -F: -v name="$1" '$1 == name { print $2 }')
  [[ -n $value ]] || die "INFO gc of the server has no $1"
  printf '%s' "$value"
}

group_gc() {
  local before after started elapsed name rest counts=() service=webkv.v1.StringService
  start_webkv
  say "loading $GC_KEYS keys"
  load_keys "$WEBKV_RESP" "$GC_KEYS"
  loader frame "$WORK/get.bin" key:000000000000
  loader frame "$WORK/set.bin" key:000000000000 0123456789abcdef0123456789abcdef

  say "$GC_SECONDS s of load"
  local -A collections=()
  for name in gen0 gen1 gen2; do collections[$name]=$(gc_field "gc_$name"); done
  before=$(gc_field gc_pause_total_ms)
  started=$EPOCHREALTIME
  start resp_load dotnet "$LOADER_DLL" mixed "$WEBKV_RESP" "$GC_KEYS" "$GC_SECONDS" 25 16
  CELL_SECONDS=$GC_SECONDS start grpc_get_load grpc_load "$WEBKV_GRPC" "$service/GetString" "$WORK/get.bin" 5 5 37
  CELL_SECONDS=$GC_SECONDS start grpc_set_load grpc_load "$WEBKV_GRPC" "$service/SetString" "$WORK/set.bin" 5 5 5
  rest=$(KEYSPACE=$GC_KEYS http_load mixed "$WEBKV_HTTP" /v1/strings/ '' "$GC_SECONDS" 10)
  for name in resp_load grpc_get_load grpc_set_load; do
    wait "${PIDS[$name]}" || { cat "$WORK/$name.log" >&2; die "$name failed"; }
    unset "PIDS[$name]"
  done
  elapsed=$(awk -v a="$started" -v b="$EPOCHREALTIME" 'BEGIN { print (b - a) * 1000 }')
  after=$(gc_field gc_pause_total_ms)

  record gc.share "$(awk -v a="$after" -v b="$before" -v t="$elapsed" 'BEGIN { printf "%.3f", (a - b) * 100 / t }')" -
  record gc.max "$(gc_field gc_pause_max_ms)" -
  for name in gen0 gen1 gen2; do
    counts+=("$(($(gc_field "gc_$name") - collections[$name])) $name")
  done
  row "GC pauses under load, $GC_KEYS keys" gc.share '' '' '< 0.5' '% of time'
  row 'longest GC pause since the doors opened, loading included' gc.max '' '' '< 10' ms
  note "GC load: $(<"$WORK/resp_load.log") commands/s over RESP (25 clients, pipeline 16), ${rest% *}" \
    "requests/s over REST (10 connections), $(cut -d' ' -f1 "$WORK/grpc_get_load.log") GetString and" \
    "$(cut -d' ' -f1 "$WORK/grpc_set_load.log") SetString a second over gRPC (5 connections each), half reads and half writes, for $GC_SECONDS s;" \
    "collections meanwhile: ${counts[0]}, ${counts[1]}, ${counts[2]}."
}
