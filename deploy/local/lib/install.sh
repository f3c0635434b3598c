# shellcheck shell=bash
# Brings a bare Debian 12 with Swift to where this project builds and runs. Does nothing, quickly, when nothing is missing.

# What the Swift toolchain itself needs to start, compile and link: a linker, the C library, and what its programs load.
SWIFT_PACKAGES=(binutils libc6-dev libstdc++-12-dev libncurses6 libsqlite3-0 libxml2 libcurl4 pkg-config tzdata)
BUILD_PACKAGES=(libpq-dev libssl-dev libcurl4-openssl-dev zlib1g-dev libbrotli-dev libexpat1-dev libhyperscan-dev libunistring-dev libmecab-dev libsqlite3-dev)
RUN_PACKAGES=(postgresql postgresql-15 openssl ca-certificates curl lame python3 python3-venv procps util-linux edict mecab mecab-ipadic mecab-ipadic-utf8 mecab-utils)
# shellcheck disable=SC2034 # for those who source this
TEST_PACKAGES=(pgbouncer nginx-light haproxy slowhttptest sox libsox-fmt-mp3 nodejs node-typescript chromium-headless-shell fonts-noto-cjk faketime elfutils)
# shellcheck disable=SC2034 # as above
BENCH_PACKAGES=(nginx-light wrk)

require_swift() {
    command -v swift >/dev/null || die "Swift is not on the PATH." "Install Swift 6.2 or newer (https://www.swift.org/install/linux/) and start again."
    local version
    install_packages "${SWIFT_PACKAGES[@]}"
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    printf '%s\n' 6.2 "${version:-0}" | sort -CV || die "Swift ${version:-of an unknown version} is too old." "Install Swift 6.2 or newer: https://www.swift.org/install/linux/"
}

is_installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) = installed ]]; }

# install_packages <name>…: the missing ones only.
install_packages() {
    local missing=() name
    for name in "$@"; do
        # nginx-light and nginx both provide the program.
        [[ $name = nginx-light ]] && is_installed nginx && continue
        is_installed "$name" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || die "missing: ${missing[*]}, and there is no apt-get." "Install the equivalents of these Debian packages, then start again."
    say "installing ${missing[*]}"
    apt_get update
    refuse_system_cluster
    without_autostart apt_get install -y --no-install-recommends "${missing[@]}"
}

apt_get() {
    make_local_folders
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 "$@" >>"$LOCAL/log/install.log" 2>&1 || {
        tail -n 20 "$LOCAL/log/install.log" >&2
        die "apt-get $1 failed." "The whole story is in $LOCAL/log/install.log."
    }
}

# Debian's package would create and start a cluster on 5432; a machine that already has the server keeps its own settings.
refuse_system_cluster() {
    if is_installed postgresql-15; then return 0; fi
    without_autostart apt_get install -y --no-install-recommends postgresql-common
    as_root sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    grep -q '^create_main_cluster = false' /etc/postgresql-common/createcluster.conf \
        || echo 'create_main_cluster = false' | as_root tee -a /etc/postgresql-common/createcluster.conf >/dev/null
}

# Debian starts what it installs (nginx on 80, pgbouncer on 6432); we start our own on our own ports.
without_autostart() {
    local policy=/usr/sbin/policy-rc.d
    if [[ -e $policy ]]; then
        "$@"
        return
    fi
    printf '#!/bin/sh\nexit 101\n' | as_root install -m 755 /dev/stdin "$policy"
    (
        trap 'as_root rm -f "$policy"' EXIT
        "$@"
    )
}

# install_python <venv> <requirements>: again only when the list has changed.
install_python() {
    local venv=$1 requirements=$2 stamp
    stamp=$venv/.$(hash_of "$(cat "$requirements")")
    [[ -e $stamp ]] && return 0
    say "installing ${requirements#"$ROOT/"} into ${venv#"$ROOT/"}"
    [[ -x $venv/bin/pip ]] || /usr/bin/python3 -m venv --clear "$venv"
    # The lists are complete and pinned: --no-deps also keeps out what a package names but we do not use.
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$requirements" || die "pip could not install $requirements" "Is the network there? Then start again."
    touch "$stamp"
}

# Prints the folder of Swagger UI's files, which /docs serves.
swagger_ui_directory() {
    local folder
    for folder in "$ROOT"/.venv/lib/python3*/site-packages/drf_spectacular_sidecar/static/drf_spectacular_sidecar/swagger-ui-dist; do
        [[ -s $folder/swagger-ui-bundle.js ]] && printf %s "$folder" && return 0
    done
    die "Swagger UI is not in .venv." "Remove .venv and start again."
}

install_for_running() {
    require_swift
    install_packages "${BUILD_PACKAGES[@]}" "${RUN_PACKAGES[@]}"
    install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/run.txt"
}
