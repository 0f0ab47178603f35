#!/usr/bin/env bash
# Make this machine and .venv ready; run by every door of the Makefile, so it is quick when nothing is to do.
#
# For Debian 12 and later and Ubuntu 24.04 with python3 >= 3.11. What is there already is left alone: a package is
# asked for only when the thing it brings (a command, a library, a Python module) is missing. Package sources are the
# machine's own: apt's lists and pip's configuration say where from.
#
# Leaves behind: .venv with requirements-dev.lock (Node and npm among it) and the project itself (editable),
# .venv/bin/chromium (the one name under which tests find a browser), tests/node/node_modules (what the tests borrow from
# npm), .venv/.stamp (what was installed).
# Exit codes: 0 ready; 3 the machine lacks something, and where one line would mend it, it is the last one printed;
# anything else is the code of the command that failed, whose own words stand above.
set -euo pipefail
unset PYTHONDONTWRITEBYTECODE # without bytecode every start of Python is slow
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly VENV=.venv
readonly BROWSERS=(chromium chromium-browser google-chrome google-chrome-stable microsoft-edge)
readonly COMMANDS=(gs:ghostscript pdftoppm:poppler-utils qpdf:qpdf zbarimg:zbar-tools java:default-jre-headless fc-list:fontconfig)
# One start of Python answers three questions: its version, which libraries WeasyPrint will not find, and whether it can
# make a venv (Debian cuts ensurepip out into python3-venv).
readonly PROBE='
import ctypes, importlib.util, sys
if sys.version_info < (3, 11): sys.exit(1)
lacking = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
for library, package in (
    ("libpango-1.0.so.0", "libpango-1.0-0"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("libatomic.so.1", "libatomic1"),
):
    try: ctypes.CDLL(library)
    except OSError: lacking.append(package)
print("%d.%d" % sys.version_info[:2], *lacking)'

say() { printf '• %s\n' "$*" >&2; }

# Stop for want of something: say what, then the one line to paste, if there is one.
lack() {
  say "$1"
  [ -z "${2-}" ] || printf '%s\n' "Hãy dán dòng sau vào cửa sổ lệnh rồi chạy lại:" "$2" >&2
  exit 3
}

# The venv's Python if that venv is whole and stands where it was made, else the machine's. Sets python, version, lacking.
probe() {
  local candidate answer
  for candidate in "$VENV/bin/python" python3 python3.14 python3.13 python3.12 python3.11; do
    answer=$("$candidate" -I -S -c "$PROBE" 2>/dev/null) || continue
    read -ra lacking <<<"$answer"
    version=${lacking[0]}
    lacking=("${lacking[@]:1}")
    [ "$candidate" != "$VENV/bin/python" ] || venv_is_whole || continue
    python=$candidate
    return
  done
  lack "Cần Python 3.11 trở lên (Debian 12, Ubuntu 24.04 trở lên có sẵn)."
}

venv_is_whole() {
  [ -d "$VENV/lib/python$version/site-packages" ] && grep -qF "$(pwd -P)/$VENV" "$VENV/bin/activate"
}

is_ubuntu() { grep -qsE '^ID(_LIKE)?=.*ubuntu' /etc/os-release; }

# Print the path of a browser that starts. Being found is not enough: Ubuntu's chromium-browser may be an empty shell
# that only speaks of snap.
find_browser() {
  local name path
  for name in "${BROWSERS[@]}"; do
    path=$(command -v "$name") || continue
    timeout 30 "$path" --version >/dev/null 2>&1 || continue
    printf '%s\n' "$path"
    return
  done
  return 1
}

# Print the Debian packages this machine lacks. On Ubuntu apt has no real chromium: link_browser sees to it there.
missing_packages() {
  local pair
  [ "${#lacking[@]}" -eq 0 ] || printf '%s\n' "${lacking[@]}"
  for pair in "${COMMANDS[@]}"; do
    command -v "${pair%%:*}" >/dev/null || printf '%s\n' "${pair#*:}"
  done
  [ -x "$VENV/bin/chromium" ] || is_ubuntu || find_browser >/dev/null || printf 'chromium\n'
}

# Set as_root to what makes a command run as root here; fail if nothing does without a password.
become_root() {
  as_root=()
  [ "$(id -u)" -eq 0 ] && return
  as_root=(sudo)
  sudo -n true 2>/dev/null
}

install_packages() {
  local packages=("$@") line
  command -v apt-get >/dev/null || lack "Máy này không có apt-get. Hãy tự cài các thứ tương đương với: ${packages[*]}"
  if ! become_root; then
    line="apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
    command -v sudo >/dev/null && line="sudo sh -c '$line'" || line="su - -c '$line'"
    lack "Thiếu ${#packages[@]} gói hệ thống, và cần quyền quản trị để cài." "$line"
  fi
  say "Đang cài gói hệ thống: ${packages[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update || say "Không cập nhật được hết danh mục gói; vẫn thử cài."
  "${apt[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null ||
    lack "Không cài được gói hệ thống; lý do ở các dòng trên."
}

ready_machine() {
  local packages
  probe
  mapfile -t packages < <(missing_packages)
  [ "${#packages[@]}" -gt 0 ] || return 0
  install_packages "${packages[@]}"
  hash -r
  probe
  mapfile -t packages < <(missing_packages)
  [ "${#packages[@]}" -eq 0 ] || lack "Đã cài mà vẫn chưa dùng được: ${packages[*]}"
}

# What the venv is made from; the stamp holds it once the venv is done.
fingerprint() {
  printf '%s ' "$version"
  cat pyproject.toml requirements-dev.lock tests/node/package-lock.json .ci/setup.sh | sha256sum
}

fill_venv() {
  if [ "$python" != "$VENV/bin/python" ]; then
    say "Đang tạo $VENV (Python $version)"
    "$python" -m venv --clear "$VENV"
  fi
  local pip=("$VENV/bin/python" -m pip)
  "${pip[@]}" --version >/dev/null 2>&1 || "$VENV/bin/python" -m ensurepip >/dev/null
  say "Đang cài thư viện theo requirements-dev.lock (lần đầu mất vài phút)"
  pip+=(install -qq --no-input --disable-pip-version-check --no-deps)
  "${pip[@]}" --require-hashes -r requirements-dev.lock
  "${pip[@]}" --no-build-isolation --editable .
}

# npm comes from PyPI with the other libraries, the same on every machine; no package runs a script while it is installed.
fill_node() {
  say "Đang cài công cụ kiểm thử theo tests/node/package-lock.json"
  PATH="$PWD/$VENV/bin:$PATH" npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund --loglevel=error >&2
}

# Give the browser its one name. Where there is none (Ubuntu), Playwright brings its own build.
link_browser() {
  [ ! -x "$VENV/bin/chromium" ] || return 0
  local path
  path=$(find_browser) || path=$(fetch_browser)
  ln -sfn "$path" "$VENV/bin/chromium"
}

fetch_browser() {
  local path deps="$PWD/$VENV/bin/playwright install-deps chromium"
  say "Chưa có trình duyệt; đang nhờ Playwright tải Chromium"
  if become_root; then "${as_root[@]}" "$VENV/bin/playwright" install-deps chromium >&2 || true; fi
  "$VENV/bin/playwright" install chromium >&2 ||
    lack "Không tải được Chromium. Hãy cài Google Chrome hoặc Chromium bằng cách khác, ví dụ:" "sudo snap install chromium"
  path=$("$VENV/bin/python" -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as play: print(play.chromium.executable_path)')
  timeout 30 "$path" --version >/dev/null 2>&1 || lack "Chromium vừa tải còn thiếu thư viện." "sudo $deps"
  printf '%s\n' "$path"
}

main() {
  local python version lacking as_root
  mkdir -p .cache
  exec 9>.cache/setup.lock
  flock 9 # two doors opened at once wait for each other
  ready_machine
  if [ "$(cat "$VENV/.stamp" 2>/dev/null)" != "$(fingerprint)" ]; then
    rm -f "$VENV/.stamp"
    fill_venv
    fill_node
    fingerprint >"$VENV/.stamp"
    say "Xong phần thư viện."
  fi
  link_browser
}

main
