# Unary gRPC calls, 10 connections with 10 calls each. h2load posts one body over and over, so
# every call of a cell asks for the same key, on all servers alike.

group_grpc() {
  local key=key:000000000000 value=0123456789abcdef0123456789abcdef
  local service=webkv.v1.StringService empty=webkv.benchmarks.EmptyService/Call
  start_webkv
  start_empty_grpc
  start_etcd

  # GetString, SetString, Range and Put all have the key in field 1 and the value in field 2.
  loader frame "$WORK/get.bin" "$key"
  loader frame "$WORK/set.bin" "$key" "$value"
  loader frame "$WORK/empty.bin"
  wait_until webkv grpc_call "$WEBKV_GRPC" "$service/SetString" "$WORK/set.bin"
  wait_until etcd grpc_call "$ETCD_GRPC" etcdserverpb.KV/Put "$WORK/set.bin"

  # An answer has 5 bytes of frame; one with the value, its 32 bytes as well.
  cell grpc.get.webkv webkv grpc_load "$WEBKV_GRPC" "$service/GetString" "$WORK/get.bin" 10 10 37
  cell grpc.set.webkv webkv grpc_load "$WEBKV_GRPC" "$service/SetString" "$WORK/set.bin" 10 10 5
  cell grpc.call.empty empty_grpc grpc_load "$EMPTY_GRPC" "$empty" "$WORK/empty.bin" 10 10 5
  cell grpc.range.etcd etcd grpc_load "$ETCD_GRPC" etcdserverpb.KV/Range "$WORK/get.bin" 10 10 37
  run_rounds

  row 'gRPC unary GetString' grpc.get.webkv grpc.call.empty 'empty grpc-dotnet call' '>= 0.95x'
  row 'gRPC unary SetString' grpc.set.webkv grpc.call.empty 'empty grpc-dotnet call' '>= 0.95x'
  row 'gRPC unary GetString' grpc.get.webkv grpc.range.etcd 'etcd Range' '>= 4.00x'
}
