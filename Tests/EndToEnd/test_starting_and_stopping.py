"""`make up`, `make down` and Ctrl-C beside each other, and what `make up` says when it cannot start."""
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from stack import LOCAL_SCRIPTS, PORT_NAMES, ROOT, Client, Stack, eventually, free_ports, read_settings

SERVICES = ("local-cloud", "lang-portal-api", "vocab-backend", "vocab-frontend")


class Commands:
    """The local commands in a folder and on ports of their own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.ports = dict(zip(PORT_NAMES, map(str, free_ports(len(PORT_NAMES))), strict=True))
        binaries = os.environ.get("BINARIES", str(ROOT / ".build" / "release"))
        self.environment = os.environ | self.ports | {"LOCAL_DIR": str(folder), "BINARIES": binaries}

    def begin(self, script: str, **environment: str) -> subprocess.Popen:
        # A session of its own, as a terminal gives it: Ctrl-C goes to the whole process group.
        return subprocess.Popen(
            [LOCAL_SCRIPTS / script], env=self.environment | environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, start_new_session=True)

    def run(self, script: str, **environment: str) -> tuple[int, str]:
        process = self.begin(script, **environment)
        output, _ = process.communicate(timeout=180)
        return process.returncode, output

    def up(self, **environment: str) -> tuple[int, str]:
        return self.run("up.sh", DETACH="1", **environment)

    @property
    def stack(self) -> Stack:
        return Stack(self.folder, read_settings(self.folder / "env"))

    def is_ready(self) -> bool:
        try:
            return Client(int(self.ports["LANG_PORTAL_API_PORT"])).get("/api/ready").status == 200
        except OSError:
            return False

    def leftovers(self) -> list[str]:
        """What still runs, or says so: PID files, and whoever listens on one of the ports."""
        files = [self.folder / "postgres" / "data" / "postmaster.pid", *(self.folder / "run").glob("*.pid")]
        check = subprocess.run([LOCAL_SCRIPTS / "ports.py", *(f"{name}={port}" for name, port in self.ports.items())], capture_output=True, text=True)
        return [str(file) for file in files if file.exists()] + check.stderr.splitlines()


@pytest.fixture
def commands() -> Iterator[Commands]:
    commands = Commands(ROOT / ".local" / "e2e-commands")
    yield commands
    assert commands.run("reset.sh")[0] == 0


def read_until(process: subprocess.Popen, text: str):
    lines = []
    for line in process.stdout:
        if text in line:
            return
        lines.append(line)
    raise AssertionError(f"ended without saying “{text}”: {''.join(lines)}")


def interrupt(process: subprocess.Popen) -> str:
    """Ctrl-C; the output."""
    os.killpg(process.pid, signal.SIGINT)
    return process.communicate(timeout=120)[0]


def test_ctrl_c_stops_everything_and_says_nothing_odd(commands: Commands):
    process = commands.begin("up.sh")
    read_until(process, "Ctrl-C stops everything")
    output = interrupt(process)
    assert process.returncode == 0, output
    for name in (*SERVICES, "postgres"):
        assert f"stopped {name}" in output
    assert "/proc/" not in output
    assert commands.leftovers() == []


@pytest.mark.parametrize("sign", ["postgres/data/postmaster.pid", "run/local-cloud.pid", "run/lang-portal-api.pid"])
def test_ctrl_c_while_starting_leaves_nothing_behind(commands: Commands, sign: str):
    process = commands.begin("up.sh")
    eventually((commands.folder / sign).exists, seconds=60)
    output = interrupt(process)
    assert process.returncode != 0 or commands.is_ready() is False, output
    assert commands.leftovers() == []


def test_of_two_starts_at_once_one_starts_and_the_other_leaves_it_alone(commands: Commands):
    both = [commands.begin("up.sh", DETACH="1") for _ in range(2)]
    outputs = [process.communicate(timeout=180)[0] for process in both]
    assert sorted(process.returncode for process in both) == [0, 1], outputs
    refused = next(output for process, output in zip(both, outputs, strict=True) if process.returncode)
    assert f"runs as process {commands.stack.pid('local-cloud')}" in refused
    assert "make down" in refused
    assert commands.is_ready()


def test_no_service_holds_the_lock(commands: Commands):
    assert commands.up()[0] == 0
    assert subprocess.run(["flock", "--nonblock", commands.folder / "lock", "true"]).returncode == 0


def test_ctrl_c_of_an_earlier_start_leaves_a_later_one_alone(commands: Commands):
    earlier = commands.begin("up.sh")
    read_until(earlier, "Ctrl-C stops everything")
    # Stopped, so that it cannot see what happens in the meantime.
    os.killpg(earlier.pid, signal.SIGSTOP)
    assert commands.run("down.sh")[0] == 0
    assert commands.up()[0] == 0
    os.killpg(earlier.pid, signal.SIGCONT)
    interrupt(earlier)
    assert commands.is_ready()


def test_services_without_pid_files_keep_their_database_and_are_named(commands: Commands):
    assert commands.up()[0] == 0
    kept = {name: (commands.folder / "run" / f"{name}.pid").read_text() for name in SERVICES}
    for name in SERVICES:
        (commands.folder / "run" / f"{name}.pid").unlink()
    status, output = commands.up()
    assert status == 1
    for name, text in kept.items():
        assert f"taken by {name[:15]} (process {text.split()[0]})" in output
        (commands.folder / "run" / f"{name}.pid").write_text(text)
    assert "stopped postgres" not in output
    assert commands.is_ready()


def test_ports_that_do_not_do_are_not_called_taken(commands: Commands):
    status, output = commands.up(LANG_PORTAL_PORT="abc")
    assert status == 1
    assert "LANG_PORTAL_PORT=abc is not a port" in output
    assert "taken" not in output


def test_a_missing_program_is_named_with_the_build_that_makes_it(commands: Commands, tmp_path: Path):
    status, output = commands.up(BINARIES=str(tmp_path))
    assert status == 1
    assert f"{tmp_path}/local-cloud is missing" in output
    assert "--static-swift-stdlib" in output
    assert commands.leftovers() == []


def test_postgres_says_once_why_it_does_not_start(stack: Stack):
    with pytest.raises(subprocess.CalledProcessError) as failure:
        stack.start_postgres()
    assert failure.value.stderr.count("FATAL") == 1
    assert 'lock file "postmaster.pid" already exists' in failure.value.stderr
