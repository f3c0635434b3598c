"""What `make up` has started, and what the small commands say."""
import http.client
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from stack import LOCAL_SCRIPTS, Client, Stack


def token(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([LOCAL_SCRIPTS / "token.sh", *arguments], env=os.environ | {"LOCAL_DIR": str(folder)}, capture_output=True, text=True, timeout=60)


def test_a_token_is_printed_for_a_learner(stack: Stack):
    printed = token(stack.folder, "other@app-dw.net", "Momiji-2026!").stdout.strip()
    assert Client(stack.api_port, printed).get("/api/words").status == 200


@pytest.mark.parametrize("password", ['a"b', "back\\slash", "@file", "かえで"])
def test_a_token_is_refused_in_the_words_of_the_pool_whatever_the_password_holds(stack: Stack, password: str):
    result = token(stack.folder, "demo@app-dw.net", password)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.strip() == "no token: Incorrect username or password."


def test_without_a_stack_there_is_no_token_but_a_remedy(tmp_path: Path):
    assert "make up" in token(tmp_path).stderr
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        (tmp_path / "env").write_text(f"LOCAL_CLOUD_PORT={unused.getsockname()[1]} COGNITO_CLIENT_ID=web-client-local\n")
        result = token(tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert "make up" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("given", [["A=abc"], ["A=80000"], ["A=0"], ["A=-1"], ["A=08000"], ["A=٣٠٠٠"], ["A="], ["A=60999", "B=60999"]])
def test_what_is_no_port_or_given_twice_is_named(given: list[str]):
    result = subprocess.run([LOCAL_SCRIPTS / "ports.py", *given], capture_output=True, text=True)
    assert result.returncode == 1
    assert given[-1].split("=")[0] in result.stderr
    assert "taken" not in result.stderr


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
    ports = {stack.api_port, stack.front_port, stack.vocab_port, int(stack.settings["LOCAL_CLOUD_PORT"]), int(stack.settings["POSTGRES_PORT"])}
    tables = [table for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")) if table.exists()]
    lines = [line.split() for table in tables for line in table.read_text().splitlines()[1:]]
    listening = [fields[1].split(":") for fields in lines if fields[3] == "0A"]
    addresses = {address for address, port in listening if int(port, 16) in ports}
    assert addresses <= {"0100007F", "00000000000000000000000001000000"}
    assert "0100007F" in addresses


def has_ipv6_loopback() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6_loopback(), reason="this machine has no ::1")
def test_localhost_may_mean_either_loopback(stack: Stack):
    cloud = int(stack.settings["LOCAL_CLOUD_PORT"])
    for port, path in ((stack.front_port, "/api/health"), (stack.api_port, "/api/health"), (stack.vocab_port, "/api/health"), (cloud, "/healthz")):
        connection = http.client.HTTPConnection("::1", port, timeout=30)
        connection.request("GET", path)
        assert connection.getresponse().status == 200
        connection.close()


def test_the_front_door_leads_to_the_account_by_way_of_the_sign_in_page(stack: Stack):
    front = Client(stack.front_port)
    answer = front.get("/")
    assert answer.status == 307
    answer = front.get(answer.headers["Location"])
    assert answer.status == 303 and answer.headers["Location"] == "/login?next=%2Fprofile"
    assert front.get(answer.headers["Location"]).status == 200


def test_a_service_that_runs_does_not_keep_the_password_of_the_tables_owner(stack: Stack):
    environment = Path(f"/proc/{stack.pid('lang-portal-api')}/environ").read_bytes()
    assert stack.settings["LANG_PORTAL_APP_PASSWORD"].encode() in environment
    assert stack.settings["LANG_PORTAL_OWNER_PASSWORD"].encode() not in environment


def test_the_settings_say_whether_vocab_wants_the_service_key(stack: Stack):
    assert stack.settings["VOCAB_REQUIRE_SERVICE_KEY"] == "0"


def test_health_and_readiness(stack: Stack):
    client = Client(stack.api_port)
    assert client.get("/api/health").json == {"status": "healthy"}
    assert client.get("/health").status == 200
    dependencies = client.get("/api/ready").json
    assert all({"name", "state"} <= set(dependency) for dependency in dependencies)


def test_what_is_said_of_the_model_gets_through_to_local_cloud_alone(stack: Stack):
    given = {name: value for name, value in stack.environment_of("local-cloud").items() if name.startswith("LOCAL_MODEL_")}
    assert given == {"LOCAL_MODEL_SEED": "7", "LOCAL_MODEL_NAME": "it's mine"}
    assert not [name for name in stack.environment_of("lang-portal-api") if name.startswith("LOCAL_MODEL_")]


@pytest.mark.parametrize(("left", "last"), [("", "1 passed, 1 failed"), ("<testsuites><testcase", "1 passed, 1 failed"), (None, "1 passed, 0 failed")])
def test_results_that_a_crash_cut_off_count_as_a_failure(tmp_path: Path, left: str | None, last: str) -> None:
    (tmp_path / "unit.xml").write_text('<testsuites><testcase classname="Words" name="are kept"/></testsuites>')
    if left is not None:
        (tmp_path / "thread.xml").write_text(left)
    result = subprocess.run([LOCAL_SCRIPTS / "test_totals.py", tmp_path], capture_output=True, text=True)
    assert result.stdout.splitlines()[-1] == last and result.returncode == (0 if left is None else 1), result.stderr
    assert ("ended before its results were written" in result.stdout) == (left is not None)


def test_why_a_run_did_not_end_is_told_with_its_results(tmp_path: Path) -> None:
    (tmp_path / "address.xml").write_text("")
    happened = [("testStarted", "Words"), *(("testStarted", f"Words/are {what}") for what in ("kept", "lost", "still to come"))]
    happened += [("testCaseStarted", "Words/are kept"), ("testCaseStarted", "Words/are lost"), ("testCaseStarted", "Words/are lost")]
    happened += [("testCaseEnded", "Words/are kept"), ("testCaseEnded", "Words/are lost")]
    records = [{"kind": "event", "payload": {"kind": kind, "testID": name}} for kind, name in happened]
    (tmp_path / "address.events").write_text("\n".join(map(json.dumps, records)) + '\n{"kind"')
    told = subprocess.run([LOCAL_SCRIPTS / "unfinished_tests.py", tmp_path / "address.events", "9"], capture_output=True, text=True)
    (tmp_path / "address.unfinished").write_text(told.stdout)
    result = subprocess.run([LOCAL_SCRIPTS / "test_totals.py", tmp_path, "address"], capture_output=True, text=True)
    assert "had not ended after 9 s" in result.stdout and "    Words/are lost\n" in result.stdout, told.stderr + result.stderr
    assert "are kept" not in result.stdout and "to come" not in result.stdout and result.stdout.splitlines()[-1] == "0 passed, 1 failed"


def test_what_a_crash_said_is_told_with_the_results_it_cut_off(tmp_path: Path) -> None:
    (tmp_path / "address.xml").write_text("")
    frames = "".join(f"    #{number} function{number} Word.swift\n" for number in range(40))
    (tmp_path / "address.log").write_text(f"◇ Test begins\nWords/Word.swift:7: Fatal error: Index out of range\n{frames}✔ Test ends\n")
    result = subprocess.run([LOCAL_SCRIPTS / "test_totals.py", tmp_path, "address"], capture_output=True, text=True)
    assert "    Words/Word.swift:7: Fatal error: Index out of range\n        #0 function0 Word.swift\n" in result.stdout, result.stderr
    assert "function39" not in result.stdout and "Test ends" not in result.stdout


def test_where_the_threads_of_a_run_that_does_not_end_are_is_told(tmp_path: Path) -> None:
    events = tmp_path / "unit.events"
    events.write_text("")
    waits = [sys.executable, "-c", "import sys; print(flush=True); sys.stdin.read()", f"--event-stream-output-path {events}"]
    with subprocess.Popen(waits, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as waiting:
        waiting.stdout.readline()
        told = subprocess.run([LOCAL_SCRIPTS / "unfinished_tests.py", events, "9"], capture_output=True, text=True)
        waiting.kill()
    assert "none: the run itself did not end" in told.stdout and re.search(r"^  .*read < .*PyEval", told.stdout, re.MULTILINE), told.stdout + told.stderr


RACE = "WARNING: ThreadSanitizer: data race (pid=7)\n    #0 $s4Word4keptyyF Word.swift:7\n"
OWN_FAULT = "==7==ERROR: ThreadSanitizer: SEGV on unknown address\n    #0 TraceEvent<__tsan::EventUnlock> tsan_rtl.h:750:8\n    #1 pthread_rwlock_unlock\n"
OUR_FAULT = "==7==ERROR: ThreadSanitizer: SEGV on unknown address\n    #0 $s4Word4lostyyF Word.swift:7\n    #1 TraceEvent<__tsan::EventUnlock>\n"
FAILED_TEST = '{"kind":"event","payload":{"issue":{"isKnown":false},"kind":"issueRecorded","testID":"Words/are kept"}}'


@pytest.mark.parametrize(
    ("reports", "events", "is_its_own"),
    [
        ([], "", False), ([RACE], "", False), ([OUR_FAULT], "", False),
        ([OWN_FAULT], '{"kind":"event","payload":{"kind":"testEnded"}}', True), ([OWN_FAULT, RACE], "", False), ([OWN_FAULT], FAILED_TEST, False),
    ],
)
def test_a_fault_of_the_thread_sanitizer_is_told_from_ours(tmp_path: Path, reports: list[str], events: str, is_its_own: bool) -> None:
    (tmp_path / "thread.events").write_text(events)
    for number, report in enumerate(reports):
        (tmp_path / f"data-race.{number}").write_text(report)
    asked = subprocess.run(["bash", "-c", '. "$1"/lib/sanitizers.sh; thread_sanitizer_failed "$2"', "bash", LOCAL_SCRIPTS, tmp_path])
    assert (asked.returncode == 0) == is_its_own
