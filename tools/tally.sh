# shellcheck shell=bash disable=SC2154,SC2034
# Runs the tests one after the other, goes on after one that fails, and counts honestly: a step that counts
# its own tests counts as those, any other as one. Sourced after say.sh and tools.sh; expects $target.

tally_passed=0
tally_failed=0
tally_failures=()
tally_last=0

count_line='^(test result: .*\. )?([0-9]+) passed[;,] ([0-9]+) failed.*'

has_count() { grep -qE "$count_line" "$1"; }

# counted LOG passed|failed: the sum over what cargo and our own scripts write.
counted() {
  sed -nE "s/$count_line/\\2 \\3/p" "$1" |
    awk -v word="$2" '{ passed += $1; failed += $2 } END { print (word == "passed" ? passed : failed) + 0 }'
}

# tally NAME COMMAND…: in a shell of its own, where the first thing that fails ends the step. Returns nothing:
# asking for what it returned would switch that off. $tally_last says it instead.
tally() {
  local name=$1 started log code=0 passed failed
  shift
  started=$(now_ms)
  mkdir -p "$target/logs"
  log=$target/logs/$(tr -c 'A-Za-z0-9\n' '-' <<<"$name").log
  printf '→ %s\n' "$name"
  set +e
  (set -e; "$@") 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  passed=$(counted "$log" passed)
  failed=$(counted "$log" failed)
  if [[ $code -ne 0 && $failed -eq 0 ]]; then
    failed=1
  elif [[ $code -eq 0 ]] && ! has_count "$log"; then
    passed=1
  fi
  tally_passed=$((tally_passed + passed))
  tally_failed=$((tally_failed + failed))
  printf '  %s: %d passed, %d failed, %s\n' "$name" "$passed" "$failed" "$(seconds_since "$started")"
  tally_last=$failed
  if [[ $failed -gt 0 ]]; then
    tally_failures+=("$name")
  fi
}

# not_run NAME…: what could not even be tried has not passed.
not_run() {
  tally_failed=$((tally_failed + $#))
  tally_failures+=("$@")
  printf '  not run: %s\n' "$@"
}

tally_result() {
  local name
  for name in "${tally_failures[@]}"; do
    printf 'Failed: %s\n' "$name"
  done
  printf '%d passed, %d failed\n' "$tally_passed" "$tally_failed"
  [[ $tally_failed -eq 0 ]]
}
