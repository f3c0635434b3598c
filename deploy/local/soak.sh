#!/usr/bin/env bash
# Attacks a running server in every way of Tests/EndToEnd/attacks.py at once, beside ordinary load, for SOAK_MINUTES (15); a table, and the exit code tells.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install services; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
require_swift
make_local_folders
install_packages "${BUILD_PACKAGES[@]}" python3
if [[ -z ${BINARIES-} ]]; then
    say "building the server that is attacked (release)"
    (cd "$ROOT" && swift build "${SWIFT_RELEASE_FLAGS[@]}" --product recorder >&2)
fi
say "attacking it for ${SOAK_MINUTES:=15} min"
ulimit -n "$(ulimit -H -n)"
SOAK_MINUTES=$SOAK_MINUTES /usr/bin/python3 "$ROOT/Tests/EndToEnd/soak.py"
