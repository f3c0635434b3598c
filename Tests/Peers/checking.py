"""How the checks that stand beside this file run: they prove themselves, read one file, and tell what in it EDICT does not bear out."""

import sys
from pathlib import Path

from attestation import EDICT, load_edict


def run(default, prove_itself, judge):
    """The exit code: 0 without a problem, 1 with one, 2 when EDICT is not installed. `judge` gives what it has counted, and the problems."""
    if not EDICT.exists():
        print("EDICT is not installed: apt-get install edict", file=sys.stderr)
        return 2
    edict = load_edict()
    prove_itself(edict)
    counted, problems = judge(Path(sys.argv[1] if len(sys.argv) > 1 else default).read_text(encoding="utf-8"), edict)
    for problem in problems:
        print(problem)
    print(f"{counted}, {len(problems)} problems")
    return 1 if problems else 0
