# The gRPC Pipeline call, 32 commands a message, against RESP with pipeline 32 of the same server.
# h2load posts a body that was encoded before, on 4 connections; like redis-benchmark's it is a
# client that costs little, so this is what the server can do, not what a gRPC client library can.

PIPELINE_MESSAGES=64
PIPELINE_BATCH=32

# pipeline_load get|set REPLY_BYTES: grpc_load counted in commands instead of calls.
pipeline_load() {
  local commands=$((PIPELINE_MESSAGES * PIPELINE_BATCH)) result
  result=$(grpc_load "$WEBKV_GRPC" webkv.v1.CommandService/Pipeline "$WORK/pipeline-$1.bin" 4 1 $((commands * $2)))
  awk -v n="$commands" '{ printf "%d %d\n", $1 * n, $2 * n }' <<<"$result"
}

# check_pipeline: the first command of each body is about record 0. An error reply ends no call and
# has a size of its own, so what the commands did is looked at once before they are measured.
check_pipeline() {
  local key=key:000000000000 value
  value=$(redis-cli -p "$WEBKV_RESP" GET "$key")
  wait_until webkv grpc_call "$WEBKV_GRPC" webkv.v1.CommandService/Pipeline "$WORK/pipeline-get.bin"
  grep -qaF "$value" "$WORK/nghttp.log" || die 'Pipeline does not answer GET with the value'

  redis-cli -p "$WEBKV_RESP" SET "$key" other >/dev/null
  grpc_call "$WEBKV_GRPC" webkv.v1.CommandService/Pipeline "$WORK/pipeline-set.bin" || die 'Pipeline of SET fails'
  [[ $(redis-cli -p "$WEBKV_RESP" GET "$key") == "$value" ]] || die 'Pipeline does not SET'
}

group_pipeline() {
  local command
  start_webkv
  load_keys "$WEBKV_RESP" "$KEYSPACE"
  for command in get set; do
    loader pipeline "$WORK/pipeline-$command.bin" "$command" "$PIPELINE_MESSAGES" "$PIPELINE_BATCH" "$KEYSPACE"
    cell "pipeline.$command.resp" webkv resp_load "pipeline.$command.resp" "$WEBKV_RESP" "$command" 32
  done
  check_pipeline

  # A reply has its id and its kind (5 bytes at least); that to GET has the value too.
  cell pipeline.get.grpc webkv pipeline_load get 37
  cell pipeline.set.grpc webkv pipeline_load set 5
  run_rounds

  for command in get set; do
    row "gRPC Pipeline of ${command^^}, 32 a message" \
      "pipeline.$command.grpc" "pipeline.$command.resp" 'RESP pipeline 32, same server' '>= 1.00x'
  done
}
