"""A service takes as many file descriptors as it may, and no more connections than these bear."""
import re
import resource
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack import Client, Stack, eventually, free_ports


@contextmanager
def cloud_limited_to(stack: Stack, soft: int, hard: int) -> Iterator[tuple[int, int, Path]]:
    """local-cloud under a limit of descriptors: its port, process and log."""
    port = free_ports(1)[0]
    environment = {"LISTEN": f"127.0.0.1:{port}", "LAME_DUCK_SECONDS": "0"}
    log = stack.folder / "log" / "limited.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [stack.program_of("local-cloud")], env=environment, stdout=output, stderr=output,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard)))
    try:
        eventually(lambda: b'"listening"' in log.read_bytes(), seconds=30)
        yield port, process.pid, log
    finally:
        process.terminate()
        process.wait(40)


def test_the_soft_limit_is_raised_to_the_hard_one(stack: Stack):
    with cloud_limited_to(stack, 64, 2_048) as (_, pid, log):
        limits = Path(f"/proc/{pid}/limits").read_text()
        assert re.search(r"Max open files +2048 +2048 ", limits)
        assert b"descriptors.few" in log.read_bytes()


def test_under_a_low_limit_connections_are_refused_before_descriptors_run_out(stack: Stack):
    with cloud_limited_to(stack, 128, 128) as (port, _, log):
        held: list[socket.socket | Client] = [socket.create_connection(("127.0.0.1", port)) for _ in range(64)]

        def is_full() -> bool:
            # Kept open: one loop may take it before the other has taken one of those above, which then has lost its place to it.
            held.append(Client(port))
            return held[-1].get("/healthz").status == 503

        eventually(is_full, seconds=30)
        for connection in held:
            connection.close()
        eventually(lambda: Client(port).get("/healthz").status == 200, seconds=30)
        assert b'"connections":64' in log.read_bytes()
