#!/usr/bin/env bash
# Serves a built folder with deploy/Caddyfile for as long as it takes to check it:
#   tools/check-caddy.sh DIR BASE      (INDSATS_CADDY names the server)
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
dir=$(realpath "${1:?usage: tools/check-caddy.sh DIR BASE}")
base=${2:?usage: tools/check-caddy.sh DIR BASE}
work=$(mktemp -d)

# A port that nothing listens at; another program could take it in between, and then this fails aloud.
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

port=$(free_port)
XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work INDSATS_ADDRESS="http://:$port" INDSATS_ROOT=$dir INDSATS_BASE=$base \
  "${INDSATS_CADDY:-caddy}" run --config "$root/deploy/Caddyfile" --adapter caddyfile >"$work/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

for _ in {1..100}; do
  curl --silent --output /dev/null "http://127.0.0.1:$port/" && break
  kill -0 "$server" 2>/dev/null || { cat "$work/log" && exit 1; }
  sleep 0.1
done
"$root/tools/check-serving.sh" "http://127.0.0.1:$port$base" "$dir"
