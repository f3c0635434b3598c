#!/usr/bin/env bash
# Fuzzes everything that reads bytes of strangers (Fuzz/README.md): FUZZ_SECONDS per target, one target per core at a time. FUZZ_TARGETS="head json" runs some.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install stages; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
FUZZ_SECONDS=${FUZZ_SECONDS:-600}
FUZZ_JOBS=${FUZZ_JOBS:-$(nproc)}
FOLDER=$LOCAL/fuzz
PROGRAM=$ROOT/.build-fuzz/release/fuzz

build() {
    cd "$ROOT"
    FUZZ=1 swift build "${SWIFT_FLAGS[@]}" -c release --scratch-path .build-fuzz --product fuzz --sanitize=address -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld
}

# fuzz <target>: inputs that reach something new are kept in the local folder, one that breaks a property beside them.
fuzz() {
    local target=$1 log=$FOLDER/$1.log
    install -d "$FOLDER/$target"
    rm -f "$FOLDER/$target.failed"
    "$PROGRAM" "$target" "$FOLDER/$target" "$ROOT/Fuzz/corpus/$target" -max_total_time="$FUZZ_SECONDS" -max_len=2048 -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$FOLDER/$target-" -print_final_stats=1 >"$log" 2>&1 || echo "failed ($?)" >"$FOLDER/$target.failed"
}

# report <target>: one line, and of a finding its last words; fails if there is one.
report() {
    local log=$FOLDER/$1.log verdict=clean
    [[ ! -e $FOLDER/$1.failed ]] || verdict=FOUND
    printf '  %-12s %-6s %12s runs %8s/s\n' "$1" "$verdict" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")"
    [[ $verdict = clean ]] || grep -E 'Fatal error|ERROR: |Test unit written' "$log" | head -n 5 | sed 's/^/    /'
    [[ $verdict = clean ]]
}

all() {
    local target failed=0 names=()
    read -ra names <<<"${FUZZ_TARGETS:-$("$PROGRAM" | tr '\n' ' ')}"
    for target in "${names[@]}"; do
        while (($(jobs -pr | wc -l) >= FUZZ_JOBS)); do wait -n; done
        fuzz "$target" &
    done
    wait
    for target in "${names[@]}"; do report "$target" || failed=1; done
    return "$failed"
}

require_swift
make_local_folders
install_packages "${BUILD_PACKAGES[@]}"
install -d "$FOLDER"
# Swift's runtime keeps what it has allocated once; leaks are looked for by the soak.
export ASAN_OPTIONS=detect_leaks=0
# Swift's backtraces read memory that the sanitizer forbids, and hide the finding.
export SWIFT_BACKTRACE=enable=no
stage "building the fuzzers" build
stages_succeeded && stage "fuzzing, $FUZZ_SECONDS s each" all
print_stages
stages_succeeded
