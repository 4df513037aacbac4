# shellcheck shell=bash
# Files of a built folder: found, and named and checked by what is in them. Sourced; they are looked for where one stands.

# The digest as the browser's integrity check wants it.
integrity() {
  local escaped
  escaped=$(sha256sum <"$1" | cut -c1-64 | sed 's/../\\x&/g')
  printf 'sha256-'
  printf '%b' "$escaped" | base64 --wrap=0
}

# Of what comes in: short enough for a name.
short_digest() { sha256sum | cut -c1-16; }

# only_file PATTERN: the name of the one file there is.
only_file() {
  local found
  found=$(find . -maxdepth 1 -type f -name "$1" -printf '%f\n')
  if [[ $(wc -l <<<"$found") -ne 1 || -z $found ]]; then
    echo "Expected one file $1 in $PWD: build again with ./run --build." >&2
    return 1
  fi
  printf '%s' "$found"
}
