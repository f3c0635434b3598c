# shellcheck shell=bash
# moto, an independent stand-in for AWS that checks signatures as botocore computes them: the peer of our client's tests.

# moto_start <port>: appends to $LOCAL/env where it is and who may call it.
moto_start() {
    local settings=$LOCAL/moto.env
    rm -f "$settings"
    "$ROOT/.venv/bin/python" "$ROOT/Tests/Peers/moto_server.py" "$1" "$settings" >"$LOCAL/log/moto.log" 2>&1 &
    echo $! >"$LOCAL/run/moto.pid"
    for ((waited = 0; waited < 300; waited++)); do
        if [[ -s $settings ]]; then
            cat "$settings" >>"$LOCAL/env"
            return
        fi
        kill -0 "$(<"$LOCAL/run/moto.pid")" 2>/dev/null || break
        sleep 0.1
    done
    die "moto did not start." "Its log: $LOCAL/log/moto.log"
}

moto_stop() {
    local pid
    pid=$(cat "$LOCAL/run/moto.pid" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || true
    rm -f "$LOCAL/run/moto.pid"
}
