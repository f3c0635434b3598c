"""`make up` says what stands in its way and what to do about it."""
import os
import socket
import subprocess

from stack import LOCAL_SCRIPTS, ROOT, Client, Stack


def up(folder, **environment: str) -> subprocess.CompletedProcess:
    environment = os.environ | {"LOCAL_DIR": str(folder), "DETACH": "1", "BINARIES": str(ROOT / ".build" / "release")} | environment
    return subprocess.run([LOCAL_SCRIPTS / "up.sh"], env=environment, capture_output=True, text=True, timeout=120)


def test_a_running_stack_is_not_started_twice(stack: Stack):
    result = up(stack.folder)
    assert result.returncode != 0
    assert f"runs as process {stack.pid('local-cloud')}" in result.stderr
    assert "make down" in result.stderr


def test_a_taken_port_is_named_with_its_holder_even_when_it_would_share(stack: Stack):
    with socket.socket() as squatter:
        squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        port = squatter.getsockname()[1]
        result = subprocess.run([LOCAL_SCRIPTS / "ports.py", f"LANG_PORTAL_PORT={port}"], capture_output=True, text=True)
    assert result.returncode == 1
    assert f"port {port} is taken by" in result.stderr
    assert f"(process {os.getpid()})" in result.stderr
    assert "LANG_PORTAL_PORT=" in result.stderr


def test_settings_are_for_their_owner_only(stack: Stack):
    assert (stack.folder / "env").stat().st_mode & 0o077 == 0


def test_the_application_may_not_change_tables(stack: Stack):
    for statement in ("CREATE TABLE intruder (id int)", "DROP TABLE words", "TRUNCATE words"):
        result = subprocess.run(["psql", stack.settings["DATABASE_URL"], "-XAtqc", statement], capture_output=True, text=True)
        assert result.returncode != 0, statement


def test_every_service_is_on_loopback_only(stack: Stack):
    ports = {stack.api_port, stack.front_port, int(stack.settings["LOCAL_CLOUD_PORT"]), int(stack.settings["POSTGRES_PORT"])}
    with open("/proc/net/tcp") as table:
        listening = [line.split()[1].split(":") for line in table.readlines()[1:] if line.split()[3] == "0A"]
    addresses = {address for address, port in listening if int(port, 16) in ports}
    assert addresses == {"0100007F"}


def test_health_and_readiness(stack: Stack):
    client = Client(stack.api_port)
    assert client.get("/api/health").json == {"status": "healthy"}
    assert client.get("/health").status == 200
    dependencies = client.get("/api/ready").json
    assert all({"name", "state"} <= set(dependency) for dependency in dependencies)
