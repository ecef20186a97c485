#!/usr/bin/env bash
# Prepares what the Makefile needs: `setup.sh venv FOLDER` or `setup.sh browser`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$@" >&2; }

# Installs Debian packages where that is allowed; otherwise says in one sentence what is missing and fails.
apt_install() {
  local apt=(apt-get)
  if ! command -v apt-get >/dev/null; then
    say "缺少 $*，请用本机的软件包管理器安装。 Please install: $*"
    return 1
  elif [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "缺少 $*，请先运行： Missing packages, please run first: sudo apt-get install $*"
      return 1
    fi
    apt=(sudo -n env DEBIAN_FRONTEND=noninteractive apt-get)
  fi
  say "正在安装 $*…… Installing $*"
  export DEBIAN_FRONTEND=noninteractive
  "${apt[@]}" update -qq || say "软件包目录没有更新，照现有的安装。 The package lists are not fresh; going on."
  "${apt[@]}" install -y -qq --no-install-recommends "$@" >/dev/null
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$name"; then command -v "$name"; return; fi
  done
  say "需要 Python 3.11 或更高版本。 Python 3.11 or later is needed."
  return 1
}

# The folder's own Python; made anew when it is broken or was copied from elsewhere.
setup_venv() {
  local folder=$1 python
  if [ "$(cat "$folder/made" 2>/dev/null)" = "$PWD" ] && "$folder/bin/python" -c '' 2>/dev/null; then return; fi
  python=$(find_python)
  "$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
  rm -rf "$folder"
  "$python" -m venv "$folder"
  printf '%s\n' "$PWD" >"$folder/made"
}

has_han_fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family)" ]; }

setup_browser() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  has_han_fonts || missing+=(fonts-noto-cjk fontconfig)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

case "${1:-}" in
  venv) setup_venv "$2" ;;
  browser) setup_browser ;;
  *) say "setup.sh venv FOLDER | setup.sh browser"; exit 2 ;;
esac
