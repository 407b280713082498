# GET and SET over RESP with 50 clients, 32 commands at once and one at a time.

group_resp() {
  local command depth server port
  start_webkv
  start_redis
  start_garnet
  for port in "$WEBKV_RESP" "$REDIS_RESP" "$GARNET_RESP"; do load_keys "$port" "$KEYSPACE"; done

  for command in get set; do
    for depth in 32 1; do
      for server in webkv redis garnet; do
        port=${server^^}_RESP
        cell "resp.$command$depth.$server" "$server" \
          resp_load "resp.$command$depth.$server" "${!port}" "$command" "$depth"
      done
    done
  done
  run_rounds

  for command in get set; do
    row "RESP ${command^^}, 50 clients, pipeline 32" \
      "resp.${command}32.webkv" "resp.${command}32.redis" redis-server '>= 1.50x'
    row "the same" "resp.${command}32.webkv" "resp.${command}32.garnet" "Garnet" '>= 1.00x'
    row "RESP ${command^^}, 50 clients, no pipeline" \
      "resp.${command}1.webkv" "resp.${command}1.redis" redis-server '>= 1.00x'
    row "the same" "resp.${command}1.webkv" "resp.${command}1.garnet" "Garnet" ''
  done
}
