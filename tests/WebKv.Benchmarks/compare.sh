#!/usr/bin/env bash
# Compares WebKv with other servers on this machine and prints a table of medians and ratios.
#
#   compare.sh [GROUP...]     (no argument: all of them)
#
# Groups:
#   resp, rest, grpc, pipeline   strings through each door
#   structures    the commands of the structures
#   scaling       ranks and ranges of small and big sorted sets
#   stall         other clients' GETs while a big set is united, deleted or expires
#   memory, structure-memory     bytes per key and per element
#   cache         hit rate at the same maxmemory
#   gc            pauses of the garbage collector
#
# Both sides of every ratio are measured in the same run: each round measures every cell once, in
# a new random order, and the ratio is taken within the round, so a machine that slows down for a
# while slows both sides. Absolute numbers say something about this machine only.
#
# A missed target is a row that says so, not a failure: the script fails only when a server, a
# load generator or an answer is wrong. A run of all groups also writes docs/benchmarks.md.
#
# Settings, by environment:
#   ROUNDS        rounds per group, the median is reported (5)
#   WARMUP_ROUNDS rounds before those that do not count (4)
#   CELL_SECONDS  length of one measurement (2)
#   KEYSPACE      keys that the resp, rest and pipeline groups work on (1000000)
#   MEMORY_KEYS   keys of the memory group (5000000)
#   STRUCTURE_MEMBERS, STRUCTURE_MEMORY_MEMBERS   elements of the big structures (1000000)
#   SCALING_MEMBERS   members of the biggest sorted set of the scaling group (10000000)
#   STALL_MEMBERS members of the sets of the stall group (10000000)
#   STALL_ROUNDS, STALL_RATE     its rounds (3), and its GETs a second (2000)
#   CACHE_KEYS, CACHE_MEMORY, CACHE_EXPONENT   keys (1000000), maxmemory (30 B a key) and Zipf's exponent (0.99)
#   CACHE_REQUESTS, CACHE_RATE, CACHE_ROUNDS   requests to warm up and again to count (2000000), a second (20000)
#                 and rounds (1) of the cache group
#   GC_KEYS       keys of the gc group (10000000)
#   GC_SECONDS    length of its load (60)
#   REPORT        file for the report; by default docs/benchmarks.md, and nothing for some groups
#   WEBKV_DLL     a built WebKv.Server.dll to measure instead of building this tree
set -euo pipefail
shopt -s inherit_errexit

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)

ROUNDS=${ROUNDS:-5}
WARMUP_ROUNDS=${WARMUP_ROUNDS:-4}
CELL_SECONDS=${CELL_SECONDS:-2}
KEYSPACE=${KEYSPACE:-1000000}
MEMORY_KEYS=${MEMORY_KEYS:-5000000}
GC_KEYS=${GC_KEYS:-10000000}
GC_SECONDS=${GC_SECONDS:-60}

ALL_GROUPS=(resp rest grpc pipeline structures scaling stall memory structure-memory cache gc)
SELECTED=("$@")
if (($# == 0)); then SELECTED=("${ALL_GROUPS[@]}"); fi

for library in process install servers load rounds report; do
  # shellcheck source=/dev/null
  source "$HERE/lib/$library.sh"
done
for group in "${SELECTED[@]}"; do
  [[ " ${ALL_GROUPS[*]} " == *" $group "* ]] || die "no group '$group'; there are: ${ALL_GROUPS[*]}"
  # shellcheck source=/dev/null
  source "$HERE/lib/group-$group.sh"
done

install_peers
build_servers

for group in "${SELECTED[@]}"; do
  say "group $group"
  "group_$group"
  stop_all
done

write_report "$WORK/report.md"
cat "$WORK/report.md"
if (($# == 0)); then REPORT=${REPORT:-$ROOT/docs/benchmarks.md}; fi
if [[ -n ${REPORT:-} ]]; then
  mkdir -p "$(dirname "$REPORT")"
  cp "$WORK/report.md" "$REPORT"
fi
