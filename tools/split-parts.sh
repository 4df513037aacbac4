#!/usr/bin/env bash
# Cuts the program that trunk built into the parts of the download:  tools/split-parts.sh DIR
#
# Trunk calls it as a hook, with the folder it has written. The program as the linker left it is cut where
# src/ui/parts.rs says, the first part is bound to the browser anew in place of what trunk bound, and each other
# part gets a name that says what is in it. The glue knows that name and the digest, so a part of another build, one that
# was cut off, or a page that answers in its place is refused.
# shellcheck disable=SC2154 # tools.sh sets what is used here
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: tools/split-parts.sh DIR}
for part in say debian tools built; do
  # shellcheck source=/dev/null
  . "$root/tools/$part.sh"
done

linked=$target/$wasm/release/indsats.wasm
cut=$target/parts
split=${INDSATS_WASM_SPLIT:-$tools/wasm-split-$wasm_split_version/bin/wasm-split-cli}
small=${INDSATS_ESBUILD:-$tools/esbuild-$esbuild_version/package/bin/esbuild}
for needed in "$split" "$small"; do
  [[ -x $needed ]] || fail "$needed is missing: build with ./run --build, which fetches it."
done

# strip_part FROM TO: without names and notes, which nobody reads in a browser. The compiler brings the tool along, and
# the library it needs lies where only the compiler looks.
strip_part() {
  local sysroot host
  sysroot=$(rustc --print sysroot)
  host=$(rustc --version --verbose | sed -n 's/^host: //p')
  LD_LIBRARY_PATH=$sysroot/lib "$sysroot/lib/rustlib/$host/bin/rust-objcopy" --strip-all \
    --remove-section=target_features --remove-section=__wasm_split_unstable "$1" "$2"
}

rm -rf "$cut"
mkdir -p "$cut/bound"
"$split" "$linked" "$cut" --out-name indsats
# The parts call through the table of functions, which the linker exports and wasm-bindgen would hide.
wasm-bindgen --target web --no-typescript --keep-lld-exports --remove-name-section --remove-producers-section \
  --omit-default-module-path --out-dir "$cut/bound" --out-name indsats "$cut/indsats.wasm" 2>/dev/null ||
  fail "The first part could not be bound: run wasm-bindgen on $cut/indsats.wasm to see why."

# What fetches the parts. The splitter writes it for a server that is never wrong, and says in the console what the app
# says on the screen.
loader=$cut/bound/__wasm_split.js
sed -e 's|WebAssembly\.instantiateStreaming(src, imports)|src.then((bytes) => WebAssembly.instantiate(bytes, imports))|' \
  -e 's|console\.error(e);||' \
  "$cut/__wasm_split.js" >"$loader"
cat "$root/public/part.js" >>"$loader"
for file in "$cut"/*.wasm; do
  [[ $file == "$cut/indsats.wasm" ]] && continue
  strip_part "$file" "$cut/stripped"
  case $(basename "$file" .wasm) in
    split_*) name=$(basename "${file#*split_}" .wasm) ;;
    # What several parts need and the first does not.
    *) name=shared ;;
  esac
  name=$name-$(short_digest <"$cut/stripped").wasm
  sed -i "s|fetch(new URL(\"./$(basename "$file")\", import\.meta\.url))|fetchPart(\"./$name\", \"$(integrity "$cut/stripped")\")|" "$loader"
  grep -q "\"./$name\"" "$loader" || fail "Nothing fetches $(basename "$file"): wasm-split $wasm_split_version writes its loader otherwise."
  mv "$cut/stripped" "$dir/$name"
done
if grep -qE 'instantiateStreaming|fetch\(new URL\("' "$loader"; then
  fail "A part would be taken unchecked: wasm-split $wasm_split_version writes its loader otherwise."
fi

first=$(cd "$dir" && only_file 'indsats-*.wasm')
glue=$(cd "$dir" && only_file 'indsats-*.js')
strip_part "$cut/bound/indsats_bg.wasm" "$dir/$first"
"$small" "$cut/bound/indsats.js" --bundle --format=esm --minify --legal-comments=none --log-level=warning \
  --log-override:duplicate-object-key=silent --allow-overwrite --outfile="$dir/$glue"
