"""A new process takes over a port from an old one under load; no client's connection is reset."""
import signal
import subprocess
import threading
from dataclasses import dataclass, field

import pytest
from stack import Client, Stack, eventually, free_ports

CLIENTS_OF_EACH_KIND = 4
RESTARTS = 3


@dataclass
class Process:
    """lang-portal-api on the shared port, and on one that is its own, to ask this very process."""

    own_port: int
    process: subprocess.Popen

    @classmethod
    def start(cls, stack: Stack, shared_port: int) -> "Process":
        own_port = free_ports(1)[0]
        environment = stack.environment_of("lang-portal-api")
        environment |= {"LISTEN": f"127.0.0.1:{shared_port},127.0.0.1:{own_port}", "LAME_DUCK_SECONDS": "1", "SHARE_PORT": "true"}
        log = (stack.folder / "log" / f"rolling-{own_port}.log").open("wb")
        started = cls(own_port, subprocess.Popen([stack.program_of("lang-portal-api")], env=environment, stdout=log, stderr=log))
        eventually(started.is_ready, seconds=20)
        return started

    def is_ready(self) -> bool:
        try:
            return Client(self.own_port).get("/api/ready").status == 200
        except OSError:
            assert self.process.poll() is None, "the process ended while starting"
            return False


@dataclass
class Load:
    client: Client
    keeps_alive: bool
    stop: threading.Event
    answers: int = 0
    failures: list[str] = field(default_factory=list)

    def run(self):
        while not self.stop.is_set() and len(self.failures) < 5:
            try:
                answer = self.client.get("/api/words?per_page=5")
                self.answers += 1
                if answer.status != 200:
                    self.failures.append(f"{answer.status} {answer.body[:200]!r}")
                if not self.keeps_alive:
                    self.client.close()
            except Exception as error:
                self.failures.append(repr(error))
                self.client.close()


@pytest.fixture
def shared_port() -> int:
    return free_ports(1)[0]


def test_a_rolling_restart_under_load_resets_no_connection(stack: Stack, studying: Client, shared_port: int):
    stop = threading.Event()
    current = Process.start(stack, shared_port)
    loads = [Load(Client(shared_port, studying.token), keeps_alive, stop) for keeps_alive in (True, False) for _ in range(CLIENTS_OF_EACH_KIND)]
    threads = [threading.Thread(target=load.run, daemon=True) for load in loads]
    for thread in threads:
        thread.start()
    try:
        for _ in range(RESTARTS):
            following = Process.start(stack, shared_port)
            current.process.send_signal(signal.SIGTERM)
            assert current.process.wait(40) == 0
            current = following
    finally:
        before = sum(load.answers for load in loads)
        eventually(lambda: sum(load.answers for load in loads) > before + 50 or any(load.failures for load in loads), seconds=10)
        stop.set()
        for thread in threads:
            thread.join(40)
        current.process.terminate()
        current.process.wait(40)
    assert [failure for load in loads for failure in load.failures] == []
    assert all(load.answers > 10 for load in loads)
