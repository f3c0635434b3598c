#!/usr/bin/env bash
# Stops everything and forgets the databases, the learners and all generated passwords of this checkout.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common lock postgres services; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
lock
stop_everything
# The cluster may live elsewhere, with only a link here.
[[ ! -L $CLUSTER ]] || rm -rf "$(cluster_home)"
rm -rf "$LOCAL" "$SOCKET_FOLDER"
note "forgotten: $LOCAL"
