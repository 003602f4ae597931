#!/usr/bin/env bash
# The README on a machine that has nothing: a minimal Debian 12 with Python 3.11, make and git, made here and thrown away.
# Needs root, and debootstrap (installed where it is missing). Says each step and how long it took.
#
#   tests/bare_machine.sh        `make run` answers; `make test` installs what it needs and passes
#   tests/bare_machine.sh run    the first of the two
#
# This machine's ways to its package registries (proxies, certificates, indexes) are passed on; nothing else of it is.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
part=${1:-all}
suite=bookworm
packages="python3.11 python3.11-venv make git ca-certificates"

fail() { echo "$*" >&2; exit 1; }
case $part in all | run) ;; *) fail "expected nothing or run, found $part" ;; esac
[ "$(id -u)" = 0 ] || fail "a machine can be made by root only"

# Mounts and processes of its own: both are gone when this ends, whatever happens.
if [ "${BARE_MACHINE:-}" != inside ]; then
  BARE_MACHINE=inside exec unshare --mount --pid --fork --kill-child --propagation private "$0" "$@"
fi
mount -t proc proc /proc

begun=$SECONDS
step() { printf '%4d s  %s\n' $((SECONDS - begun)) "$*"; begun=$SECONDS; }

home=/srv  # in there
machine=$(mktemp -d /var/tmp/bare.XXXXXX)
trap 'umount --recursive "$machine/proc" "$machine/dev" 2>/dev/null; rm -rf --one-file-system "$machine" "$machine.log"' EXIT

command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -y -qq debootstrap >/dev/null; }
quietly() { "$@" >"$machine.log" 2>&1 || { tail -20 "$machine.log" >&2; fail "failed: $1"; }; }
quietly debootstrap --variant=minbase "$suite" "$machine"
mount -t proc proc "$machine/proc"
mount --rbind /dev "$machine/dev"

# The ways to the registries.
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/uv/uv.toml /etc/npmrc \
  "$HOME/.npmrc" "$HOME/.config/pip/pip.conf" "$HOME/.config/uv/uv.toml"; do
  [ -f "$file" ] && install -D -m 644 "$file" "$machine${file/#$HOME/$home}"
done
apt-config dump --no-empty Acquire >"$machine/etc/apt/apt.conf.d/00registries"
mapfile -t ways < <(env | grep -E '^(PIP|NPM_CONFIG|NODE|SSL|CURL|REQUESTS|UV_(INDEX|DEFAULT_INDEX|HTTP)|(https?|no)_proxy|(HTTPS?|NO)_PROXY)[A-Za-z_]*=')
# shellcheck disable=SC2086  # a list of names
quietly chroot "$machine" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
step "a minimal Debian with $packages"

[ -f /etc/ssl/certs/ca-certificates.crt ] && cp /etc/ssl/certs/ca-certificates.crt "$machine/etc/ssl/certs/"
git clone --quiet "file://$root" "$machine$home/guide"
step "a clone of $(git -C "$root" rev-parse --short HEAD)"

# In the clone, with an environment of its own. No PostgreSQL but one that was installed there counts.
inside() {
  exec setsid chroot "$machine" /usr/bin/env -i HOME=$home LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PGHOST=/var/run/postgresql "${ways[@]}" \
    bash -c "cd $home/guide && $1"
}

ready() {
  (inside 'python3.11 -c "from urllib.request import urlopen; urlopen(\"http://127.0.0.1:8080/health/ready\", timeout=5)"') \
    2>/dev/null
}

# make run, with settings before it, until it answers. Its words are left in run.log: few, and no warning of a dependency.
run() {
  ! ready || fail "something answers at port 8080 already"
  inside "$2 exec make run" >"$machine/run.log" 2>&1 &
  local service=$!
  until ready; do
    kill -0 "$service" 2>/dev/null || { cat "$machine/run.log" >&2; fail "make run ended"; }
    sleep 1
  done
  step "$1"
  kill -- "-$service"
  wait "$service" || true
  ! grep -i warning "$machine/run.log" >&2 || fail "make run prints a warning"
  [ "$(wc -l <"$machine/run.log")" -le 30 ] || { cat "$machine/run.log" >&2; fail "make run prints too much"; }
}

run "make run, until /health/ready answers" ""
run "make run again, on a new data folder" "CSPR_DATA_DIR=$home/elsewhere"
! grep -q "Training" "$machine/run.log" || fail "a new data folder trains the model again"
[ "$part" = all ] || exit 0

(inside "make test") || fail "make test failed"
step "make test"
