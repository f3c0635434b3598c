#!/usr/bin/env bash
# Starts the whole platform on this machine; see `make help`. DETACH=1 returns once it is ready.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common lock install japanese postgres settings services own; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done

# require_ports <name>…: variables whose values must be ports that nobody listens on.
require_ports() {
    local name pairs=()
    for name in "$@"; do pairs+=("$name=${!name}"); done
    "$here/ports.py" "${pairs[@]}" || die "the ports cannot be used as they are." "The lines above say why and what to do."
}

start() {
    lock
    refuse_running
    # First the services' ports: whoever holds them may be a service of ours that lost its PID file and works with the cluster.
    require_ports "${SERVICE_PORTS[@]}"
    cluster_create
    if cluster_is_running; then cluster_stop; fi
    require_ports "${SERVICE_PORTS[@]}" POSTGRES_PORT
    write_settings
    say "starting postgres, local-cloud, lang-portal-api, vocab-backend, vocab-frontend"
    trap stop_own EXIT
    # Said, not left to the shell: it goes on when the program it waits for took the signal and ended well.
    trap 'exit 130' INT TERM HUP
    cluster_start "$POSTGRES_PORT"
    database_with_roles "$POSTGRES_PORT" lang_portal "$(saved LANG_PORTAL_OWNER_PASSWORD)" "$(saved LANG_PORTAL_APP_PASSWORD)"
    database_with_roles "$POSTGRES_PORT" haiku "$(saved HAIKU_OWNER_PASSWORD)" "$(saved HAIKU_APP_PASSWORD)"
    start_service local-cloud
    wait_until_ready local-cloud "http://127.0.0.1:$LOCAL_CLOUD_PORT/us-east-1_LocalPool/.well-known/jwks.json"
    start_service lang-portal-api
    wait_until_ready lang-portal-api "http://127.0.0.1:$LANG_PORTAL_API_PORT/api/ready"
    mkdir -p "$ROOT/.local/patterns"
    start_service vocab-backend
    wait_until_ready vocab-backend "http://127.0.0.1:$VOCAB_BACKEND_PORT/api/ready"
    start_service vocab-frontend
    wait_until_ready vocab-frontend "http://127.0.0.1:$VOCAB_PORT/api/ready"
    own_everything
    unlock
}

greet() {
    cat <<TEXT

Ready after $SECONDS s.
  Lang Portal    http://localhost:$LANG_PORTAL_PORT        sign in, and your account; the app itself is still to come
  its API        http://localhost:$LANG_PORTAL_PORT/api    also http://localhost:$LANG_PORTAL_API_PORT/api
  Vocab          http://localhost:$VOCAB_PORT        words on any topic: generate them, hear them, keep them
  its API        http://localhost:$VOCAB_BACKEND_PORT/docs
  local-cloud    http://localhost:$LOCAL_CLOUD_PORT        learners: demo@app-dw.net (Sakura-2026!), other@app-dw.net (Momiji-2026!)
                 as AWS               for boto3 and the AWS CLI after: . ${LOCAL/#"$ROOT/"/}/env
                 its pages            http://localhost:$LOCAL_CLOUD_PORT/_faults lets services go wrong; also /_mailbox, /_telemetry
  PostgreSQL     127.0.0.1:$POSTGRES_PORT               settings and passwords: ${LOCAL/#"$ROOT/"/}/env, logs: ${LOCAL/#"$ROOT/"/}/log

First steps:
  TOKEN=\$(make -s token)
  curl -s -X POST localhost:$LANG_PORTAL_PORT/api/load_initial_data -H "Authorization: Bearer \$TOKEN"
  curl -s 'localhost:$LANG_PORTAL_PORT/api/words?per_page=3' -H "Authorization: Bearer \$TOKEN"

TEXT
}

# Stays until Ctrl-C, until `make down` elsewhere, or until a service dies.
stay() {
    local service
    trap 'echo >&2; exit 0' INT TERM HUP
    say "Ctrl-C stops everything"
    while sleep 0.5; do
        for service in "${STARTED_SERVICES[@]}"; do
            is_own_service "$service" || exit 0
            running_pid "$service" >/dev/null && continue
            # `make down` removes the file just after the end.
            sleep 0.5
            is_own_service "$service" || exit 0
            service_failed "$service ended"
        done
    done
}

lock
install_for_running
prepare_japanese
unlock
build_services
start
greet
if [[ ${DETACH:-0} = 1 ]]; then
    trap - EXIT INT TERM HUP
else
    stay
fi
