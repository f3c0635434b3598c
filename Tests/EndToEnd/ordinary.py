"""Ordinary clients, who must not notice what others do to the server."""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

NOTE = {"name": "猫", "score": 3, "labels": {"a": "b"}}
FORM = urlencode({"name": "猫", "score": 3})
REQUESTS = [
    ("GET", "/app/small", None, {}, b"small"),
    (
        "POST",
        "/app/echo",
        json.dumps(NOTE).encode(),
        {"Content-Type": "application/json"},
        json.dumps(NOTE, ensure_ascii=False, separators=(",", ":")).encode(),
    ),
    ("POST", "/app/form", FORM.encode(), {"Content-Type": "application/x-www-form-urlencoded"}, b'{"name":"\xe7\x8c\xab","score":3,"labels":{}}'),
]


@dataclass
class OrdinaryClient:
    """Asks again and again; every tenth time on a new connection."""

    port: int
    pause_seconds: float = 0.01
    answers: int = 0
    slowest_seconds: float = 0
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        connection = None
        number = 0
        while not self.stop.is_set():
            number += 1
            method, path, body, headers, expected = REQUESTS[number % len(REQUESTS)]
            began = time.monotonic()
            try:
                if connection is None:
                    connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                content = answer.read()
                if (answer.status, content) != (200, expected):
                    self.failures.append(f"{method} {path}: {answer.status} {content[:200]!r}")
                self.answers += 1
            except (OSError, http.client.HTTPException) as error:
                self.failures.append(f"{method} {path}: {error!r}")
                if connection:
                    connection.close()
                connection = None
            # Bounded: a soak takes a quarter of an hour.
            if len(self.seconds) < 200_000:
                self.seconds.append(time.monotonic() - began)
            if number % 10 == 0 and connection:
                connection.close()
                connection = None
            self.stop.wait(self.pause_seconds)
        if connection:
            connection.close()


class OrdinaryLoad:
    """Some ordinary clients, while the block runs."""

    def __init__(self, port: int, clients: int = 3) -> None:
        self.clients = [OrdinaryClient(port) for _ in range(clients)]
        self.threads = [threading.Thread(target=client.run) for client in self.clients]

    def __enter__(self) -> OrdinaryLoad:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for client in self.clients:
            client.stop.set()
        for thread in self.threads:
            thread.join()

    @property
    def answers(self) -> int:
        return sum(client.answers for client in self.clients)

    @property
    def failures(self) -> list[str]:
        return [failure for client in self.clients for failure in client.failures]

    def percentile(self, share: float) -> float:
        seconds = sorted(second for client in self.clients for second in client.seconds)
        return seconds[min(len(seconds) - 1, int(len(seconds) * share))] if seconds else 0
