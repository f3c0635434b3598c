#!/usr/bin/env bash
# Writes the templates of the whole system into .local/infra; needs no network once what it needs is installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install infra; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
FOLDER=$LOCAL/infra

prepare_infra
make_local_folders
say "writing the templates"
# What no stack writes any more shall not stay.
rm -rf "$FOLDER"
infra_python app.py "$FOLDER"
note "$(find "$FOLDER" -name '*.template.json' | wc -l) templates in ${FOLDER#"$ROOT/"}"
