"""How often a request allocates, counted by a hook in the release build: what is not counted creeps back."""
from __future__ import annotations

import mmap
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from programs import running
from stack import Stack

HOOK = Path(__file__).with_name("hooks") / "count_allocations.c"
REQUESTS = 2_000
# Timers and the log's drains, a few in each second.
SLACK = 0.1


@dataclass
class CountedServer:
    port: int
    count: mmap.mmap

    def allocations(self) -> int:
        return int.from_bytes(self.count[:8], "little")

    def per_request(self, request: bytes) -> float:
        """On one connection, one request at a time, after it is warm."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            for _ in range(200):
                exchange(connection, request)
            before = self.allocations()
            for _ in range(REQUESTS):
                exchange(connection, request)
            return (self.allocations() - before) / REQUESTS


def exchange(connection: socket.socket, request: bytes) -> None:
    connection.sendall(request)
    answer = connection.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 200 "), answer


def get(path: str, *fields: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *fields, "", ""]).encode()


@pytest.fixture(scope="module")
def server(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CountedServer]:
    folder = tmp_path_factory.mktemp("allocations")
    hook, counted = folder / "hook.so", folder / "count"
    # Swift brings its own compiler of C.
    compiler = shutil.which("clang") or str(Path(os.path.realpath(shutil.which("swift"))).with_name("clang"))
    subprocess.run([compiler, "-O1", "-fPIC", "-shared", "-o", hook, HOOK], check=True)
    counted.write_bytes(bytes(mmap.PAGESIZE))
    settings = os.environ | {"DATABASE_URL": stack.settings["DATABASE_URL"], "LD_PRELOAD": str(hook), "ALLOCATION_COUNT": str(counted)}
    with (
        counted.open("r+b") as file,
        mmap.mmap(file.fileno(), 8) as count,
        running("bench-server", settings, "/plaintext", log=folder / "log", before=("taskset", "-c", "0")) as port,
    ):
        yield CountedServer(port, count)


def test_the_hook_counts(server: CountedServer) -> None:
    assert server.allocations() > 1_000


@pytest.mark.parametrize(("path", "limit"), [("/plaintext", 4), ("/json", 8), ("/typed/42?limit=10", 10)])
def test_a_request_allocates_no_more_than_this(server: CountedServer, path: str, limit: int) -> None:
    assert server.per_request(get(path)) <= limit + SLACK


def test_a_header_field_allocates_nothing(server: CountedServer) -> None:
    fields = [f"X-Field-{number}: value {number}" for number in range(60)]
    assert server.per_request(get("/plaintext", *fields)) <= server.per_request(get("/plaintext")) + SLACK
