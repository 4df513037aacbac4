#!/usr/bin/env bash
# Is a built folder whole and true to itself?  tools/check-dist.sh DIR
# Works the digests out the other way round from tools/finish-dist.sh, so that a mistake there shows here.
set -euo pipefail
export LC_ALL=C

cd "${1:?usage: tools/check-dist.sh DIR}"
passed=0
failed=0

check() {
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $what"
  fi
}

listed_files() { sed -nE 's/^    "([^"]+)": "sha256-[^"]+",?$/\1/p' worker.js | sort; }

files_there() { find . -type f ! -name '*.br' ! -name '*.gz' ! -name worker.js -printf '%P\n' | sort; }

list_is_whole() { diff <(listed_files) <(files_there); }

listed_digest() {
  sed -nE "s|^    \"$1\": \"sha256-([^\"]+)\",?\$|\1|p" worker.js | base64 --decode | od -An -v -tx1 | tr -d ' \n'
}

digest_holds() { [[ $(listed_digest "$1") == "$(sha256sum "$1" | cut -c1-64)" ]]; }

compressed_holds() {
  cmp --silent "$1" <(brotli --decompress --stdout "$1.br") && cmp --silent "$1" <(gzip --decompress --stdout "$1.gz")
}

build_of_worker() { sed -nE 's/^  "id": "([0-9a-f]{16})",$/\1/p' worker.js; }

build_of_page() { sed -nE 's/.*<meta name="indsats-build" content="([0-9a-f]{16})">.*/\1/p' index.html; }

builds_agree() { [[ -n $(build_of_worker) && $(build_of_worker) == "$(build_of_page)" ]]; }

# The content policy allows neither.
nothing_inline() { ! grep -nE '<script[^>]*>[^<]|<style|[[:space:]](style|on[a-z]+)="' index.html; }

# Every address the page names is a file of the build.
addresses_exist() {
  local address
  sed -nE 's/.*<(link|script)[^>]* (href|src)="([^"]+)".*/\3/p' index.html | while IFS= read -r address; do
    [[ -f $address ]] || { echo "$address" && return 1; }
  done
}

scripts_exist() {
  local name
  grep -ohE '\./indsats[^'"'"']*' boot-*.js | while IFS= read -r name; do
    [[ -f $name ]] || { echo "$name" && return 1; }
  done
}

# A part of the program that nothing asks for would never come, and one without its digest would be taken unchecked.
parts() { find . -maxdepth 1 -name '*.wasm' ! -name 'indsats-*' -printf '%f\n'; }

digest_asked_for() {
  sed -nE "s|.*\"\./$1\",\"sha256-([^\"]+)\".*|\1|p" indsats-*.js | base64 --decode | od -An -v -tx1 | tr -d ' \n'
}

part_is_asked_for() { [[ $(digest_asked_for "$1") == "$(sha256sum "$1" | cut -c1-64)" ]]; }

named_by_content() { [[ ${1##*-} == "$(sha256sum "$1" | cut -c1-16).wasm" ]]; }

parts_exist() {
  local name
  grep -ohE '\./[a-z]+-[0-9a-f]{16}\.wasm' indsats-*.js | while IFS= read -r name; do
    [[ -f $name ]] || { echo "$name" && return 1; }
  done
}

has_parts() { [[ $(parts | wc -l) -ge 2 ]]; }

check "the worker's list is what is there" list_is_whole
while IFS= read -r file; do
  check "the digest of $file" digest_holds "$file"
  if [[ -f $file.br ]]; then
    check "the compressed copies of $file" compressed_holds "$file"
  fi
done < <(files_there)
check "the compressed copies of worker.js" compressed_holds worker.js
check "page and worker name the same build" builds_agree
check "no inline script or style" nothing_inline
check "every address in the page is there" addresses_exist
check "every script that starts the app is there" scripts_exist
check "the program is in parts" has_parts
check "the first part lends the others its table of functions" grep -qaF __indirect_function_table indsats-*.wasm
check "every part that is asked for is there" parts_exist
while IFS= read -r file; do
  check "$file is asked for, with its digest" part_is_asked_for "$file"
  check "$file is named by its content" named_by_content "$file"
done < <(parts)

echo "  $passed checks held, $failed did not"
[[ $failed -eq 0 ]]
