#!/usr/bin/env bash
# Measures this project beside its peers; what and how is in Benchmarks/README.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Its own stack, so that measuring neither reads nor fills the developer's databases.
export LOCAL_DIR=${BENCH_LOCAL_DIR:-$(cd "$here/../.." && pwd -P)/.local/bench}
for part in common lock install postgres services; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
BENCH_PARTS=${BENCH_PARTS:-web lists clients tokens guardrails}
export BENCH_PEERS=${BENCH_PEERS:-nginx fastapi ours}

wants() { [[ " $BENCH_PARTS " = *" $1 "* ]]; }

web() {
    local port password url
    port=$(ports 1) password=$(openssl rand -hex 24)
    cluster_create
    without_tls
    cluster_start "$port"
    # With wrk, away from the server's core; the processes it forks inherit that.
    as_cluster_user taskset -acp 1 "$(as_cluster_user head -n 1 "$(cluster_home)/data/postmaster.pid")" >/dev/null
    database_with_roles "$port" bench "$password" "$password"
    psql -Xq "$(database_url bench_owner "$password" "$port" bench)" <<'SQL'
DROP TABLE IF EXISTS bench_rows;
CREATE TABLE bench_rows (id integer PRIMARY KEY, name text NOT NULL, score integer NOT NULL);
INSERT INTO bench_rows SELECT n, 'row ' || n, n * 7 % 1000 FROM generate_series(1, 10000) AS n;
VACUUM ANALYZE bench_rows;
SQL
    url=$(database_url bench_app "$password" "$port" bench)
    DATABASE_URL="${url%%\?*}?sslmode=disable" BENCH_PYTHON=$ROOT/.venv-bench/bin/python BENCH_SERVER=$(binary_of bench-server) \
        BENCH_FOLDER=$LOCAL/web /usr/bin/python3 "$ROOT/Benchmarks/web.py"
    cluster_stop
}

# The row is compared without TLS, for all peers alike: OpenSSL's work is the same for everybody and would hide theirs.
without_tls() {
    local rule='hostnossl bench bench_app 127.0.0.1/32 scram-sha-256' file
    file=$(cluster_home)/data/pg_hba.conf
    as_cluster_user grep -qxF "$rule" "$file" || as_cluster_user tee -a "$file" >/dev/null <<<"$rule"
}

lists() {
    local names=("${SERVICE_PORTS[@]}" POSTGRES_PORT) free
    mapfile -t free < <(ports "${#names[@]}")
    # Where another stack would be, the developer's may run.
    (
        for number in "${!names[@]}"; do export "${names[number]}=${free[number]}"; done
        BINARIES=$(dirname "$(binary_of local-cloud)") DETACH=1 "$here/up.sh" >/dev/null
    )
    # shellcheck source=/dev/null
    (. "$LOCAL/env" && /usr/bin/python3 "$ROOT/Benchmarks/portal_lists.py")
    "$here/down.sh"
}

clients() {
    BENCH_PYTHON=$ROOT/.venv-bench/bin/python BENCH_CLIENT=$(binary_of bench-client) BENCH_FOLDER=$LOCAL/web /usr/bin/python3 "$ROOT/Benchmarks/clients.py"
}

tokens() {
    BENCH_PYTHON=$ROOT/.venv-bench/bin/python BENCH_TOKENS=$(binary_of bench-tokens) BENCH_FOLDER=$LOCAL/web /usr/bin/python3 "$ROOT/Benchmarks/tokens.py"
}

guardrails() {
    BENCH_GUARDRAILS=$(binary_of bench-guardrails) /usr/bin/python3 "$ROOT/Benchmarks/guardrails.py"
}

ports() { "$here/ports.py" --free "$1"; }

# Before anything is measured, so that no compiler runs beside it.
build() {
    local programs=()
    if wants web && [[ " $BENCH_PEERS " = *" ours "* ]]; then programs+=(bench-server); fi
    if wants lists; then programs+=("${STARTED_SERVICES[@]}"); fi
    if wants clients; then programs+=(bench-client); fi
    if wants tokens; then programs+=(bench-tokens); fi
    if wants guardrails; then programs+=(bench-guardrails); fi
    ((${#programs[@]} == 0)) || build_programs "${programs[@]}"
}

(($(nproc) >= 2)) || die "measuring needs two cores: one for the server, one for wrk."
require_swift
make_local_folders
install_packages "${BUILD_PACKAGES[@]}" "${RUN_PACKAGES[@]}" "${BENCH_PACKAGES[@]}"
[[ " $BENCH_PEERS " != *" fastapi "* && ! " $BENCH_PARTS " =~ " "(clients|tokens)" " ]] || install_python "$ROOT/.venv-bench" "$ROOT/Benchmarks/requirements.txt"
build
"$here/down.sh"
trap '"$here/down.sh"' EXIT
if wants web; then web; fi
if wants lists; then lists; fi
if wants clients; then clients; fi
if wants tokens; then tokens; fi
if wants guardrails; then guardrails; fi
