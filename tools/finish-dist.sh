#!/usr/bin/env bash
# Turns what trunk wrote into what is served:  tools/finish-dist.sh DIR [BASE]
#
# Joins the style sheets, names scripts and styles by their content, writes the base path and the build's id into
# index.html, gives the worker its list of files with digests, and compresses. Trunk calls it as a hook, after
# tools/split-parts.sh. It can be run again on its own
# result, with another BASE, which is how one bundle serves under several paths.
# Uses only bash, coreutils, sed, find, gzip and brotli, and esbuild the first time.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: tools/finish-dist.sh DIR [BASE]}
base=${2:-}
# shellcheck source=/dev/null
. "$root/tools/built.sh"
cd "$dir"

# Everything the app consists of; worker.js keeps the others and cannot keep itself.
app_files() {
  find . -type f ! -name '*.br' ! -name '*.gz' ! -name worker.js -printf '%P\n' | sort
}

# name_by_content FILE STEM EXTENSION: a name that says what is in the file may be cached for ever.
name_by_content() {
  local name
  name="$2-$(short_digest <"$1").$3"
  if [[ $1 != "$name" ]]; then
    mv "$1" "$name"
    rm -f "$1.br" "$1.gz"
  fi
  printf '%s' "$name"
}

write_boot() {
  rm -f boot*.js boot*.js.br boot*.js.gz
  sed -e "s|\./indsats\.js|./$1|" -e "s|\./indsats\.wasm|./$2|" "$root/public/boot.js" >boot.js
  name_by_content boot.js boot js
}

edit_index() { sed -i "$@" index.html; }

style_sheets() { sed -nE 's|.*<link rel="stylesheet" href="(\./)?([^"]+)".*|\2|p' index.html; }

# One request instead of one for each source, and together they compress to two thirds. In the order of the page,
# which the cascade goes by.
join_styles() {
  local sheets name
  mapfile -t sheets < <(style_sheets)
  if [[ ${#sheets[@]} -lt 2 ]]; then return; fi
  cat "${sheets[@]}" | "${INDSATS_ESBUILD:-esbuild}" --loader=css --minify --log-level=warning >joined.css
  for name in "${sheets[@]}"; do rm -f "$name" "$name.br" "$name.gz"; done
  name=$(name_by_content joined.css indsats css)
  edit_index -E -e "0,/<link rel=\"stylesheet\"/s|(<link rel=\"stylesheet\" href=\")[^\"]*|\1$name|" \
    -e "/<link rel=\"stylesheet\" href=\"$name\"/!{/<link rel=\"stylesheet\"/d}"
}

build_id() {
  app_files | while IFS= read -r file; do sha256sum "$file"; done | short_digest
}

print_build() {
  local file comma=''
  printf 'const BUILD = {\n  "id": "%s",\n  "files": {' "$1"
  while IFS= read -r file; do
    printf '%s\n    "%s": "%s"' "$comma" "$file" "$(integrity "$file")"
    comma=','
  done < <(app_files)
  printf '\n  }\n};\n'
}

write_worker() {
  local line
  while IFS= read -r line; do
    case $line in
      'const BUILD = '*) print_build "$1" ;;
      *) printf '%s\n' "$line" ;;
    esac
  done <"$root/public/worker.js" >worker.js
}

compress() {
  local file
  find . -type f \( -name '*.html' -o -name '*.js' -o -name '*.css' -o -name '*.wasm' -o -name '*.svg' \
    -o -name '*.json' -o -name '*.webmanifest' \) -printf '%P\n' | while IFS= read -r file; do
    if [[ ! $file.br -nt $file ]]; then
      brotli --force --quality=11 --output="$file.br" "$file"
      gzip --force --keep --no-name --best "$file"
      # Not older than the original even where the clock is coarse.
      touch "$file.br" "$file.gz"
    fi
  done
}

if ! command -v brotli >/dev/null; then
  echo "brotli is missing: install the Debian package brotli, or build with ./run --build, which does." >&2
  exit 1
fi

join_styles
glue=$(name_by_content "$(only_file 'indsats-*.js')" indsats js)
wasm=$(name_by_content "$(only_file 'indsats-*.wasm')" indsats wasm)
boot=$(write_boot "$glue" "$wasm")

# Trunk leaves its own line about the Rust program in the page.
edit_index -E \
  -e '/<link data-trunk /d' \
  -e "s|href=\"indsats[^\"]*\.js\"|href=\"$glue\"|" \
  -e "s|href=\"indsats[^\"]*\.wasm\"|href=\"$wasm\"|" \
  -e "s|src=\"boot[^\"]*\.js\"|src=\"$boot\"|" \
  -e 's|(<meta name="indsats-build" content=")[^"]*|\1|'
if [[ -n $base ]]; then
  edit_index -E "s|<base href=\"[^\"]*\">|<base href=\"$base\">|"
fi

build=$(build_id)
edit_index -E "s|(<meta name=\"indsats-build\" content=\")|\1$build|"
write_worker "$build"
compress
