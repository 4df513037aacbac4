# shellcheck shell=bash
# What comes from the operating system. Sourced after say.sh.

as_root() {
  if [[ $(id -u) -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

can_install() {
  command -v apt-get >/dev/null && { [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null; }
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@"
}

install_packages() {
  if ! can_install; then
    fail "These are missing and cannot be installed from here: install $* (the names are Debian's) and run this again."
  fi
  echo "  installing $*"
  # The package list of a new machine is empty or old; asking for it first would cost every other machine time.
  apt_install "$@" >/dev/null 2>&1 && return
  as_root apt-get update --quiet || failed_fetch "Debian's list of packages" /var
  apt_install "$@" || failed_fetch "$*" /var
}

# need_commands COMMAND=PACKAGE…: installs the packages whose command is not there. Goes by command and not by
# package, so whatever a developer already has, from wherever, is used.
need_commands() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  if [[ ${#missing[@]} -gt 0 ]]; then
    install_packages "${missing[@]}"
  fi
}

# need_file PATTERN PACKAGE: the same for a package that brings no command.
need_file() {
  compgen -G "$1" >/dev/null || install_packages "$2"
}

# unpack_debian PACKAGE DIR: the files of a package without installing it, so no service starts on the machine.
unpack_debian() {
  local package=$1 dir=$2 work
  command -v apt-get >/dev/null || fail "$package is missing: put a $package on PATH and run this again."
  work=$(mktemp -d)
  if ! (cd "$work" && apt-get download "$package" >/dev/null 2>&1); then
    as_root apt-get update --quiet || failed_fetch "Debian's list of packages" /var
    (cd "$work" && apt-get download "$package") || failed_fetch "$package" "$work"
  fi
  mkdir -p "$dir"
  dpkg-deb --extract "$work"/*.deb "$dir" || failed_fetch "$package" "$dir"
  rm -rf "$work"
}
