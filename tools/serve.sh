# shellcheck shell=bash disable=SC2154
# Serves a built folder on this machine with the configuration that production uses. Sourced after say.sh,
# debian.sh and tools.sh; expects $root and $target.

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# serve DIR BASE PORT: until it is stopped.
serve() {
  local dir=$1 base=$2 port=$3
  step "Caddy" need_caddy
  if port_is_taken "$port"; then
    fail "Port $port is in use: choose another, for example ./run --port $((port + 1))."
  fi
  printf '\nIndsats is at http://127.0.0.1:%s%s – Ctrl+C stops it.\n' "$port" "$base"
  # What Caddy writes for itself belongs to this folder and not to the person's home.
  XDG_CONFIG_HOME=$target/caddy XDG_DATA_HOME=$target/caddy \
    INDSATS_ADDRESS="http://:$port" INDSATS_BIND=127.0.0.1 INDSATS_ROOT=$dir INDSATS_BASE=$base \
    exec "$caddy" run --config "$root/deploy/Caddyfile" --adapter caddyfile
}
