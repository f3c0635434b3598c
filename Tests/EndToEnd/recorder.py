"""The server that is attacked, and raw connections to it."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stack import ROOT, eventually, free_ports


@dataclass(frozen=True)
class Seen:
    """A request as the server saw it."""

    method: str
    target: str
    host: str
    id: str
    length: int
    digest: str


@dataclass
class Recorder:
    port: int
    pid: int
    log: Path

    def take_seen(self) -> list[Seen]:
        """What it has seen since it was asked last."""
        return [Seen(**entry) for entry in json.loads(self.get("/_seen"))]

    def get(self, path: str, time_out_seconds: float = 30) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=time_out_seconds)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (answer.status, body)
            return body
        finally:
            connection.close()

    def memory_kibibytes(self) -> int:
        """Its proportional set size."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/fd"))


@contextmanager
def running_recorder(log: Path, **settings: int) -> Iterator[Recorder]:
    port = free_ports(1)[0]
    binaries = Path(os.environ.get("BINARIES", ROOT / ".build" / "release"))
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        environment = {"PORT": str(port)} | {name: str(value) for name, value in settings.items()}
        process = subprocess.Popen([binaries / "recorder"], env=environment, stdout=output, stderr=output)
    try:
        eventually(lambda: b'"listening"' in log.read_bytes() or process.poll() is not None, seconds=30)
        yield Recorder(port, process.pid, log)
        assert process.poll() is None, f"the server ended: {log.read_text()[-2000:]}"
    finally:
        process.kill()
        process.wait(30)


@dataclass(frozen=True)
class Response:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        """Of the request that this answers, where the server recorded it."""
        try:
            return json.loads(self.body).get("id", "")
        except (ValueError, AttributeError):
            return ""


def connect(port: int, time_out_seconds: float = 10) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=time_out_seconds)


def read_all(connection: socket.socket) -> bytes:
    """Everything until the peer closes, or says nothing for the connection's time-out."""
    answer = b""
    try:
        while piece := connection.recv(65536):
            answer += piece
    except (TimeoutError, ConnectionResetError):
        pass
    return answer


def exchange(port: int, request: bytes, quiet_seconds: float = 1) -> list[Response]:
    """The answers to all requests in these bytes; HEAD is not among them."""
    with connect(port) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(quiet_seconds)
        return parse_responses(read_all(connection))


def parse_responses(text: bytes) -> list[Response]:
    responses = []
    while text:
        head, end, text = text.partition(b"\r\n\r\n")
        assert end and head.startswith(b"HTTP/1."), f"no answer: {head[:200]!r}"
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        status = int(first.split()[1])
        if headers.get("transfer-encoding") == "chunked":
            body, text = _dechunk(text)
        else:
            length = 0 if status in (204, 304) or status < 200 else int(headers.get("content-length", len(text)))
            assert len(text) >= length, f"an answer of {length} bytes has {len(text)}"
            body, text = text[:length], text[length:]
        if status >= 200:
            responses.append(Response(status, headers, body))
    return responses


def _dechunk(text: bytes) -> tuple[bytes, bytes]:
    body = b""
    while True:
        size, _, text = text.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        if length == 0:
            return body, text.removeprefix(b"\r\n")
        body, text = body + text[:length], text[length + 2 :]
