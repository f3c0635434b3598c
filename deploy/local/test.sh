#!/usr/bin/env bash
# All tests. STAGES="unit" runs a part; the parts are: unit thread address end-to-end infrastructure. The last line says how many passed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Never beside the developer's own stack: its folder, its cluster and its ports are its own.
# shellcheck disable=SC2034 # read by common.sh
LOCAL_DIR=${TEST_LOCAL_DIR:-$(cd "$here/../.." && pwd -P)/.local/test}
for part in common lock install japanese postgres pgbouncer moto services stages sanitizers infra; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
STAGES=${STAGES:-unit thread address end-to-end infrastructure}
RESULTS=$LOCAL/results
# How long the tests of one stage may run, in seconds, the build aside: four times what the slowest stage takes on two cores.
STAGE_LIMIT=${STAGE_LIMIT:-900}
# Targets whose code shares memory between threads; the others only spend the sanitizer's time.
THREAD_SANITIZED=(
    PlatformTests ReactorTests HTTPCoreTests HTTPServerTests HTTPClientTests AWSTests WebTests PostgresTests CognitoTests ServiceKitTests
    LearnerDataTests SignInTests LocalCloudTests TextScanTests LanguageModelTests LedgerTests MorphologyTests
)
# Suites of theirs that only compute, and under the sanitizer for so long that tests which wait for a thread meanwhile run out of time.
THREAD_SKIPPED='^LocalCloudTests\.(LandscapeTests|ImageInvocationTests)\b'
# Targets that touch memory by pointers, their own or a C library's.
ADDRESS_SANITIZED=(
    PlatformTests EncodingTests CompressionTests JSONTests ReactorTests HTTPCoreTests HTTPServerTests HTTPClientTests WebSocketCoreTests
    WebTests CryptoTests AWSTests CognitoTests PostgresTests SQLiteTests TextScanTests GuardrailsTests MorphologyTests JapaneseTests
)

prepare() {
    require_swift
    install_packages "${BUILD_PACKAGES[@]}" "${RUN_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/run.txt"
    install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/test.txt"
    prepare_japanese
    if wants infrastructure; then prepare_infra; fi
}

# A cluster for this run alone, PgBouncer before it, and moto.
peers() {
    local password ports
    stop_peers
    # First the folder: the cluster's user may be unable to enter where it would be, and then it is elsewhere.
    cluster_folder
    as_cluster_user rm -rf "$(cluster_home)/data"
    cluster_create
    mapfile -t ports < <("$here/ports.py" --free 3)
    password=$(openssl rand -hex 24)
    cluster_start "${ports[0]}" "-c max_connections=400 -c fsync=off -c synchronous_commit=off"
    sql "${ports[0]}" <<<"CREATE ROLE test_owner SUPERUSER LOGIN PASSWORD '$password'"
    pgbouncer_start "${ports[1]}" "${ports[0]}" test_owner "$password"
    install -m 600 /dev/null "$LOCAL/env"
    cat >"$LOCAL/env" <<ENV
export TEST_DATABASE_URL='$(database_url test_owner "$password" "${ports[0]}" postgres)'
export TEST_PGBOUNCER_URL='$(database_url test_owner "$password" "${ports[1]}" postgres)'
export JAPANESE_DATA='$JAPANESE'
ENV
    moto_start "${ports[2]}"
}

stop_peers() {
    moto_stop
    pgbouncer_stop
    cluster_stop
}

# build_tests <name> <option…>: what it says is kept, too.
build_tests() { cd "$ROOT" && swift build "${SWIFT_FLAGS[@]}" --build-tests "${@:2}" 2>&1 | tee "$RESULTS/$1.build"; }

# swift_tests <results> <option…>: runs what is built, and names the tests that do not end.
swift_tests() {
    local results=$RESULTS/$1 status=0
    shift
    # shellcheck source=/dev/null
    . "$LOCAL/env"
    cd "$ROOT"
    # All tests at once would share two or three threads: one that awaits something would then wait for all others to compute, longer than its time-outs.
    SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$((4 * $(nproc))) timeout --kill-after=30 "$STAGE_LIMIT" \
        swift test "${SWIFT_FLAGS[@]}" --skip-build --parallel --disable-xctest --xunit-output "$results.xml" --event-stream-output-path "$results.events" "$@" \
        > >(tee "$results.log") 2>&1 || status=$?
    if ((status == 124 || status == 137)); then
        "$here/unfinished_tests.py" "$results.events" "$STAGE_LIMIT" | tee "$results.unfinished" || true
        # What runs the tests has a process group of its own, where the signal did not come.
        pkill -KILL -f -- "--event-stream-output-path $results.events" || true
    fi
    return "$status"
}

unit() { swift_tests unit; }
# What was prepared, held against facts by a reader of its own.
prepared() { cd "$ROOT" && JAPANESE_DATA=$JAPANESE "$ROOT/.venv/bin/python" -m pytest Tests/Peers --junitxml "$RESULTS/prepared.xml" -q; }
# sanitized <target>…: only these are built, with what they stand on; the manifest reads the variable.
sanitized() { export ONLY_TARGETS=$*; }
# Those targets' tests, as a pattern.
tests_of() { (IFS='|' && printf '^(%s)\.' "$*"); }
# Reports go to files, which are printed at the end: a run whose tests all passed says at once why it failed.
thread() {
    local options=(--sanitize=thread --scratch-path .build-tsan) status=0
    sanitized "${THREAD_SANITIZED[@]}"
    build_tests thread "${options[@]}"
    sanitized_threads "${options[@]}" || status=$?
    if ((status == 0)) || ! thread_sanitizer_failed "$RESULTS"; then return "$status"; fi
    say "the thread sanitizer failed in its own records, and found nothing before: once more"
    rm -f "$RESULTS"/data-race.*
    sanitized_threads "${options[@]}"
}
sanitized_threads() {
    TSAN_OPTIONS="halt_on_error=0 exitcode=66 log_path=$RESULTS/data-race suppressions=$here/thread-sanitizer.suppressions" \
        swift_tests thread "$@" --filter "$(tests_of "${THREAD_SANITIZED[@]}")" --skip "$THREAD_SKIPPED"
}
# Without leaks: Swift's runtime keeps what it has allocated once.
address() {
    local options=(--sanitize=address --scratch-path .build-asan)
    sanitized "${ADDRESS_SANITIZED[@]}"
    build_tests address "${options[@]}"
    # Swift's own report of a crash stops all threads, which the sanitizer's does not survive.
    ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no swift_tests address "${options[@]}" --filter "$(tests_of "${ADDRESS_SANITIZED[@]}")"
}

end_to_end() {
    # And the servers that are looked at, attacked, and whose allocations are counted.
    build_services sample-server recorder bench-server
    cd "$ROOT"
    "$ROOT/.venv/bin/python" -m pytest Tests/EndToEnd --junitxml "$RESULTS/end-to-end.xml" -q
}

# The templates, held against the specification statement by statement.
infrastructure() { infra_python -m pytest --junitxml "$RESULTS/infrastructure.xml" -q; }

print_data_races() {
    local report
    for report in "$RESULTS"/data-race.*; do
        [[ -e $report ]] || continue
        printf '\n%s\n' "a report of the thread sanitizer:"
        head -n 120 "$report"
    done
}

# At the end, where whoever reads a long run looks first.
print_build_errors() {
    local log
    for log in "$RESULTS"/*.build; do
        [[ -e $log ]] || continue
        # The first errors of each: the others mostly follow from them.
        { grep -aE '^error: |: error: ' "$log" || true; } | sort -u | head -n 10 | sed "s|^|  $(basename "$log" .build): |"
    done
}

wants() { [[ " $STAGES " = *" $1 "* ]]; }

make_local_folders
rm -rf "$RESULTS"
install -d -m 755 "$RESULTS"
trap 'stop_peers >/dev/null 2>&1 || true' EXIT
stage "installing what is missing" prepare
if wants unit || wants thread || wants address; then stage "PostgreSQL, PgBouncer, moto" peers; fi
if wants unit; then
    stage "building the tests" build_tests unit
    stage "unit tests" unit
    stage "prepared data" prepared
fi
if wants thread; then stage "under the thread sanitizer" thread; fi
if wants address; then stage "under the address sanitizer" address; fi
if wants end-to-end; then stage "end to end" end_to_end; fi
if wants infrastructure; then stage "infrastructure" infrastructure; fi
print_data_races
print_stages
print_build_errors
"$here/test_totals.py" "$RESULTS" "${FAILED_STAGES[@]}"
