#!/usr/bin/env bash
# Does a server give the app what it needs?  tools/check-serving.sh URL DIR
# URL is where the app is, with its last slash; DIR the folder that is served there. Works against any host,
# so it also tells whether a school's own server is set up as docs/hosting.md asks.
set -euo pipefail
export LC_ALL=C

url=${1:?usage: tools/check-serving.sh URL DIR}
dir=${2:?usage: tools/check-serving.sh URL DIR}
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

equal() {
  if [[ $2 == "$3" ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  wanted: %s\n  got:    %s\n' "$1" "$3" "$2"
  fi
}

# get PATH [CURL OPTION…]: leaves status, headers and body behind.
get() {
  local path=$1
  shift
  status=$(curl --silent --max-time 20 --dump-header "$work/headers" --output "$work/body" --write-out '%{http_code}' "$@" "$url$path" || true)
}

header() { sed -nE "s/^$1: (.*)\r\$/\1/Ip" "$work/headers" | tail -n 1; }

digest() { sha256sum "$1" | cut -c1-64; }

wanted_type() {
  case $1 in
    *.html) echo 'text/html' ;;
    *.js) echo 'text/javascript' ;;
    *.css) echo 'text/css' ;;
    *.wasm) echo 'application/wasm' ;;
    *.webmanifest) echo 'application/manifest+json' ;;
    *.svg) echo 'image/svg+xml' ;;
    *.png) echo 'image/png' ;;
    *) echo "(no rule for $1)" ;;
  esac
}

wanted_caching() {
  if [[ $1 =~ -[0-9a-f]{16}\.(js|wasm|css)$ ]]; then echo 'public, max-age=31536000, immutable'; else echo 'no-cache'; fi
}

check_headers() {
  equal "$1: content policy" "$(header Content-Security-Policy)" "$policy"
  equal "$1: nosniff" "$(header X-Content-Type-Options)" nosniff
  equal "$1: referrer" "$(header Referrer-Policy)" no-referrer
  equal "$1: opener" "$(header Cross-Origin-Opener-Policy)" same-origin
  equal "$1: permissions" "$(header Permissions-Policy | grep -c 'camera=()')" 1
}

check_page() {
  get "$1"
  equal "page '$1': status" "$status" 200
  equal "page '$1': type" "$(header Content-Type | cut -d ';' -f 1)" text/html
  equal "page '$1': caching" "$(header Cache-Control)" no-cache
  equal "page '$1': is index.html" "$(digest "$work/body")" "$(digest "$dir/index.html")"
  check_headers "page '$1'"
}

check_file() {
  get "$1"
  equal "$1: status" "$status" 200
  equal "$1: type" "$(header Content-Type | cut -d ';' -f 1)" "$(wanted_type "$1")"
  equal "$1: caching" "$(header Cache-Control)" "$(wanted_caching "$1")"
  equal "$1: content" "$(digest "$work/body")" "$(digest "$dir/$1")"
  check_headers "$1"
}

check_compressed() {
  get "$1" --header 'Accept-Encoding: gzip, br'
  equal "$1: brotli" "$(header Content-Encoding) $(digest "$work/body")" "br $(digest "$dir/$1.br")"
  equal "$1: type when compressed" "$(header Content-Type | cut -d ';' -f 1)" "$(wanted_type "$1")"
  equal "$1: varies" "$(header Vary)" Accept-Encoding
  get "$1" --header 'Accept-Encoding: gzip'
  equal "$1: gzip" "$(header Content-Encoding) $(digest "$work/body")" "gzip $(digest "$dir/$1.gz")"
}

# A missing file must not look like the page, nor be remembered.
check_missing() {
  get "$1"
  equal "missing $1: status" "$status" 404
  equal "missing $1: not remembered" "$(header Cache-Control | grep -cE 'immutable|max-age' || true)" 0
  equal "missing $1: content policy" "$(header Content-Security-Policy)" "$policy"
}

check_last_slash() {
  local path=${url#*://*/}
  [[ $path == "$url" || -z $path ]] && return
  local bare=${url%/}
  local answer
  answer=$(curl --silent --max-time 20 --output /dev/null --write-out '%{redirect_url}' "$bare" || true)
  equal "without the last slash" "$answer" "$url"
}

policy="$(sed -nE 's/.*http-equiv="Content-Security-Policy" content="([^"]+)".*/\1/p' "$dir/index.html"); frame-ancestors 'none'"

check_page ''
check_page 'observationer/ny'
check_page 'observationer/ny?fra=genvej'
while IFS= read -r file; do
  [[ $file == index.html ]] || check_file "$file"
  [[ ! -f $dir/$file.br || $file == index.html ]] || check_compressed "$file"
done < <(cd "$dir" && find . -type f ! -name '*.br' ! -name '*.gz' -printf '%P\n' | sort)
check_missing 'nothing.js'
check_missing 'indsats-0123456789abcdef.wasm'
check_missing 'icons/nothing.png'
check_last_slash

echo "  $passed checks held, $failed did not"
[[ $failed -eq 0 ]]
