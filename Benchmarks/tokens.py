#!/usr/bin/env python3
"""What verifying an access token costs, beside PyJWT, joserfc and the bare RSA verification of `openssl speed`; see README.md."""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from clients import HERE, ROUNDS, SECONDS, medians
from harness.report import save, table

TOKENS = "500"
PEERS = ("openssl", "ours", "pyjwt", "joserfc")
# The bounds of what we promise: as a multiple of the bare verification, and in microseconds for a token that was seen before.
RATIO, REPEAT_MICROSECONDS = 1.3, 2.0


def output(*command: str) -> str:
    return subprocess.check_output(["taskset", "-c", "1", *command], text=True, stderr=subprocess.DEVNULL)


def run(peer: str, file: Path) -> dict[str, float]:
    if peer == "ours":
        return json.loads(output(os.environ["BENCH_TOKENS"], str(file), SECONDS))
    if peer == "openssl":
        # rsa 2048 bits 0.000623s 0.000018s   1604.5  54962.5
        line = re.search(r"^rsa +2048 bits.* ([0-9.]+)$", output("openssl", "speed", "-seconds", SECONDS, "rsa2048"), re.MULTILINE)
        assert line, "openssl speed prints something else"
        return {"verifications": float(line[1])}
    return json.loads(output(os.environ["BENCH_PYTHON"], str(HERE / "peers" / "python_tokens.py"), peer, str(file), SECONDS))


def main() -> None:
    file = Path(os.environ["BENCH_FOLDER"]) / "tokens.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    output(os.environ["BENCH_PYTHON"], str(HERE / "peers" / "python_tokens.py"), "make", str(file), TOKENS)
    measured: dict[str, list[dict[str, float]]] = {}
    for number in range(ROUNDS):
        for peer in PEERS:
            measured.setdefault(peer, []).append(run(peer, file))
        print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
    report({peer: medians(rounds) for peer, rounds in measured.items()})


def report(figures: dict[str, dict[str, float]]) -> None:
    bare = figures["openssl"]["verifications"]
    rows = [[peer, one["verifications"], 1e6 / one["verifications"], bare / one["verifications"]] for peer, one in figures.items()]
    table(["tokens", "per second", "µs", "times bare RSA"], rows)
    ratio, repeat = bare / figures["ours"]["verifications"], 1e6 / figures["ours"]["repeats"]
    print(f"\nagain: {repeat:.2f} µs")
    for what, value, bound in (("times bare RSA", ratio, RATIO), ("µs for a token seen before", repeat, REPEAT_MICROSECONDS)):
        if value > bound:
            print(f"MORE THAN PROMISED: {value:.2f} {what}, not {bound}")
    content = [{"peer": peer, **one} for peer, one in figures.items()]
    save("tokens", {"figures": content, "times_bare_rsa": round(ratio, 3), "repeat_microseconds": round(repeat, 3)})


if __name__ == "__main__":
    main()
