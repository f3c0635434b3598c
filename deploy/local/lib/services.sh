# shellcheck shell=bash
# Starts, watches and stops the services as background processes. A PID file holds the process id and, on a second line,
# the moment the kernel started it, so that a recycled id is never taken for ours.

STARTED_SERVICES=(local-cloud lang-portal-api vocab-backend vocab-frontend)
# Where they listen, by the settings' names: the portal's API also where its pages will be.
# shellcheck disable=SC2034 # read by those who start or measure a stack
SERVICE_PORTS=(LOCAL_CLOUD_PORT LANG_PORTAL_PORT LANG_PORTAL_API_PORT VOCAB_BACKEND_PORT VOCAB_PORT)

# state_and_start <pid>: a letter, and ticks since boot (fields 3 and 22 of its stat; the name before them may hold spaces and parentheses).
# Prints nothing for a process that is gone.
state_and_start() { sed -nE 's/^.*\) ([A-Za-z]) ([-0-9]+ ){18}([0-9]+) .*/\1 \3/p' "/proc/$1/stat" 2>/dev/null || true; }

# running_pid <service>: its process id when it runs; otherwise fails.
running_pid() {
    local pid='' started='' found
    { read -r pid && read -r started; } 2>/dev/null <"$LOCAL/run/$1.pid" || return 1
    found=$(state_and_start "$pid")
    # A process that has ended but was not yet reaped (Z) does not run.
    [[ -n $started && $found != Z* && ${found#* } = "$started" ]] || return 1
    echo "$pid"
}

# recorded_pid <service>: what its PID file says, whether it runs or not; nothing when there is none.
recorded_pid() { head -n 1 "$LOCAL/run/$1.pid" 2>/dev/null || true; }

refuse_running() {
    local service pid
    for service in "${STARTED_SERVICES[@]}"; do
        if pid=$(running_pid "$service"); then
            die "$service already runs as process $pid." "Stop everything with: make down"
        fi
        rm -f "$LOCAL/run/$service.pid"
    done
}

# build_services <more programs…>
build_services() { build_programs "${STARTED_SERVICES[@]}" "$@"; }

# build_programs <program…>: all in one build, so that no core waits for another program's last file.
build_programs() {
    [[ -z ${BINARIES-} ]] || return 0
    say "building $* (release)"
    (cd "$ROOT" && ONLY_TARGETS=$* swift build "${SWIFT_RELEASE_FLAGS[@]}" >&2) || die "they did not build." "The compiler's words are above."
}

# Static: one file that needs no Swift installation, starts faster and takes less memory.
SWIFT_RELEASE_FLAGS=("${SWIFT_FLAGS[@]}" -c release --static-swift-stdlib -Xswiftc -cross-module-optimization)

# BINARIES=<folder> runs programs that are built already.
binary_of() { printf %s "${BINARIES:-$ROOT/.build/release}/$1"; }

# only_these_settings <listen> <origins> <names>: empties this (sub)shell's environment and exports what a service may know.
# Not by `env -i NAME=value`: arguments can be read by every user of the machine.
only_these_settings() {
    local listen=$1 origins=$2 name
    for name in $(compgen -e); do
        [[ $name = PATH || $name = HOME ]] || declare -g +x "$name"
    done
    # shellcheck source=/dev/null
    . "$LOCAL/env"
    for name in $(compgen -e); do
        [[ " PATH HOME $3 " = *" $name "* ]] || declare -g +x "$name"
    done
    export LISTEN=$listen
    [[ -z $origins ]] || export PUBLIC_ORIGINS=$origins
}

# start_service <service>
start_service() {
    local service=$1 program started name=${1//-/_}
    program=$(binary_of "$service")
    [[ -x $program ]] || die "$program is missing." "Build it first: swift build ${SWIFT_RELEASE_FLAGS[*]} --product $service"
    name=${name^^}
    [[ ! -e $LOCAL/log/$service.log ]] || mv "$LOCAL/log/$service.log" "$LOCAL/log/$service.log.1"
    (
        unlock
        only_these_settings "$(saved "${name}_LISTEN")" "$(saved "${name}_PUBLIC_ORIGINS")" "$(service_settings "$service")"
        # Its own session: Ctrl-C reaches only the starter, which then stops the services in order.
        exec setsid "$program"
    ) </dev/null >"$LOCAL/log/$service.log" 2>&1 &
    started=$(state_and_start "$!")
    printf '%s\n%s\n' "$!" "${started#* }" >"$LOCAL/run/$service.pid"
}

# wait_until_ready <service> <url>: at most 60 s, and no longer than the process lives.
wait_until_ready() {
    local service=$1 url=$2 deadline=$((SECONDS + 60))
    until curl -fs -o /dev/null --max-time 2 "$url"; do
        running_pid "$service" >/dev/null || service_failed "$service ended while starting"
        ((SECONDS < deadline)) || service_failed "$service was not ready within 60 s ($url)"
        sleep 0.05
    done
}

service_failed() {
    tail -n 20 "$LOCAL/log/${1%% *}.log" >&2
    die "$1." "Its log: $LOCAL/log/${1%% *}.log"
}

# stop_service <service>: SIGTERM, then as long as a drain may take, then SIGKILL.
stop_service() {
    local pid deadline=$((SECONDS + 40))
    if pid=$(running_pid "$1"); then
        kill -TERM "$pid" 2>/dev/null || true
        while running_pid "$1" >/dev/null; do
            if ((SECONDS >= deadline)); then
                note "$1 did not stop within 40 s and was killed"
                kill -KILL "$pid" 2>/dev/null || true
                break
            fi
            sleep 0.05
        done
        note "stopped $1"
    fi
    rm -f "$LOCAL/run/$1.pid"
}

stop_everything() {
    local index
    for ((index = ${#STARTED_SERVICES[@]} - 1; index >= 0; index--)); do stop_service "${STARTED_SERVICES[index]}"; done
    cluster_stop
}
