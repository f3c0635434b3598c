#!/usr/bin/env bash
# Starts the whole platform on this machine; see `make help`. DETACH=1 returns once it is ready.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install postgres settings services; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done

start() {
    refuse_running
    cluster_create
    if cluster_is_running; then cluster_stop; fi
    "$here/ports.py" LANG_PORTAL_PORT="$LANG_PORTAL_PORT" LANG_PORTAL_API_PORT="$LANG_PORTAL_API_PORT" LOCAL_CLOUD_PORT="$LOCAL_CLOUD_PORT" POSTGRES_PORT="$POSTGRES_PORT" \
        || die "a port we need is taken." "The lines above say what to do."
    write_settings
    say "starting postgres, local-cloud, lang-portal-api"
    trap 'stop_everything' EXIT
    cluster_start "$POSTGRES_PORT"
    database_with_roles "$POSTGRES_PORT" lang_portal "$(saved LANG_PORTAL_OWNER_PASSWORD)" "$(saved LANG_PORTAL_APP_PASSWORD)"
    database_with_roles "$POSTGRES_PORT" haiku "$(saved HAIKU_OWNER_PASSWORD)" "$(saved HAIKU_APP_PASSWORD)"
    start_service local-cloud
    wait_until_ready local-cloud "http://127.0.0.1:$LOCAL_CLOUD_PORT/us-east-1_LocalPool/.well-known/jwks.json"
    start_service lang-portal-api
    wait_until_ready lang-portal-api "http://127.0.0.1:$LANG_PORTAL_API_PORT/api/ready"
}

greet() {
    cat <<TEXT

Ready after $SECONDS s.
  Lang Portal    http://localhost:$LANG_PORTAL_PORT        API documentation: http://localhost:$LANG_PORTAL_API_PORT/docs
  its API        http://localhost:$LANG_PORTAL_API_PORT/api
  local-cloud    http://localhost:$LOCAL_CLOUD_PORT        learners: demo@app-dw.net (Sakura-2026!), other@app-dw.net (Momiji-2026!)
  PostgreSQL     127.0.0.1:$POSTGRES_PORT               settings and passwords: ${LOCAL/#"$ROOT/"/}/env, logs: ${LOCAL/#"$ROOT/"/}/log

First steps:
  TOKEN=\$(make -s token)
  curl -s -X POST localhost:$LANG_PORTAL_PORT/api/load_initial_data -H "Authorization: Bearer \$TOKEN"
  curl -s 'localhost:$LANG_PORTAL_PORT/api/words?per_page=3' -H "Authorization: Bearer \$TOKEN"

TEXT
}

# Stays until Ctrl-C, until \`make down\` elsewhere, or until a service dies.
stay() {
    local service
    say "Ctrl-C stops everything"
    trap 'echo >&2; exit 0' INT TERM HUP
    while sleep 0.5; do
        for service in "${STARTED_SERVICES[@]}"; do
            [[ -e $LOCAL/run/$service.pid ]] || exit 0
            running_pid "$service" >/dev/null || service_failed "$service ended"
        done
    done
}

make_local_folders
install_for_running
build_services
start
greet
if [[ ${DETACH:-0} = 1 ]]; then
    trap - EXIT
else
    stay
fi
