# shellcheck shell=bash
# Runs named stages one after another, times each, goes on after a failure and remembers it.

FAILED_STAGES=()
STAGE_TIMES=()

# stage <name> <command…>
stage() {
    local name=$1 began=$SECONDS status=0
    shift
    say "$name"
    # In a shell of its own, so that `set -e` and `die` end the stage and nothing more.
    set +e
    (set -e; "$@")
    status=$?
    set -e
    ((status == 0)) || FAILED_STAGES+=("$name")
    STAGE_TIMES+=("$(printf '%-28s %4d s   %s' "$name" $((SECONDS - began)) "$([[ $status = 0 ]] && echo ok || echo "failed ($status)")")")
}

print_stages() {
    printf '\n%s\n' "stages:"
    printf '  %s\n' "${STAGE_TIMES[@]}"
    printf '  %-28s %4d s\n' "together" "$SECONDS"
}

stages_succeeded() { ((${#FAILED_STAGES[@]} == 0)); }
