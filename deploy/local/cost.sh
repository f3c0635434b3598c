#!/usr/bin/env bash
# Writes the templates and prints what they cost in a month, idle and at a hundred users; needs no network once what it needs is installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install infra; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done

"$here/infra.sh" >/dev/null
infra_python -m cost "$LOCAL/infra"
