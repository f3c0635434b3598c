# shellcheck shell=bash
# One command at a time installs into, starts or stops what lives in $LOCAL.

LOCK=

# lock: waits until no other command holds $LOCAL/lock; ends with this process, or with unlock.
lock() {
    make_local_folders
    exec {LOCK}>"$LOCAL/lock"
    if ! flock -n "$LOCK"; then
        note "another make up, down or reset is at work here; waiting for it"
        flock -w 300 "$LOCK" || die "another command has held $LOCAL/lock for 5 minutes." "Find it with: ps -ef | grep deploy/local"
    fi
    # `make reset` removes the folder with the file that others wait for.
    [[ $LOCAL/lock -ef /proc/self/fd/$LOCK ]] || { unlock && lock; }
}

# unlock: also for a child, which inherits the descriptor and would hold the lock as long as it lives.
unlock() {
    [[ -n $LOCK ]] || return 0
    exec {LOCK}>&-
    LOCK=
}
