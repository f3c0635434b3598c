# shellcheck shell=bash
# PgBouncer in transaction mode with TLS before the private cluster: locally what RDS Proxy is in production.

# pgbouncer_start <port> <cluster port> <role> <password>
pgbouncer_start() {
    local port=$1 home folder
    home=$(cluster_home) folder=$home/pgbouncer
    as_cluster_user install -d -m 700 "$folder"
    printf '"%s" "%s"\n' "$3" "$4" | as_cluster_user tee "$folder/users" >/dev/null
    as_cluster_user tee "$folder/pgbouncer.ini" >/dev/null <<INI
[databases]
; Over the socket, as which role it wants: as RDS Proxy, it does not depend on the password a client came with, which may have changed since.
* = host=$SOCKET_FOLDER port=$2
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $port
unix_socket_dir =
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
auth_type = scram-sha-256
auth_file = $folder/users
; other roles, such as those a test makes, are looked up with the one in the file
auth_user = $3
client_tls_sslmode = require
client_tls_key_file = $home/server.key
client_tls_cert_file = $home/server.crt
logfile = $folder/pgbouncer.log
pidfile = $folder/pgbouncer.pid
INI
    ln -sfn "$CLUSTER/pgbouncer/pgbouncer.log" "$LOCAL/log/pgbouncer.log"
    as_cluster_user /usr/sbin/pgbouncer -d -q "$folder/pgbouncer.ini" || die "PgBouncer did not start." "Its log: $LOCAL/log/pgbouncer.log"
}

pgbouncer_stop() {
    local pid
    pid=$(as_cluster_user cat "$(cluster_home)/pgbouncer/pgbouncer.pid" 2>/dev/null) || return 0
    as_cluster_user kill -INT "$pid" 2>/dev/null || true
}
