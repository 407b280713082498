# GET and PUT of raw values over HTTP/1.1 with 50 connections.

group_rest() {
  local value
  start_webkv
  start_redis
  start_webdis
  start_empty_http
  load_keys "$WEBKV_RESP" "$KEYSPACE"
  load_keys "$REDIS_RESP" "$KEYSPACE"

  # Both doors must give the stored bytes before their speed means anything.
  value=$(redis-cli -p "$REDIS_RESP" GET key:000000000000)
  [[ $(http_body "$WEBKV_HTTP" /v1/strings/key:000000000000) == "$value" ]] || die 'WebKv gives another value over REST'
  [[ $(http_body "$WEBDIS_HTTP" /GET/key:000000000000.txt) == "$value" ]] || die 'webdis gives another value'

  cell rest.get.webkv webkv http_load get "$WEBKV_HTTP" /v1/strings/ '' "$CELL_SECONDS" 50
  cell rest.get.empty empty_http http_load get "$EMPTY_HTTP" /v1/strings/ '' "$CELL_SECONDS" 50
  cell rest.get.webdis webdis,redis http_load get "$WEBDIS_HTTP" /GET/ .txt "$CELL_SECONDS" 50
  cell rest.put.webkv webkv http_load put "$WEBKV_HTTP" /v1/strings/ '' "$CELL_SECONDS" 50
  cell rest.put.empty empty_http http_load put "$EMPTY_HTTP" /v1/strings/ '' "$CELL_SECONDS" 50
  run_rounds

  row 'REST GET, 50 connections' rest.get.webkv rest.get.empty 'empty Kestrel minimal API' '>= 0.95x'
  row 'REST PUT, 50 connections' rest.put.webkv rest.put.empty 'empty Kestrel minimal API' '>= 0.95x'
  row 'REST GET, 50 connections' rest.get.webkv rest.get.webdis 'webdis + redis-server' '>= 1.60x'
}
