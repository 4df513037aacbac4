# shellcheck shell=bash
# Says what happens and how long it took. Sourced.

# fail SENTENCE: what is wrong and what to do about it.
fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

now_ms() { date +%s%3N; }

# seconds_since MS: "3.2 s"
seconds_since() {
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# step NAME COMMAND…: runs it between two lines. A command that fails ends the script, as everywhere here.
step() {
  local name=$1 started
  shift
  started=$(now_ms)
  printf '→ %s\n' "$name"
  "$@"
  printf '  %s: done in %s\n' "$name" "$(seconds_since "$started")"
}

free_mb() {
  local dir=$1
  while [[ ! -d $dir ]]; do dir=$(dirname "$dir"); done
  df --output=avail --block-size=1M "$dir" | tail -n 1 | tr -d ' '
}

# need_space DIR MB: before something long begins.
need_space() {
  local free
  free=$(free_mb "$1")
  if [[ $free -lt $2 ]]; then
    fail "There are $free MB free for $1 and about $2 MB are needed: make room there and run this again."
  fi
}

# failed_fetch WHAT DIR: the two reasons a download usually fails for, told apart.
failed_fetch() {
  if [[ $(free_mb "$2") -lt 50 ]]; then
    fail "The disk is full, so $1 could not be had: make room for $2 and run this again."
  fi
  fail "$1 could not be had: check that this machine has a network (the lines above say what was answered) and run this again."
}
