#!/usr/bin/env python3
"""The portal's lists for a learner with 10,000 words and many reviews, at 16 and at 4 connections; see README.md."""
from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

from harness.load import Route, measure, medians
from harness.report import save, table

HERE = Path(__file__).resolve().parent
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
REVIEWS = int(os.environ.get("BENCH_REVIEWS", "100000"))
CONNECTIONS = (16, 4)
# Requests per second and p99 of the public Python reference with 100,000 reviews at 16 connections, where they are known.
REFERENCE = {"words": 149, "study sessions": 29, "quick stats": 120, "groups": 203, "a group's words": 139}


def access_token() -> str:
    return subprocess.check_output([HERE.parent / "deploy" / "local" / "token.sh"], text=True).strip()


def learner_of(token: str) -> str:
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["sub"]


def owner(*arguments: str) -> str:
    command = ["psql", os.environ["MIGRATION_DATABASE_URL"], "-XAtq", "-v", "ON_ERROR_STOP=1", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def routes(group: str) -> list[Route]:
    paths = {"words": "words", "study sessions": "study_sessions", "quick stats": "dashboard/quick-stats", "groups": "groups"}
    paths["a group's words"] = f"groups/{group}/words"
    return [Route(name, f"/api/{path}") for name, path in paths.items()]


def main() -> None:
    token = access_token()
    learner = learner_of(token)
    print("seeding: " + owner("-v", f"learner={learner}", "-v", f"reviews={REVIEWS}", "-f", str(HERE / "seed_lists.sql")).splitlines()[-1], file=sys.stderr)
    group = owner("-c", f"SELECT min(id) FROM groups WHERE user_id = '{learner}'")
    local = Path(os.environ["LOCAL_DIR"])
    pid = int((local / "run" / "lang-portal-api.pid").read_text().splitlines()[0])
    port = int(os.environ["LANG_PORTAL_API_PORT"])
    figures: dict[tuple[str, int], list[dict[str, float]]] = {}
    for number in range(ROUNDS + 1):
        for route in routes(group):
            for connections in CONNECTIONS:
                measured = measure(route, port, pid, SECONDS if number else 1, connections, token)
                if number:
                    figures.setdefault((route.name, connections), []).append(measured)
        print(f"round {number} of {ROUNDS}" if number else "warm", file=sys.stderr)
    report({key: medians(rounds) for key, rounds in figures.items()})


def report(results: dict[tuple[str, int], dict[str, float]]) -> None:
    rows, entries = [], []
    for (route, connections), figures in results.items():
        reference = REFERENCE[route] if connections == 16 and REVIEWS == 100_000 else None
        faster = figures["requests_per_second"] / reference if reference else None
        measured = [round(figures["requests_per_second"]), figures["p50_ms"], figures["p99_ms"], figures["cpu_seconds_per_100k"]]
        rows.append([route, f"{connections} connections", *measured, faster or ""])
        entries.append({"route": route, "connections": connections, "ratio_to_reference": faster and round(faster, 1), **figures})
    table(["list", "", "requests/s", "p50 ms", "p99 ms", "CPU s / 100k", "times the Python reference"], rows)
    settings = {"seconds": SECONDS, "rounds": ROUNDS, "reviews": REVIEWS}
    save("portal-lists" if REVIEWS == 100_000 else f"portal-lists-{REVIEWS}", {"settings": settings, "lists": entries})


if __name__ == "__main__":
    main()
