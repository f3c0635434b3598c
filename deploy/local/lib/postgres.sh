# shellcheck shell=bash
# A private PostgreSQL 15 cluster of this checkout: never the system's, never as root, TLS on, loopback only.

CLUSTER=$LOCAL/postgres
CLUSTER_KEY=$(hash_of "$CLUSTER")
# Socket paths end at 107 bytes, so the socket lives in a short folder keyed by the checkout.
SOCKET_FOLDER=/tmp/app-dw-$CLUSTER_KEY

# initdb and postgres refuse root; then the cluster belongs to Debian's user `postgres`, else to whoever runs this.
if is_root; then CLUSTER_USER=postgres; else CLUSTER_USER=$(id -un); fi

as_cluster_user() (
    cd /
    unlock
    if is_root; then exec runuser -u "$CLUSTER_USER" -- "$@"; else exec "$@"; fi
)

# The user `postgres` cannot enter a checkout under a 0700 home: the cluster then lives in /var/lib, linked from here.
cluster_folder() {
    [[ -d $CLUSTER/. ]] && as_cluster_user test -w "$(cluster_home)" && return 0
    [[ ! -d $CLUSTER/data ]] || die "$CLUSTER belongs to $(stat -c %U "$CLUSTER/"), not to $CLUSTER_USER." "Start as the user you started with before, or remove that folder (its data is lost)."
    make_local_folders
    rm -rf "$CLUSTER"
    install -d -m 700 -o "$CLUSTER_USER" "$CLUSTER"
    if ! as_cluster_user test -w "$CLUSTER"; then
        local elsewhere=/var/lib/app-dw/$CLUSTER_KEY
        note "$CLUSTER_USER cannot enter $LOCAL: the cluster is in $elsewhere"
        install -d -m 755 /var/lib/app-dw
        install -d -m 700 -o "$CLUSTER_USER" "$elsewhere"
        rmdir "$CLUSTER"
        ln -s "$elsewhere" "$CLUSTER"
    fi
    ln -sfn "$CLUSTER/postgres.log" "$LOCAL/log/postgres.log"
}

# The path that the cluster's user can follow: through the link, if there is one.
cluster_home() { readlink -f "$CLUSTER"; }

# A fresh authority signs one certificate and its key is thrown away, so nobody can sign another.
cluster_certificate() {
    openssl x509 -checkend 604800 -noout -in "$LOCAL/postgres-ca.crt" >/dev/null 2>&1 && [[ -s $(cluster_home)/server.key ]] && return 0
    local work
    work=$(mktemp -d)
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=app-dw local authority" \
        -keyout "$work/ca.key" -out "$work/ca.crt" 2>"$work/log" || die "openssl could not make the certificate authority" "$(<"$work/log")"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" -keyout "$work/server.key" -out "$work/server.csr" 2>>"$work/log"
    openssl x509 -req -in "$work/server.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -CAcreateserial -days 3650 -out "$work/server.crt" \
        -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1") 2>>"$work/log"
    install -m 600 -o "$CLUSTER_USER" "$work/server.key" "$work/server.crt" "$(cluster_home)"
    install -m 644 -o "$CLUSTER_USER" "$work/ca.crt" "$(cluster_home)"
    install -m 644 "$work/ca.crt" "$LOCAL/postgres-ca.crt"
    rm -rf "$work"
}

cluster_create() {
    local home
    cluster_folder
    home=$(cluster_home)
    cluster_certificate
    [[ ! -s $home/data/PG_VERSION ]] || return 0
    say "creating a private PostgreSQL 15 cluster in $CLUSTER"
    as_cluster_user rm -rf "$home/data" "$home/data.new"
    as_cluster_user "$PG_BIN/initdb" -D "$home/data.new" --username=postgres --encoding=UTF8 --locale=C.UTF-8 --auth=peer >/dev/null
    cluster_configuration | as_cluster_user tee -a "$home/data.new/postgresql.conf" >/dev/null
    as_cluster_user tee "$home/data.new/pg_hba.conf" >/dev/null <<HBA
# The socket is open to the operating system's user of this cluster alone, who administers it; everybody else shows a password, under TLS.
local   all all                trust
hostssl all all 127.0.0.1/32   scram-sha-256
hostssl all all ::1/128        scram-sha-256
HBA
    # Renamed last: a creation that was interrupted leaves no half cluster behind.
    as_cluster_user mv "$home/data.new" "$home/data"
}

cluster_configuration() {
    cat <<'CONF'

# Written when this cluster was created; the port and the socket are given on the command line. Relative paths: a checkout may move.
listen_addresses = '127.0.0.1'
unix_socket_permissions = 0700
max_connections = 200
ssl = on
ssl_cert_file = '../server.crt'
ssl_key_file = '../server.key'
ssl_min_protocol_version = 'TLSv1.2'
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %u@%d '
CONF
}

# The postmaster's process id; fails when there was none.
cluster_pid() { as_cluster_user head -n 1 "$(cluster_home)/data/postmaster.pid" 2>/dev/null; }

cluster_is_running() { as_cluster_user "$PG_BIN/pg_ctl" status -D "$(cluster_home)/data" >/dev/null 2>&1; }

# cluster_start <port> [postgres option…]
cluster_start() {
    local port=$1 home attempt size words
    shift
    home=$(cluster_home)
    as_cluster_user install -d -m 700 "$SOCKET_FOLDER" || die "$SOCKET_FOLDER belongs to somebody else." "Remove it, then start again."
    for attempt in 1 2 3 4 5; do
        size=$(as_cluster_user stat -c %s "$home/postgres.log" 2>/dev/null || echo 0)
        as_cluster_user "$PG_BIN/pg_ctl" start -D "$home/data" -l "$home/postgres.log" -s -w -t 30 -o "-p $port -k $SOCKET_FOLDER $*" >/dev/null 2>&1 && return 0
        words=$(as_cluster_user tail -c "+$((size + 1))" "$home/postgres.log" 2>/dev/null || true)
        # After a crash the old backends hold shared memory for a moment longer than the postmaster lived; nothing else passes by itself.
        [[ $words = *'shared memory block'*'still in use'* ]] || break
        sleep "0.$attempt"
    done
    tail -n 15 <<<"$words" >&2
    die "PostgreSQL did not start." "Its words are above; its log: $LOCAL/log/postgres.log"
}

cluster_stop() {
    if [[ -d $CLUSTER/. ]] && cluster_is_running; then
        as_cluster_user "$PG_BIN/pg_ctl" stop -D "$(cluster_home)/data" -m fast -s -w -t 60 || die "PostgreSQL does not stop." "Its log: $LOCAL/log/postgres.log"
        note "stopped postgres"
    fi
}

# sql <port> [database]: runs standard input as the cluster's administrator.
sql() {
    as_cluster_user "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 -h "$SOCKET_FOLDER" -p "$1" -U postgres -d "${2:-postgres}" >/dev/null
}

# database_with_roles <port> <database> <owner password> <application password>: safe to repeat.
# Two roles as in production: the owner migrates, the application may only read and write rows.
database_with_roles() {
    local port=$1 database=$2 owner=$2_owner app=$2_app
    sql "$port" <<SQL
SET client_min_messages = warning;
SELECT format('CREATE ROLE %I LOGIN', name) FROM unnest(ARRAY['$owner', '$app']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \\gexec
ALTER ROLE $owner PASSWORD '$3';
ALTER ROLE $app PASSWORD '$4';
ALTER ROLE $owner SET statement_timeout = '600s';
ALTER ROLE $app SET statement_timeout = '10s';
ALTER ROLE $app SET idle_in_transaction_session_timeout = '30s';
SELECT 'CREATE DATABASE $database OWNER $owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '$database') \\gexec
REVOKE ALL ON DATABASE $database FROM PUBLIC;
GRANT CONNECT ON DATABASE $database TO $app;
\\connect $database
ALTER SCHEMA public OWNER TO $owner;
GRANT USAGE ON SCHEMA public TO $app;
ALTER DEFAULT PRIVILEGES FOR ROLE $owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO $app;
ALTER DEFAULT PRIVILEGES FOR ROLE $owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO $app;
SQL
}

# database_url <role> <password> <port> <database>
database_url() {
    printf 'postgres://%s:%s@127.0.0.1:%s/%s?sslmode=verify-full&sslrootcert=%s' "$1" "$2" "$3" "$4" "$(percent_encode "$LOCAL/postgres-ca.crt")"
}
