"""The commands of deploy/README.md: read as a shell reads them, with a stand-in for `aws` that only says how it was called."""

import re
import shlex
import subprocess
from pathlib import Path

FILE = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Where nothing is run: commands of ours on the way are left out.
STUBS = "aws() { printf '%s\\n' \"aws ${*@Q}\" >&3; }\nmake() { :; }\ndocker() { cat >/dev/null; }\npsql() { :; }\n"


def blocks() -> list[str]:
    return BLOCK.findall(FILE.read_text())


def calls(*scripts: str) -> list[list[str]]:
    """How `aws` was called by these scripts, one after the other in one shell; what it would answer is empty."""
    whole = "\n".join(["exec 3>&1 >/dev/null", STUBS, *scripts])
    run = subprocess.run(["bash", "-u", "-c", whole], capture_output=True, stdin=subprocess.DEVNULL, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    return [shlex.split(line) for line in run.stdout.splitlines()]


def option(call: list[str], name: str) -> list[str]:
    """What follows an option, up to the next."""
    if name not in call:
        return []
    rest = call[call.index(name) + 1 :]
    return rest[: next((place for place, word in enumerate(rest) if word.startswith("--")), len(rest))]
