#!/usr/bin/env bash
# All that a first visit downloads, compressed:  tools/size-report.sh DIR
# Fails above the limit: a school's net is slow on the day that a whole class opens the app.
set -euo pipefail
export LC_ALL=C

# Far above the goal of 250,000: each room of the app weighs about 10,000. Lower it with each gain.
limit=1095000
cd "${1:?usage: tools/size-report.sh DIR}"

served_size() {
  if [[ -f $1.br ]]; then stat --format %s "$1.br"; else stat --format %s "$1"; fi
}

total=0
raw=0
lines=()
while IFS= read -r file; do
  size=$(served_size "$file")
  total=$((total + size))
  raw=$((raw + $(stat --format %s "$file")))
  lines+=("$(printf '%8d  %s' "$size" "$file")")
done < <(find . -type f ! -name '*.br' ! -name '*.gz' -printf '%P\n')

echo "A first visit downloads (bytes, brotli where it helps):"
printf '%s\n' "${lines[@]}" | sort --numeric-sort --reverse
printf '%8d  in all (%d uncompressed), limit %d\n' "$total" "$raw" "$limit"
if [[ $total -gt $limit ]]; then
  echo "That is $((total - limit)) bytes above the limit: find what grew in the list and make it smaller." >&2
  exit 1
fi
