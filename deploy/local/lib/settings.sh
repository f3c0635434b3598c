# shellcheck shell=bash
# Every setting of the local stack: decided once per start, written to .local/env, handed to the services from there.

: "${LANG_PORTAL_PORT:=3000}" "${LANG_PORTAL_API_PORT:=8000}" "${LOCAL_CLOUD_PORT:=4566}" "${POSTGRES_PORT:=5433}" "${VOCAB_BACKEND_PORT:=8002}"
: "${HAIKU_PORT:=3001}" "${VOCAB_PORT:=3002}" "${WRITING_PORT:=3003}"

# What whoever starts may say of local-cloud's model; nothing is the default of each.
MODEL_SETTINGS=(LOCAL_MODEL_URL LOCAL_MODEL_NAME LOCAL_MODEL_KEY LOCAL_MODEL_TIMEOUT LOCAL_MODEL_SEED LOCAL_MODEL_CARELESS LOCAL_MODEL_RETIRED)

# saved <name>: the value from the last start, or nothing.
saved() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    [[ ! -r $LOCAL/env ]] || env -i bash -c '. "$1"; printf %s "${!2-}"' _ "$LOCAL/env" "$1"
}

# secret <name>: kept across starts, generated the first time. 192 random bits in hexadecimal, so that it needs no quoting anywhere.
secret() {
    local value
    value=$(saved "$1")
    printf %s "${value:-$(openssl rand -hex 24)}"
}

# session_keys: the ring of keys that sessions are sealed with, 32 random bytes in base64; kept across starts.
session_keys() {
    local value
    value=$(saved JWT_SECRET)
    printf %s "${value:-$(openssl rand -base64 32)}"
}

# access_key <name>: the public half of a pair of keys, kept across starts as a secret is.
access_key() {
    local value
    value=$(saved "$1")
    printf %s "${value:-AKIA$(openssl rand -hex 8 | tr a-f A-F)}"
}

# loopback <port>…: the addresses to listen on, IPv4 first; `localhost` may mean either.
loopback() {
    local port addresses=()
    for port in "$@"; do
        addresses+=("127.0.0.1:$port")
        # The kernel's list of IPv6 addresses holds ::1 only where the loopback interface has it.
        if grep -qs '^0\{31\}1 ' /proc/net/if_inet6; then addresses+=("[::1]:$port"); fi
    done
    (IFS=, && printf %s "${addresses[*]}")
}

# setting <name> <value>: single-quoted, which shells and most readers of such files understand.
setting() { printf "export %s='%s'\n" "$1" "${2//\'/\'\\\'\'}"; }

# pages <path>: that page of each of the four apps, under both names of this machine.
pages() {
    local host port pages=()
    for host in localhost 127.0.0.1; do
        for port in "$LANG_PORTAL_PORT" "$HAIKU_PORT" "$VOCAB_PORT" "$WRITING_PORT"; do pages+=("http://$host:$port$1"); done
    done
    (IFS=, && printf %s "${pages[*]}")
}

write_settings() {
    local owner app haiku_owner haiku_app key origins callbacks logouts sessions audit swagger aws_key aws_secret task_token name
    owner=$(secret LANG_PORTAL_OWNER_PASSWORD) app=$(secret LANG_PORTAL_APP_PASSWORD)
    haiku_owner=$(secret HAIKU_OWNER_PASSWORD) haiku_app=$(secret HAIKU_APP_PASSWORD)
    key=$(secret LANG_PORTAL_API_KEY) swagger=$(swagger_ui_directory)
    aws_key=$(access_key AWS_ACCESS_KEY_ID) aws_secret=$(secret AWS_SECRET_ACCESS_KEY) task_token=$(secret AWS_CONTAINER_AUTHORIZATION_TOKEN)
    sessions=$(session_keys) audit=$(secret AUDIT_KEY)
    origins=http://localhost:$LANG_PORTAL_PORT,http://localhost:$HAIKU_PORT,http://localhost:$VOCAB_PORT,http://localhost:$WRITING_PORT
    callbacks=$(pages /callback) logouts=$(pages /logout)
    install -m 600 /dev/null "$LOCAL/env.new"
    {
        echo "# Written by 'make up' at every start. Source it in a shell: . .local/env"
        setting LANG_PORTAL_PORT "$LANG_PORTAL_PORT"
        setting LANG_PORTAL_API_PORT "$LANG_PORTAL_API_PORT"
        setting LOCAL_CLOUD_PORT "$LOCAL_CLOUD_PORT"
        setting VOCAB_BACKEND_PORT "$VOCAB_BACKEND_PORT"
        setting VOCAB_PORT "$VOCAB_PORT"
        setting POSTGRES_PORT "$POSTGRES_PORT"
        echo "# Passwords of the private cluster, and the key that services show each other."
        setting LANG_PORTAL_OWNER_PASSWORD "$owner"
        setting LANG_PORTAL_APP_PASSWORD "$app"
        setting HAIKU_OWNER_PASSWORD "$haiku_owner"
        setting HAIKU_APP_PASSWORD "$haiku_app"
        setting LANG_PORTAL_API_KEY "$key"
        echo "# What the services are given. LISTEN differs: each service gets <SERVICE>_LISTEN under the name LISTEN."
        setting LANG_PORTAL_API_LISTEN "$(loopback "$LANG_PORTAL_API_PORT" "$LANG_PORTAL_PORT")"
        setting LOCAL_CLOUD_LISTEN "$(loopback "$LOCAL_CLOUD_PORT")"
        setting VOCAB_BACKEND_LISTEN "$(loopback "$VOCAB_BACKEND_PORT")"
        setting VOCAB_FRONTEND_LISTEN "$(loopback "$VOCAB_PORT")"
        # Where services find each other and browsers the apps, and what local-cloud keeps as secrets for them.
        setting LANG_PORTAL_URL "http://127.0.0.1:$LANG_PORTAL_API_PORT"
        setting VOCAB_BACKEND_URL "http://127.0.0.1:$VOCAB_BACKEND_PORT"
        setting LANG_PORTAL_ORIGIN "http://localhost:$LANG_PORTAL_PORT"
        setting LOCAL_CLOUD_PROMPTS "$ROOT/deploy/prompts"
        # The compiled lists of the guardrails: made once, opened by every start.
        setting PATTERN_CACHE "$ROOT/.local/patterns"
        setting LOCAL_CLOUD_STATE "$LOCAL/cloud"
        setting DEMO_LEARNERS 1
        setting DATABASE_URL "$(database_url lang_portal_app "$app" "$POSTGRES_PORT" lang_portal)"
        setting MIGRATION_DATABASE_URL "$(database_url lang_portal_owner "$owner" "$POSTGRES_PORT" lang_portal)"
        setting HAIKU_DATABASE_URL "$(database_url haiku_app "$haiku_app" "$POSTGRES_PORT" haiku)"
        setting HAIKU_MIGRATION_DATABASE_URL "$(database_url haiku_owner "$haiku_owner" "$POSTGRES_PORT" haiku)"
        setting COGNITO_ISSUER "http://localhost:$LOCAL_CLOUD_PORT/us-east-1_LocalPool"
        setting COGNITO_CLIENT_ID web-client-local
        setting COGNITO_DOMAIN "http://localhost:$LOCAL_CLOUD_PORT"
        echo "# Sessions: sealed under these keys (newest first), for browsers that come by plain HTTP. PUBLIC_ORIGINS differs as LISTEN does."
        setting JWT_SECRET "$sessions"
        setting AUDIT_KEY "$audit"
        setting SESSION_COOKIE_SECURE 0
        setting LANG_PORTAL_API_PUBLIC_ORIGINS "http://localhost:$LANG_PORTAL_PORT,http://localhost:$LANG_PORTAL_API_PORT"
        setting VOCAB_FRONTEND_PUBLIC_ORIGINS "http://localhost:$VOCAB_PORT"
        # Where local-cloud's hosted pages may send a learner, to the letter.
        setting LOCAL_CLOUD_CALLBACK_URLS "$callbacks"
        setting LOCAL_CLOUD_LOGOUT_URLS "$logouts"
        setting AWS_DEFAULT_REGION us-east-1
        # Who may call local-cloud as AWS: a pair that stays, or keys from its endpoint, as a task in ECS gets them. boto3 and the AWS CLI read these names too.
        setting AWS_ENDPOINT_URL "http://localhost:$LOCAL_CLOUD_PORT"
        setting AWS_ACCESS_KEY_ID "$aws_key"
        setting AWS_SECRET_ACCESS_KEY "$aws_secret"
        setting AWS_CONTAINER_CREDENTIALS_FULL_URI "http://127.0.0.1:$LOCAL_CLOUD_PORT/credentials"
        setting AWS_CONTAINER_AUTHORIZATION_TOKEN "$task_token"
        setting CONTENT_BUCKET app-dw-content
        # Has pyopenjtalk-plus, by which local-cloud speaks.
        setting LOCAL_SPEECH_PYTHON "$ROOT/.venv/bin/python"
        for name in "${MODEL_SETTINGS[@]}"; do
            [[ -z ${!name-} ]] || setting "$name" "${!name}"
        done
        # Local clients show the token alone; in production vocab-backend wants the service key beside it.
        setting VOCAB_REQUIRE_SERVICE_KEY 0
        setting SWAGGER_UI_DIRECTORY "$swagger"
        # The dictionary and the readings that Shared/Japanese opens.
        setting JAPANESE_DATA "$JAPANESE"
        setting ALLOWED_ORIGINS "$origins"
        setting LAME_DUCK_SECONDS "${LAME_DUCK_SECONDS:-0}"
        setting LOG_LEVEL "${LOG_LEVEL:-info}"
    } >"$LOCAL/env.new"
    mv "$LOCAL/env.new" "$LOCAL/env"
}

# service_settings <service>: the names of .local/env that this service is given; it gets nothing else but PATH, HOME and LISTEN.
# What services.json names and .local/env does not have is for AWS alone.
service_settings() {
    case $1 in
        local-cloud) echo "${MODEL_SETTINGS[@]}" LOCAL_SPEECH_PYTHON LOCAL_CLOUD_PROMPTS LOCAL_CLOUD_STATE LOCAL_CLOUD_CALLBACK_URLS LOCAL_CLOUD_LOGOUT_URLS DEMO_LEARNERS COGNITO_CLIENT_ID AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_CONTAINER_AUTHORIZATION_TOKEN CONTENT_BUCKET LANG_PORTAL_API_KEY AWS_DEFAULT_REGION ALLOWED_ORIGINS LAME_DUCK_SECONDS LOG_LEVEL ;;
        *) /usr/bin/python3 "$ROOT/deploy/services.py" "$1" ;;
    esac
}
