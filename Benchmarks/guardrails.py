#!/usr/bin/env python3
"""What judging a user's text costs; see README.md."""
from __future__ import annotations

import json
import os
import subprocess
import sys

from clients import HERE, ROUNDS, medians
from harness.report import save, table

# What is promised, in microseconds: for a text of 2,000 characters in the middle, and for the worst mixture.
MEDIAN, WORST = 150.0, 1_000.0
MIXTURES = os.environ.get("BENCH_MIXTURES", "1000000")
DATA = HERE.parent / "Tests" / "GuardrailsTests" / "Data"


def run(mixtures: str) -> dict:
    files = [str(path) for path in sorted(DATA.glob("*.jsonl"))]
    return json.loads(subprocess.check_output(["taskset", "-c", "1", os.environ["BENCH_GUARDRAILS"], mixtures, *files], text=True))


def main() -> None:
    rounds = []
    for number in range(ROUNDS):
        figures = run("0")
        rounds.append({name: figures[name] for name in ("opening", "median", "median_2000", "worst_2000", "median_answer")})
        print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
    figures, mixed = medians(rounds), run(MIXTURES)
    figures |= {name: mixed[name] for name in ("median_mixture", "worst_mixture")}
    table(["guardrails", "µs"], [[name, value] for name, value in figures.items()])
    for what, value, bound in (("in the middle", figures["median_2000"], MEDIAN), ("for the worst mixture", figures["worst_mixture"], WORST)):
        if value > bound:
            print(f"MORE THAN PROMISED: {value:.0f} µs {what}, not {bound:.0f}")
    if mixed["worst_mixture"] > WORST:
        print(mixed["worst_text"])
    save("guardrails", {"figures": {name: round(value, 1) for name, value in figures.items()}, "mixtures": int(MIXTURES)})


if __name__ == "__main__":
    main()
