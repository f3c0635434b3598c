# shellcheck shell=bash
# What this very run has started: all that its end may stop. Later, another run may have stopped that and started its own in the same folder.

OWN_CLUSTER=
declare -A OWN_SERVICES=()

own_everything() {
    local service
    for service in "${STARTED_SERVICES[@]}"; do OWN_SERVICES[$service]=$(recorded_pid "$service"); done
    OWN_CLUSTER=$(cluster_pid)
}

# is_own_service <service>: whether the PID file still names the process that this run started.
is_own_service() { [[ -n ${OWN_SERVICES[$1]-} && $(recorded_pid "$1") = "${OWN_SERVICES[$1]}" ]]; }

stop_own() {
    local index service
    # A second Ctrl-C does not leave half of it running; every wait below has an end.
    trap '' INT TERM HUP
    # Whoever still holds the lock is in the midst of starting: then everything is its own, also what has no PID file yet.
    [[ -z $LOCK ]] || { stop_everything && return; }
    lock
    for ((index = ${#STARTED_SERVICES[@]} - 1; index >= 0; index--)); do
        service=${STARTED_SERVICES[index]}
        if is_own_service "$service"; then stop_service "$service"; fi
    done
    if [[ $(cluster_pid) = "$OWN_CLUSTER" ]]; then cluster_stop; fi
}
