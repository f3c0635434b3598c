#!/usr/bin/env bash
# Stops what up.sh started; nothing to stop is no error.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common lock postgres services; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
[[ -d $LOCAL ]] || exit 0
lock
stop_everything
