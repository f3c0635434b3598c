# shellcheck shell=bash
# What every command here needs: where things are, how to speak, and how to become another user.
# shellcheck disable=SC2034 # most of it is for those who source this

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd -P)
# One folder holds everything that running locally produces. Tests and benchmarks use their own beside the developer's.
LOCAL=${LOCAL_DIR:-$ROOT/.local}
[[ $LOCAL = /* ]] || LOCAL=$ROOT/$LOCAL
PG_BIN=/usr/lib/postgresql/15/bin
export LC_ALL=C.UTF-8
# Said, not guessed from the terminal: the choice is an argument of every compilation, and another one builds everything anew.
SWIFT_FLAGS=(--no-color-diagnostics)
# libpq reads these silently; a developer's shell must not steer the private cluster.
unset PGHOST PGHOSTADDR PGPORT PGUSER PGPASSWORD PGPASSFILE PGDATABASE PGSERVICE PGSERVICEFILE PGOPTIONS PGSSLMODE PGSSLROOTCERT PGDATA

say() { printf '\033[1m→\033[0m %s\n' "$*" >&2; }
note() { printf '  %s\n' "$*" >&2; }
die() {
    printf '\033[1;31m✗\033[0m %s\n' "$1" >&2
    [[ -z ${2-} ]] || printf '  %s\n' "$2" >&2
    exit 1
}

is_root() { [[ $(id -u) -eq 0 ]]; }

as_root() {
    if is_root; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this step needs root: $*" "Run it as root yourself, or install sudo, then start again."
    fi
}

make_local_folders() {
    # 0755 whatever the umask: the cluster's user must be able to pass through. Secrets are files of mode 0600.
    install -d -m 755 "$LOCAL" "$LOCAL/log" "$LOCAL/run"
}

# hash_of <text>: twelve hexadecimal digits, to key folders outside the checkout by its path.
hash_of() { printf %s "$1" | sha256sum | cut -c1-12; }

# percent_encode <text>: for values inside a connection URL.
percent_encode() { /usr/bin/python3 -c 'import sys, urllib.parse as u; print(u.quote(sys.argv[1], safe=""))' "$1"; }
