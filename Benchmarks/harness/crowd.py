"""Many connections at once: what idle ones cost in memory, and whether active ones are served alike."""
from __future__ import annotations

import resource
import socket

from .load import Route, measure
from .processes import Server, pss_megabytes

IDLE = 10_000
ACTIVE = 5_000


def raise_descriptor_limit() -> None:
    """For this process and those it starts: servers and wrk."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < IDLE + 1_000:
        raise SystemExit(f"{IDLE} connections need as many descriptors; the limit is {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def crowd(server: Server, route: Route, seconds: float) -> dict[str, float]:
    # Active ones first: once 10,000 are open there is no room for others.
    active = measure(route, server.port, server.process.pid, seconds, ACTIVE)
    return {
        "idle_pss_megabytes": round(idle_memory(server, route.path), 1),
        "active_requests_per_second": round(active["requests_per_second"]),
        "active_p50_ms": active["p50_ms"],
        "active_p99_ms": active["p99_ms"],
    }


def idle_memory(server: Server, path: str) -> float:
    """With connections that have had one answer each and now wait."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: crowd/1.0\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nAccept-Language: ja\r\n\r\n".encode()
    connections: list[socket.socket] = []
    try:
        while len(connections) < IDLE - 10:
            connections.append(socket.create_connection(("127.0.0.1", server.port)))
        for connection in connections:
            connection.sendall(request)
        for connection in connections:
            if not connection.recv(4_096).startswith(b"HTTP/1.1 200"):
                raise SystemExit(f"{server.name} refused one of {IDLE} connections")
        return pss_megabytes(server.process.pid)
    finally:
        for connection in connections:
            connection.close()
