# shellcheck shell=bash disable=SC2034,SC2154,SC1091
# The tools that are not the operating system's: looked for on PATH at the right version, else kept in a
# cache outside the clone. Sourced after say.sh and debian.sh; expects $root.

tools=${INDSATS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/indsats/tools}
target=${CARGO_TARGET_DIR:-$root/target}
wasm=wasm32-unknown-unknown

# The newest that the compiler named in Cargo.toml can build.
trunk_version=0.21.14
wasm_split_version=0.2.4
esbuild_version=0.25.12
axe_version=4.10.3
surveyjs_version=2.5.38
icalendar_version=7.3.2

# The tool must be the very version of the library.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;q}' "$root/Cargo.lock"
}

# find_tool COMMAND VERSION: where it is at that version, PATH first.
find_tool() {
  local candidate
  for candidate in "$(command -v "$1" || true)" "$tools/bin/$1"; do
    if [[ -n $candidate && -x $candidate && $("$candidate" --version 2>/dev/null) == *" $2"* ]]; then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

# A tool runs for seconds and is built once: the profile made for the fastest binary is not worth its minutes.
cargo_install() {
  need_space "$tools" 1500
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
    CARGO_TARGET_DIR="$target/tools" CARGO_INSTALL_ROOT="$tools" cargo install --force "$@" || return
  rm -rf "$target/tools"
}

need_rust() {
  if ! command -v cargo >/dev/null; then
    [[ -f $HOME/.cargo/env ]] && . "$HOME/.cargo/env"
    command -v cargo >/dev/null || fail "Rust is missing: install rustup as https://rustup.rs says and run this again."
  fi
  local wanted have
  wanted=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$root/Cargo.toml")
  have=$(rustc --version | cut -d ' ' -f 2)
  if [[ $(printf '%s\n' "$wanted" "$have" | sort --version-sort | head -n 1) != "$wanted" ]]; then
    fail "Rust $have is older than the $wanted this needs: run 'rustup update stable' and then this again."
  fi
  if [[ ! -d $(rustc --print sysroot)/lib/rustlib/$wasm ]]; then
    command -v rustup >/dev/null || fail "Rust's target $wasm is missing and so is rustup: install rustup as https://rustup.rs says and run this again."
    rustup target add "$wasm" || failed_fetch "Rust's target $wasm" "$HOME"
  fi
}

# The standard library is part of the bundle and built with it: its source, and what that builds on.
need_rust_source() {
  need_rust
  local library where
  library=$(rustc --print sysroot)/lib/rustlib/src/rust/library
  if [[ ! -f $library/Cargo.lock ]]; then
    command -v rustup >/dev/null || fail "The source of Rust's standard library is missing and so is rustup: install rustup as https://rustup.rs says and run this again."
    rustup component add rust-src || failed_fetch "The source of Rust's standard library" "$HOME"
  fi
  where=(--locked --manifest-path "$library/Cargo.toml")
  RUSTC_BOOTSTRAP=1 cargo fetch --offline --quiet "${where[@]}" 2>/dev/null && return
  RUSTC_BOOTSTRAP=1 cargo fetch "${where[@]}" || failed_fetch "The libraries of Rust's standard library" "$HOME"
}

# need_rust_parts COMPONENT…: cargo-fmt and cargo-clippy are not part of every installation.
need_rust_parts() {
  local part
  for part in "$@"; do
    cargo "${part#rust}" --version >/dev/null 2>&1 && continue
    rustup component add "$part" || failed_fetch "Rust's $part" "$HOME"
  done
}

need_crates() {
  local host where
  host=$(rustc --version --verbose | sed -n 's/^host: //p')
  where=(--locked --target "$wasm" --target "$host" --manifest-path "$root/Cargo.toml")
  cargo fetch --offline --quiet "${where[@]}" 2>/dev/null && return
  cargo fetch "${where[@]}" || failed_fetch "The libraries in Cargo.lock" "$HOME"
}

need_wasm_bindgen() {
  local version
  version=$(wasm_bindgen_version)
  if ! find_tool wasm-bindgen "$version" >/dev/null || ! find_tool wasm-bindgen-test-runner "$version" >/dev/null; then
    echo "  building wasm-bindgen $version (some minutes, once)"
    # Right after a release its own lock file can name what the registry does not have yet.
    cargo_install --locked wasm-bindgen-cli --version "$version" ||
      cargo_install wasm-bindgen-cli --version "$version" ||
      failed_fetch "wasm-bindgen $version" "$tools"
  fi
  wasm_bindgen=$(find_tool wasm-bindgen "$version")
  wasm_bindgen_test_runner=$(find_tool wasm-bindgen-test-runner "$version")
}

need_trunk() {
  if ! find_tool trunk "$trunk_version" >/dev/null; then
    echo "  building trunk $trunk_version (some minutes, once)"
    cargo_install --locked trunk --version "$trunk_version" --no-default-features ||
      failed_fetch "trunk $trunk_version" "$tools"
  fi
  trunk=$(find_tool trunk "$trunk_version")
}

# Cuts the program where #[wasm_split] marks it. It does not tell its version, so it has a folder that does.
need_wasm_split() {
  local dir=$tools/wasm-split-$wasm_split_version
  wasm_split=$dir/bin/wasm-split-cli
  [[ -x $wasm_split ]] && return
  echo "  building wasm-split $wasm_split_version (a minute, once)"
  cargo_install --locked wasm_split_cli_support --version "$wasm_split_version" --features build-binary --root "$dir" ||
    failed_fetch "wasm-split $wasm_split_version" "$tools"
}

# Makes scripts and styles small. One program without anything beside it, for both.
need_esbuild() {
  local dir=$tools/esbuild-$esbuild_version platform work
  esbuild=$dir/package/bin/esbuild
  [[ -x $esbuild ]] && return
  need_commands npm=npm
  case $(uname -sm) in
    'Linux x86_64') platform=linux-x64 ;;
    'Linux aarch64') platform=linux-arm64 ;;
    'Darwin x86_64') platform=darwin-x64 ;;
    'Darwin arm64') platform=darwin-arm64 ;;
    *) fail "There is no esbuild for $(uname -sm): build on Linux or macOS." ;;
  esac
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "@esbuild/$platform@$esbuild_version" >/dev/null) ||
    failed_fetch "esbuild $esbuild_version" "$tools"
  mkdir -p "$dir"
  tar --extract --gzip --file "$work"/esbuild-*.tgz --directory "$dir" package/bin/esbuild package/package.json
  rm -rf "$work"
}

need_caddy() {
  caddy=$(command -v caddy || true)
  if [[ -z $caddy ]]; then
    caddy=$tools/caddy/usr/bin/caddy
    [[ -x $caddy ]] || unpack_debian caddy "$tools/caddy"
  fi
}

# The accessibility checker that the whole-app tests put into the page.
need_axe() {
  local dir=$tools/axe-core-$axe_version work
  axe=$dir/package/axe.min.js
  [[ -f $axe ]] && return
  need_commands npm=npm
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "axe-core@$axe_version" >/dev/null) || failed_fetch "axe-core $axe_version" "$tools"
  mkdir -p "$dir"
  tar --extract --gzip --file "$work"/axe-core-*.tgz --directory "$dir" package/axe.min.js package/LICENSE
  rm -rf "$work"
}

# The engine and the look of the form that ./bench load measures beside the app.
need_surveyjs() {
  surveyjs=$tools/surveyjs-$surveyjs_version
  [[ -f $surveyjs/survey-js-ui.min.js ]] && return
  need_commands npm=npm
  local work
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "survey-core@$surveyjs_version" "survey-js-ui@$surveyjs_version" >/dev/null) ||
    failed_fetch "SurveyJS $surveyjs_version" "$tools"
  mkdir -p "$surveyjs"
  tar --extract --gzip --file "$work"/survey-core-*.tgz --directory "$surveyjs" --strip-components=1 \
    package/survey.core.min.js package/survey-core.min.css
  tar --extract --gzip --file "$work"/survey-js-ui-*.tgz --directory "$surveyjs" --strip-components=1 package/survey-js-ui.min.js
  rm -rf "$work"
}

# The reader of calendar files that knows nothing of ours: a test asks it what the app wrote. It has a Python
# environment of its own and is nowhere else on the machine.
need_icalendar() {
  icalendar=$tools/icalendar-$icalendar_version
  [[ -f $icalendar/complete ]] && return
  need_commands python3=python3
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3-venv
  rm -rf "$icalendar"
  { python3 -m venv "$icalendar" &&
    "$icalendar/bin/pip" install --quiet --disable-pip-version-check "icalendar==$icalendar_version"; } ||
    failed_fetch "Python's icalendar $icalendar_version" "$tools"
  touch "$icalendar/complete"
}
