"""The application with every kind of input, running."""
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack import ROOT, Client, eventually, free_ports


@contextmanager
def running_sample() -> Iterator[int]:
    """Its port; it ends with 0 when it is told to."""
    [port] = free_ports(1)
    program = Path(os.environ.get("BINARIES", ROOT / ".build" / "release")) / "sample-server"
    process = subprocess.Popen([program], env={"LISTEN": f"127.0.0.1:{port}", "LAME_DUCK_SECONDS": "0"}, stdout=subprocess.DEVNULL)
    try:
        eventually(lambda: answers(port) or process.poll() is not None, 30)
        assert process.poll() is None
        yield port
    finally:
        process.terminate()
        assert process.wait(60) == 0


def answers(port: int) -> bool:
    try:
        return Client(port).get("/openapi.json").status == 200
    except OSError:
        return False
