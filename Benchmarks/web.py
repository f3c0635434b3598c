#!/usr/bin/env python3
"""The web layer beside its peers: CPU per request as ratios to nginx; see README.md."""
from __future__ import annotations

import json
import os
import statistics
import sys
from pathlib import Path

from harness.crowd import crowd, raise_descriptor_limit
from harness.load import Route, measure, medians
from harness.processes import Server, ask, free_port, pss_megabytes
from harness.report import committed, save, table

HERE = Path(__file__).resolve().parent
ORDER = json.dumps({"name": "Sakura mochi", "quantity": 3, "price": 4.5, "tags": ["sweet", "spring"]}, separators=(",", ":"))
ROUTES = [
    Route("plaintext", "/plaintext"),
    Route("json", "/json"),
    Route("typed", "/typed/42?limit=10"),
    Route("echo", "/echo", "POST", ORDER),
    Route("row", "/row/{n}"),
    Route("page", "/page"),
    Route("file", "/files/page.css"),
    Route("close", "/plaintext", closes=True),
    Route("pipelined", "/plaintext", depth=16),
]
# What nginx can do too; for these its own figure is the yardstick, its plaintext for everything else.
NGINX = ("plaintext", "file", "close", "pipelined")
OWN_YARDSTICK = ("file", "close")
FILE = b"/* A file of 64 KiB, as a page has many. */\n" * 1489
EXPECTED = {
    "json": {"message": "Hello, World!"},
    "typed": {"id": 42, "limit": 10},
    "echo": json.loads(ORDER),
    "row": {"id": 7, "name": "row 7", "score": 49},
    "page": {
        "items": [
            {"id": n, "japanese": f"言葉{n}", "romaji": f"kotoba {n}", "english": f"word {n}", "correct_count": n * 3 % 17, "wrong_count": n * 5 % 11}
            for n in range(1, 101)
        ]
    },
}
REFUSED = [
    ("/typed/0?limit=10", "GET", None, 422),
    ("/typed/1?limit=501", "GET", None, 422),
    ("/echo", "POST", '{"name":""}', 422),
    ("/row/99999999", "GET", None, 404),
]
CONNECTIONS = 64
STARTS = 5
SECONDS = float(os.environ.get("BENCH_SECONDS", "4"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
# Ratios of two quiet runs differ by less.
TOLERANCE = 0.1


def start(peer: str, folder: Path, room: int = 1_024) -> Server:
    """`room` is for how many connections nginx reserves memory."""
    port = free_port()
    environment = os.environ | {"LISTEN": f"127.0.0.1:{port}", "BENCH_FILES": str(folder / "files")}
    if peer == "nginx":
        configuration = folder / "nginx.conf"
        text = (HERE / "peers" / "nginx.conf").read_text()
        configuration.write_text(text.replace("FOLDER", str(folder)).replace("PORT", str(port)).replace("ROOM", str(room)))
        command = ["/usr/sbin/nginx", "-c", str(configuration), "-e", str(folder / "nginx-error.log")]
    elif peer == "fastapi":
        command = [os.environ["BENCH_PYTHON"], str(HERE / "peers" / "fastapi_server.py")]
    else:
        command = [os.environ["BENCH_SERVER"]]
    return Server.start(peer, command, port, folder / f"{peer}.log", environment)


def routes_of(peer: str) -> list[Route]:
    return [route for route in ROUTES if peer != "nginx" or route.name in NGINX]


def prove_equal(server: Server) -> None:
    """Every peer does the same work, or the figures say nothing."""
    assert ask(server.port, "GET", "/plaintext") == (200, b"Hello, World!"), f"{server.name}: plaintext"
    assert ask(server.port, "GET", "/files/page.css") == (200, FILE), f"{server.name}: file"
    for route in [route for route in routes_of(server.name) if route.name in EXPECTED]:
        status, body = ask(server.port, route.method, route.path.replace("{n}", "7"), route.body)
        if status != 200 or json.loads(body) != EXPECTED[route.name]:
            raise SystemExit(f"{server.name} answers {route.name} with {status} {body!r}, expected {EXPECTED[route.name]}")
    for path, method, body, expected in REFUSED if server.name != "nginx" else []:
        status, _ = ask(server.port, method, path, body)
        if status != expected:
            raise SystemExit(f"{server.name} answers {method} {path} with {status}, expected {expected}")


def memory_and_start(peer: str, folder: Path) -> dict[str, float]:
    starts = []
    for _ in range(STARTS):
        server = start(peer, folder)
        starts.append(server.first_answer_seconds * 1_000)
        if len(starts) == STARTS:
            for n in range(1_000):
                route = routes_of(peer)[n % len(routes_of(peer))]
                ask(server.port, route.method, route.path.replace("{n}", str(n + 1)), route.body)
            memory = pss_megabytes(server.process.pid)
        server.stop()
    return {"pss_megabytes": round(memory, 1), "first_answer_ms": round(statistics.median(starts), 1)}


def alternate(servers: list[Server]) -> dict[tuple[str, str], list[dict[str, float]]]:
    figures: dict[tuple[str, str], list[dict[str, float]]] = {}
    for number in range(ROUNDS + 1):
        # The first round only warms up.
        seconds = SECONDS if number else 1
        for route in ROUTES:
            for server in servers:
                if route in routes_of(server.name):
                    measured = measure(route, server.port, server.process.pid, seconds, CONNECTIONS)
                    if number:
                        figures.setdefault((server.name, route.name), []).append(measured)
        print(f"round {number} of {ROUNDS}" if number else "warm", file=sys.stderr)
    return figures


def main() -> None:
    folder = Path(os.environ["BENCH_FOLDER"])
    (folder / "files").mkdir(parents=True, exist_ok=True)
    (folder / "files" / "page.css").write_bytes(FILE)
    peers = os.environ.get("BENCH_PEERS", "nginx fastapi ours").split()
    raise_descriptor_limit()
    processes = {peer: memory_and_start(peer, folder) for peer in peers}
    servers: list[Server] = []
    try:
        for peer in peers:
            servers.append(start(peer, folder, room=20_000))
            prove_equal(servers[-1])
        results = {key: medians(rounds) for key, rounds in alternate(servers).items()}
        # FastAPI takes a minute to accept so many, and is no yardstick for it.
        crowds = {server.name: crowd(server, ROUTES[0], SECONDS) for server in servers if server.name != "fastapi"}
    finally:
        for server in servers:
            server.stop()
    report(results, processes, crowds)


def report(results: dict[tuple[str, str], dict[str, float]], processes: dict[str, dict[str, float]], crowds: dict[str, dict[str, float]]) -> None:
    rows, entries = [], []
    for (peer, route), figures in sorted(results.items(), key=lambda item: [route.name for route in ROUTES].index(item[0][1])):
        yardstick = results.get(("nginx", route if route in OWN_YARDSTICK else "plaintext"), {}).get("cpu_seconds_per_100k")
        ratio = figures["cpu_seconds_per_100k"] / yardstick if yardstick else float("nan")
        rows.append([route, peer, figures["cpu_seconds_per_100k"], ratio, round(figures["requests_per_second"]), figures["p50_ms"], figures["p99_ms"]])
        entries.append({"route": route, "server": peer, "ratio_to_nginx": round(ratio, 2), **figures})
    table(["route", "server", "CPU s / 100k", "ratio to nginx", "requests/s", "p50 ms", "p99 ms"], rows)
    table(["server", "", "PSS MB after 1,000", "start to first answer ms"], [[peer, "", *figures.values()] for peer, figures in processes.items()])
    headings = ["server", "", "PSS MB with 10,000 idle", "requests/s of 5,000 active", "p50 ms", "p99 ms"]
    table(headings, [[peer, "", *figures.values()] for peer, figures in crowds.items()])
    compare_with_committed(entries)
    settings = {"seconds": SECONDS, "rounds": ROUNDS, "connections": CONNECTIONS}
    save("web", {"settings": settings, "routes": entries, "processes": processes, "crowds": crowds})


def compare_with_committed(entries: list[dict[str, object]]) -> None:
    """By ratio to nginx, which hardly differs between machines and hours."""
    before = {entry["route"]: entry["ratio_to_nginx"] for entry in committed("web").get("routes", []) if entry["server"] == "ours"}
    rows = []
    for entry in entries:
        ratio = before.get(entry["route"])
        if entry["server"] == "ours" and ratio:
            change = entry["ratio_to_nginx"] / ratio - 1
            rows.append([entry["route"], "slower" if change > TOLERANCE else "", ratio, entry["ratio_to_nginx"], f"{change:+.0%}"])
    if rows:
        table(["against the last committed result", "", "ratio then", "now", "change"], rows)


if __name__ == "__main__":
    main()
