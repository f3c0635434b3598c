#!/usr/bin/env python3
"""What calling others costs, beside the clients of a Python program; see README.md."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from harness.report import save, table
from web import start

HERE = Path(__file__).resolve().parent
SECONDS = os.environ.get("BENCH_SECONDS", "4")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
AT_ONCE = (1, 16)
STREAM_BYTES = 300_000_000
CLIENTS = ("httpx", "aiohttp", "ours")


def run(peer: str, *arguments: str) -> dict[str, float]:
    """On the core that the server does not use."""
    python = [os.environ["BENCH_PYTHON"], str(HERE / "peers" / "python_clients.py"), peer]
    command = [os.environ["BENCH_CLIENT"]] if peer == "ours" else python
    return json.loads(subprocess.check_output(["taskset", "-c", "1", *command, *arguments], text=True))


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(figures[name] for figures in rounds) for name in rounds[0]}


def main() -> None:
    folder = Path(os.environ["BENCH_FOLDER"])
    (folder / "files").mkdir(parents=True, exist_ok=True)
    with (folder / "files" / "long.css").open("wb") as file:
        file.truncate(STREAM_BYTES)
    measured: dict[tuple[str, str], list[dict[str, float]]] = {}
    server = start("nginx", folder)
    try:
        address = f"http://127.0.0.1:{server.port}"
        for number in range(ROUNDS):
            for peer in CLIENTS:
                for at_once in AT_ONCE:
                    measured.setdefault((f"calls, {at_once} at once", peer), []).append(run(peer, "calls", f"{address}/plaintext", SECONDS, str(at_once)))
                measured.setdefault(("stream", peer), []).append(run(peer, "stream", f"{address}/files/long.css"))
            for peer in ("botocore", "ours"):
                measured.setdefault(("signatures", peer), []).append(run(peer, "signatures", SECONDS))
            print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
    finally:
        server.stop()
    report({key: medians(rounds) for key, rounds in measured.items()})


def report(figures: dict[tuple[str, str], dict[str, float]]) -> None:
    assert all(figures["stream", peer]["bytes"] == STREAM_BYTES for peer in CLIENTS), "a client lost bytes"
    table(
        ["what", "client", "CPU µs per call", "calls/s"],
        [[what, peer, one["cpu_microseconds"], one["calls"] / float(SECONDS)] for (what, peer), one in figures.items() if "calls" in one],
    )
    table(
        ["300 MB", "client", "CPU s", "largest MB"],
        [[what, peer, one["cpu_seconds"], one["largest_megabytes"]] for (what, peer), one in figures.items() if "bytes" in one],
    )
    table(["SigV4", "signer", "per second"], [[what, peer, one["signatures"]] for (what, peer), one in figures.items() if "signatures" in one])
    save("clients", {"figures": [{"what": what, "client": peer, **one} for (what, peer), one in figures.items()]})


if __name__ == "__main__":
    main()
