# The table. A row compares two series round by round, or one series with a number.

ROWS=()
NOTES=()

# How busy the machine was with other work.
LOAD_BEFORE=$(cut -d' ' -f1 /proc/loadavg)

# row TITLE SERIES REFERENCE_SERIES REFERENCE_NAME TARGET [UNIT]: TARGET is "OP NUMBER", with an x
# when it is about the ratio and not about the value, or empty for a row that is only of interest;
# without UNIT it is a rate.
row() { ROWS+=("$1|$2|$3|$4|$5|${6:-/s}"); }

note() { NOTES+=("$*"); }

# column SERIES N: one column of a series, as lines.
column() { awk -v n="$2" '{ print $n }' "$WORK/series/$1"; }

median() {
  sort -g | awk '{ v[NR] = $1 }
    END { if (NR == 0) exit 1; print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# human VALUE UNIT: a rate with its thousands, everything else as it is.
human() {
  if [[ $2 != /s ]]; then printf '%s %s' "$1" "$2"; return; fi
  awk -v v="$1" 'BEGIN {
    if (v >= 1e6) printf "%.2f M/s", v / 1e6
    else if (v >= 1e4) printf "%.0f k/s", v / 1e3
    else printf "%.1f k/s", v / 1e3 }'
}

# met VALUE "OP NUMBER": the last column.
met() {
  if [[ -z $2 ]]; then return; fi
  awk -v value="$1" -v target="$2" 'BEGIN {
    split(target, part, " ")
    limit = part[2] + 0
    ok = part[1] == ">=" ? value >= limit : part[1] == "<=" ? value <= limit : value < limit
    print ok ? "met" : "missed" }'
}

# cpu SERIES: the median of its processor time per operation, if it has one.
cpu() {
  if [[ $(column "$1" 2 | head -n 1) == - ]]; then printf -- '-'; return; fi
  printf '%.2f' "$(column "$1" 2 | median)"
}

print_row() {
  local title series reference name target unit value
  IFS='|' read -r title series reference name target unit <<<"$1"
  value=$(column "$series" 1 | median)
  if [[ -z $reference ]]; then
    printf '| %s | %s | - | - | - | %s %s | %s |\n' \
      "$title" "$(human "$value" "$unit")" "$target" "$unit" "$(met "$value" "$target")"
    return
  fi

  local ratios=$WORK/ratios ratio range judged
  paste -d' ' "$WORK/series/$series" "$WORK/series/$reference" | awk '{ print $1 / $3 }' >"$ratios"
  ratio=$(median <"$ratios")
  range=$(sort -g "$ratios" | awk 'NR == 1 { low = $1 } { high = $1 } END { printf "%.2f-%.2f", low, high }')
  judged=$ratio
  if [[ -n $target && $target != *x ]]; then
    judged=$value
    target+=" $unit"
  fi
  printf '| %s | %s | %s: %s | %.2fx (%s) | %s / %s | %s | %s |\n' \
    "$title" "$(human "$value" "$unit")" "$name" "$(human "$(column "$reference" 1 | median)" "$unit")" \
    "$ratio" "$range" "$(cpu "$series")" "$(cpu "$reference")" "${target:--}" "$(met "$judged" "$target")"
}

machine() {
  local revision
  # The date first: the numbers are of one day and one machine.
  printf -- '- %s, %s, %d cores, %s GiB, Linux %s, load average before %s\n' \
    "$(date -u +%F)" "$(awk -F': *' '/^model name/ { print $2; exit }' /proc/cpuinfo)" "$(nproc)" \
    "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
    "$(uname -r)" "$LOAD_BEFORE"
  revision=$(git -C "$ROOT" describe --always --dirty --exclude '*' 2>/dev/null || printf 'of unknown revision')
  if ((GIVEN_DLL)); then revision='from WEBKV_DLL'; fi
  printf -- '- WebKv %s, .NET %s\n' "$revision" \
    "$(dotnet --list-runtimes | awk '$1 == "Microsoft.NETCore.App" { version = $2 } END { print version }')"
  printf -- '- redis-server %s, Garnet %s, webdis %s, etcd %s, wrk %s, h2load %s\n' \
    "$(package_version redis-server)" "$GARNET_VERSION" "$(package_version webdis)" \
    "$(package_version etcd-server)" "$(package_version wrk)" "$(package_version nghttp2-client)"
}

# write_report FILE
write_report() {
  local entry
  {
    cat <<MARKDOWN
# Benchmarks

Written by \`tests/WebKv.Benchmarks/compare.sh\`, which says in its head how it measures. Each rate is the median
of $ROUNDS rounds of $CELL_SECONDS s, after $WARMUP_ROUNDS to warm up, in a new random order each round, with all
servers of a group up at the same time, on loopback, and the load generator on the same cores; memory is that of
fresh processes in turn. A group with rounds of another kind says so in a note below the table. Each ratio is the
median of the ratios within the rounds, the lowest and the highest in brackets; ratios carry over to other machines
better than rates do. CPU is the server's own processor time per operation, without the load generator's.

$(machine)

| what | WebKv | reference | ratio | CPU us/op, WebKv / reference | target | |
|---|---|---|---|---|---|---|
MARKDOWN
    for entry in "${ROWS[@]}"; do print_row "$entry"; done
    for entry in "${NOTES[@]}"; do printf '\n%s\n' "$entry"; done
  } >"$1"
}
