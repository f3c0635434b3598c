# shellcheck shell=bash
# The dictionary and the readings that Shared/Japanese opens: prepared once, and again when what they are made of changes. Shared by all stacks of this checkout.

JAPANESE=$ROOT/.local/japanese
JAPANESE_SOURCES=(edict mecab mecab-ipadic mecab-ipadic-utf8 mecab-utils)

# What the data depend on: the scripts, and the versions of the packages behind them.
japanese_inputs() {
    cat "$ROOT"/Shared/Japanese/Prepare/*.py
    grep -E '^(pyopenjtalk-plus|wordfreq)==' "$ROOT/deploy/local/requirements/run.txt"
    dpkg-query -W "${JAPANESE_SOURCES[@]}"
}

prepare_japanese() {
    local inputs stamp work
    inputs=$(japanese_inputs) stamp=$(hash_of "$inputs")
    if [[ -e $JAPANESE/$stamp ]]; then return 0; fi
    say "preparing the Japanese dictionary"
    install -d -m 755 "$ROOT/.local"
    work=$(mktemp -d "$ROOT/.local/japanese.XXXXXX")
    chmod 755 "$work"
    "$ROOT/.venv/bin/python" "$ROOT/Shared/Japanese/Prepare/prepare.py" "$work" >&2 || { rm -rf "$work" && die "the Japanese dictionary could not be prepared." "What went wrong is above."; }
    touch "$work/$stamp"
    # Whole or not at all; who has the old files open keeps them.
    rm -rf "$JAPANESE"
    mv -T "$work" "$JAPANESE" 2>/dev/null || rm -rf "$work"
    # Another command may have been quicker, with the same.
    [[ -e $JAPANESE/$stamp ]] || die "$JAPANESE could not be written." "Remove it, then start again."
}
