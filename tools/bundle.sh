# shellcheck shell=bash disable=SC2154
# From the sources to the folder that is served, and no step of it when nothing changed. Sourced after say.sh,
# debian.sh and tools.sh; expects $root and $target.

# Everything the bundle depends on. Trunk itself would compile and write anew each time.
inputs_digest() {
  (
    cd "$root" || exit
    for part in Cargo.lock Cargo.toml build.rs Trunk.toml index.html src content locales public style \
      tools/built.sh tools/bundle.sh tools/finish-dist.sh tools/split-parts.sh tools/tools.sh; do
      if [[ -e $part ]]; then find "$part" -type f -print0; fi
    done |
      LC_ALL=C sort --zero-terminated | xargs --null sha256sum | sha256sum | cut -c1-64
  )
}

is_current() {
  [[ -f $1 && $(<"$1") == "$2" ]]
}

need_build_tools() {
  step "Debian packages" need_commands cc=build-essential brotli=brotli gzip=gzip
  step "Rust" need_rust_source
  step "Libraries" need_crates
  step "wasm-bindgen" need_wasm_bindgen
  step "trunk" need_trunk
  step "wasm-split" need_wasm_split
  step "esbuild" need_esbuild
}

# The standard library comes compiled for speed and with the words of its every panic. It is built anew for size,
# and a panic stops the program without words: nobody reads them on a tablet, and public/boot.js says what to do.
# That is a tenth of the download, and the compiler offers it only to those who say that they know it may change.
small_std() {
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export RUSTFLAGS="-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort"
  # What refers to what: the splitter needs it, and takes it away.
  RUSTFLAGS+=" -Clink-arg=--emit-relocs"
}

# The bundle for the path /; trunk's hooks split and finish it.
compile_bundle() {
  # An empty target folder takes this much in the course of a release build.
  [[ -d $target/$wasm/release ]] || need_space "$target" 2000
  # Trunk takes wasm-bindgen from PATH, and everything is here already: nothing is fetched.
  if ! (cd "$root" && small_std && RUST_BACKTRACE=0 env -u NO_COLOR PATH="$(dirname "$wasm_bindgen"):$PATH" INDSATS_BASE=/ \
    INDSATS_WASM_SPLIT="$wasm_split" INDSATS_ESBUILD="$esbuild" CARGO_TARGET_DIR="$target" "$trunk" build --release --locked --offline --skip-version-check --dist "$target/bundle"); then
    [[ $(free_mb "$target") -lt 50 ]] && fail "The disk is full: make room for $target and run this again."
    fail "The bundle could not be built: the lines above say what to correct."
  fi
}

# Refuses to empty a folder that is not ours.
check_out() {
  [[ ! -e $1 || -f $1/worker.js || -z $(ls -A "$1") ]] ||
    fail "$1 holds something else than a build of this: choose an empty folder with --out."
}

# write_dist OUT BASE: a copy of the bundle for that path. Made beside and moved, so a server that runs
# never sees half of it for longer than the move takes.
write_dist() {
  local out=$1 base=$2 new=$1.new
  rm -rf "$new"
  mkdir -p "$(dirname "$out")"
  cp -a "$target/bundle" "$new"
  "$root/tools/finish-dist.sh" "$new" "$base"
  rm -rf "$out"
  mv "$new" "$out"
}

# build_dist OUT BASE
build_dist() {
  local out=$1 base=$2 digest stamp
  digest=$(inputs_digest)
  stamp=$target/stamps/$(printf '%s' "$out" | sha256sum | cut -c1-16)
  check_out "$out"
  if is_current "$stamp" "$digest $base" && [[ -f $out/worker.js && -f $out/index.html ]]; then
    echo "Nothing to build: $out is what the sources say."
    return
  fi
  rm -f "$stamp"
  if ! is_current "$target/stamps/bundle" "$digest" || [[ ! -f $target/bundle/worker.js ]]; then
    need_build_tools
    rm -f "$target/stamps/bundle"
    step "Bundle" compile_bundle
    mkdir -p "$target/stamps"
    printf '%s' "$digest" >"$target/stamps/bundle"
  fi
  step "Folder $out for $base" write_dist "$out" "$base"
  printf '%s' "$digest $base" >"$stamp"
}
