# shellcheck shell=bash
# What ./demo and ./test need before they can begin: each function finds a thing or says in one sentence that it is missing.

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Cargo, at least as new as Cargo.toml asks, and a C compiler for SQLite and the cryptography.
need_compilers() {
  if ! command -v cargo >/dev/null && [[ -x "${CARGO_HOME:-${HOME:-}/.cargo}/bin/cargo" ]]; then
    PATH="${CARGO_HOME:-${HOME:-}/.cargo}/bin:$PATH"
  fi
  local wanted have
  wanted=$(sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml)
  if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
    stop "Rust is missing: install Rust $wanted or newer from https://rustup.rs and run this again."
  fi
  have=$(rustc --version | cut -d' ' -f2)
  [[ "$(printf '%s\n%s\n' "$wanted" "$have" | sort -V | head -n 1)" == "$wanted" ]] ||
    stop "Rust $have is too old: install Rust $wanted or newer, for example with 'rustup update', and run this again."
  command -v cc >/dev/null || command -v clang >/dev/null ||
    stop "A C compiler is missing: install one, for example with 'apt-get install gcc libc6-dev', and run this again."
}

# Runs a command as root: as we are, or with a sudo that asks for no password.
as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# Whether packages can be installed here without asking anyone.
can_install() {
  command -v apt-get >/dev/null || return 1
  [[ $EUID -eq 0 ]] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

# Installs Debian or Ubuntu packages; the list of packages is read anew only when a package is not found in it.
install_packages() {
  local options=(-y -q --no-install-recommends)
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" >/dev/null 2>&1 && return
  as_root apt-get update -q >/dev/null 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install "${options[@]}" "$@" >/dev/null 2>&1
}

# Whether Voikko's Finnish dictionary is somewhere the server looks.
has_dictionary() {
  local place
  for place in "${TARJOTIN_DICTIONARY:-}" /usr/lib/voikko /usr/share/voikko /usr/local/{lib,share}/voikko \
    /opt/homebrew/lib/voikko /etc/voikko "${HOME:-}/.voikko"; do
    [[ -n "$place" && -n "$(find "$place" -name mor.vfst -print -quit 2>/dev/null)" ]] && return
  done
  return 1
}
