#!/usr/bin/env bash
# Reads every tracked file the way its language is read. `check.sh --prove` shows each check a bad sample it must refuse.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in common install stages; do
    # shellcheck source=/dev/null
    . "$here/lib/$part.sh"
done
TOOLS=$ROOT/.venv/bin

# Each check takes files, says what is wrong with them, and fails if anything is.
check_swift() { swift format lint --strict --parallel --configuration "$ROOT/.swift-format" "$@"; }
check_shell() { "$TOOLS/shellcheck" --external-sources "$@"; }
check_python() { "$TOOLS/ruff" check --quiet --no-cache --config "$ROOT/deploy/local/ruff.toml" "$@"; }

# A path of one machine in a tracked file breaks on every other.
check_paths() {
    local home='(/home|/Users|/root|/work)/[A-Za-z0-9._-]+'
    if grep -nIE "(^|[^A-Za-z0-9._~-])$home" "$@"; then return 1; fi
}

# Guardrails, limits and budgets hold because nothing goes past them.
check_models() {
    if grep -nE 'BedrockClient|AWSClient\(\.bedrock' "$@"; then
        echo "only Sources/LanguageModel asks Bedrock: use its gateway"
        return 1
    fi
}

# What others made is listed with its licences, and nothing that is installed is missing.
check_third_party() { /usr/bin/python3 "$ROOT/deploy/third_party/third_party.py" --check "$@"; }

# Conflict markers, tabs where the house uses spaces, blanks at line ends, a missing last newline.
check_text() {
    local file status=0
    if grep -nIE '^(<{7}|>{7}|={7})( |$)|[[:blank:]]+$' "$@"; then status=1; fi
    for file in "$@"; do
        [[ ! -s $file || -z $(tail -c 1 "$file") ]] || { echo "$file: no newline at the end"; status=1; }
    done
    return "$status"
}

tracked() { git -C "$ROOT" ls-files --cached --others --exclude-standard -z -- "$@"; }

# over <check> <pathspec…>: the check over all tracked files that match.
over() {
    local check=$1 files
    shift
    mapfile -d '' -t files < <(tracked "$@")
    ((${#files[@]})) || return 0
    cd "$ROOT"
    "$check" "${files[@]}"
}

# refuses <check> <file name> <bad content> <good content>
refuses() {
    local folder
    folder=$(mktemp -d)
    # The samples hold their own \n, and one of them hides its path from this very check behind a %s.
    # shellcheck disable=SC2059
    printf "$3" >"$folder/$2"
    if "$1" "$folder/$2" >/dev/null 2>&1; then die "$1 accepts a bad $2."; fi
    # shellcheck disable=SC2059
    printf "$4" >"$folder/$2"
    "$1" "$folder/$2" >/dev/null 2>&1 || die "$1 refuses a good $2."
    rm -rf "$folder"
}

prove() {
    refuses check_swift Bad.swift 'func  f( )  { let a = 1 ;  print(a) }\n' 'func f() {}\n'
    # shellcheck disable=SC2016
    refuses check_shell bad.sh '#!/bin/sh\nrm $1/*\n' '#!/bin/sh\nrm "$1"/x\n'
    refuses check_python bad.py 'import os\n' 'print(1)\n'
    refuses check_paths bad.md 'see /%shome/someone/project\n' 'see deploy/local\n'
    refuses check_models Bad.swift 'let client = BedrockClient(aws)\n' 'let road = LanguageModel(policy, surroundings)\n'
    refuses check_models Bad.swift 'let client = AWSClient(.bedrockRuntime, aws, client)\n' 'let client = AWSClient(.sns, aws, client)\n'
    # What is good is full of what printf would read.
    refuses check_third_party bad.md '# What others made\n' "$(sed 's/\\/&&/g; s/%/%%/g' "$ROOT/THIRD_PARTY.md")\n"
    refuses check_text bad.md 'blank at the end \n' 'none\n'
    refuses check_text bad.md 'no newline' 'newline\n'
    note "each check refuses its bad sample and accepts its good one"
}

install_packages python3 python3-venv
install_python "$ROOT/.venv" "$ROOT/deploy/local/requirements/check.txt"
stage "the checks themselves" prove
if [[ ${1-} != --prove ]]; then
    stage "Swift format" over check_swift '*.swift' ':!Package.swift'
    stage "shell" over check_shell '*.sh' '.ci/run'
    stage "Python" over check_python '*.py'
    stage "no path of one machine" over check_paths '.'
    stage "one road to a model" over check_models 'Services/*.swift' 'Shared/*.swift' 'Sources/*.swift' ':!Sources/AWS' ':!Sources/LanguageModel'
    stage "what others made" over check_third_party THIRD_PARTY.md
    stage "text" over check_text '*.swift' '*.sh' '*.py' '*.css' '*.js' '*.mjs' '*.ts' '*.md' '*.json' '*.txt' '*.toml' Makefile '.ci/run'
fi
print_stages
stages_succeeded
