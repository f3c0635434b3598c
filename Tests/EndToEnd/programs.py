"""Programs of the release build, each on a port of its own."""
from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack import ROOT, Client, eventually, free_ports


@contextmanager
def running(
    name: str, settings: dict[str, str], ready: str, *, log: Path | None = None, before: tuple[str, ...] = (), port: int | None = None
) -> Iterator[int]:
    """Its port, a free one unless it is given, once `ready` answers 200; it ends with 0 when it is told to. `before` is a command that starts it."""
    port = port or free_ports(1)[0]
    program = Path(os.environ.get("BINARIES", ROOT / ".build" / "release")) / name
    with (log or Path(os.devnull)).open("wb") as output:
        environment = settings | {"LISTEN": f"127.0.0.1:{port}"}
        process = subprocess.Popen([*before, str(program)], stdout=output, stderr=subprocess.STDOUT if log else None, env=environment)
        try:
            eventually(lambda: process.poll() is not None or answers(port, ready), 30)
            assert process.poll() is None
            yield port
        finally:
            process.terminate()
            assert process.wait(60) == 0


def answers(port: int, path: str) -> bool:
    try:
        return Client(port, time_out_seconds=1).get(path).status == 200
    except OSError:
        return False
