"""wrk on core 1 against a server, with the server's CPU time around it."""
from __future__ import annotations

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .processes import cpu_seconds

SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Route:
    name: str
    path: str
    method: str = "GET"
    body: str | None = None
    # A connection per request; requests sent together.
    closes: bool = False
    depth: int = 1


def measure(route: Route, port: int, pid: int, seconds: float, connections: int, token: str | None = None) -> dict[str, float]:
    environment = os.environ | {"BENCH_METHOD": route.method, "BENCH_PATH": route.path}
    options = (("BENCH_BODY", route.body), ("BENCH_TOKEN", token), ("BENCH_CLOSE", route.closes and "1"), ("BENCH_DEPTH", str(route.depth)))
    environment |= {name: value for name, value in options if value}
    whole_seconds = max(1, round(seconds))
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{whole_seconds}s", "--latency", "-s", str(SCRIPT), f"http://127.0.0.1:{port}"]
    before = cpu_seconds(pid)
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    used = cpu_seconds(pid) - before
    figures = json.loads(output.strip().splitlines()[-1])
    if figures["errors"] or not figures["requests"]:
        raise SystemExit(f"{route.name}: {figures['errors']} errors in {figures['requests']} requests; a measurement with errors measures nothing")
    return {
        "requests_per_second": figures["requests"] / figures["seconds"],
        "cpu_seconds_per_100k": used / figures["requests"] * 100_000,
        "p50_ms": figures["p50_ms"],
        "p99_ms": figures["p99_ms"],
    }


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(figures[name] for figures in rounds), 3) for name in rounds[0]}
