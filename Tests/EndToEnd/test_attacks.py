"""Whatever some peers do, others are served, memory is bounded, and the offenders are cut off in the time that is configured."""

from __future__ import annotations

import contextlib
import gzip
import re
import subprocess
import threading
import time
from collections.abc import Iterator

import attacks
import pytest
from ordinary import OrdinaryLoad
from recorder import Recorder, connect, exchange, parse_responses, read_all, running_recorder
from stack import ROOT, eventually

LIMIT = 600
# Time-outs that a test can wait for; the server looks at them twice a second.
SETTINGS = {
    "HEADER_MILLISECONDS": 2_000,
    "BODY_MILLISECONDS": 2_000,
    "WRITE_MILLISECONDS": 2_000,
    "IDLE_MILLISECONDS": 3_000,
    "DEADLINE_MILLISECONDS": 4_000,
    "MAX_CONNECTIONS": LIMIT,
}
# On a machine that does other things besides.
PATIENCE_SECONDS = 5


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with running_recorder(ROOT / ".local" / "fronts" / "attacked.log", **SETTINGS) as running:
        with OrdinaryLoad(running.port):
            time.sleep(1)
        yield running


@contextlib.contextmanager
def undisturbed(server: Recorder, grown_mebibytes: int = 64) -> Iterator[int]:
    """Ordinary clients beside the block are served; afterwards everything was given back. Yields how many descriptors there were."""
    eventually(lambda: server.descriptors() < 40, seconds=20)
    descriptors, memory = server.descriptors(), server.memory_kibibytes()
    most = [0]
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.1):
            most[0] = max(most[0], server.memory_kibibytes())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        with OrdinaryLoad(server.port) as load:
            yield descriptors
    finally:
        stop.set()
        watcher.join()
    assert load.failures == []
    assert load.answers > 10
    assert load.percentile(0.99) < 2
    assert most[0] - memory < grown_mebibytes * 1024, f"{memory} KiB before, {most[0]} at most"
    eventually(lambda: server.descriptors() <= descriptors, seconds=20)


@pytest.mark.parametrize(
    ("mode", "path"),
    [
        pytest.param(["-H", "-i", "1"], "/app/small", id="header"),
        pytest.param(["-B", "-i", "1", "-s", "100000"], "/app/form", id="body"),
        pytest.param(["-X", "-w", "512", "-y", "1024", "-n", "4", "-z", "16", "-k", "3"], "/app/large", id="read"),
    ],
)
def test_slow_peers_are_cut_off(server: Recorder, mode: list[str], path: str) -> None:
    count = 200
    command = ["slowhttptest", "-c", str(count), "-r", str(count), "-p", "2", "-l", "60", *mode, "-u", f"http://127.0.0.1:{server.port}{path}"]
    # A large answer that is hardly read is kept until the reader is cut off.
    with undisturbed(server, grown_mebibytes=64 if path != "/app/large" else count * 6) as before:
        attacker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            eventually(lambda: server.descriptors() > before + count * 3 // 4, seconds=10)
            # The longest time-out that applies is the route's deadline.
            eventually(lambda: server.descriptors() < before + 20, seconds=4 + PATIENCE_SECONDS)
        finally:
            attacker.kill()
            attacker.wait()


@pytest.mark.parametrize("attack", [attacks.slow_headers, attacks.slow_content, attacks.slow_unread_content], ids=lambda attack: attack.__name__)
def test_a_byte_now_and_then_is_not_enough(server: Recorder, attack: attacks.Attack) -> None:
    with undisturbed(server):
        peers = attacks.Peers(server.port)
        texts = {
            attacks.slow_headers: (b"GET / HTTP/1.1\r\nHost: a\r\n", b"X: y\r\n"),
            attacks.slow_content: (attacks.head("/app/form", 60_000, "application/x-www-form-urlencoded"), b"a"),
            attacks.slow_unread_content: (attacks.head("/_ignore", 60_000), b"a"),
        }
        first, more = texts[attack]
        peers.fill(50, first)
        began = time.monotonic()
        while peers.open and time.monotonic() - began < 20:
            peers.send(more)
            for peer in peers.open:
                with contextlib.suppress(OSError):
                    peer.recv(65_536)
            peers.drop_closed()
            time.sleep(0.3)
        assert not peers.open, f"{len(peers.open)} are still there"
        assert time.monotonic() - began < 4 + PATIENCE_SECONDS


def test_many_ranges_are_one_answer(server: Recorder) -> None:
    """As CVE-2011-3192 asked for: thousands of overlapping ranges, of which each would be made."""
    command = ["slowhttptest", "-R", "-a", "10", "-b", "3000", "-c", "200", "-r", "200", "-p", "2", "-l", "30"]
    with undisturbed(server, grown_mebibytes=200):
        run = subprocess.run([*command, "-u", f"http://127.0.0.1:{server.port}/app/small"], capture_output=True, text=True, timeout=60)
    assert "No open connections left" in run.stdout, run.stdout[-500:]


def test_who_pipelines_and_does_not_read_gets_no_more_answers(server: Recorder) -> None:
    # One answer and what may wait behind it, for each; 500 are asked for.
    with undisturbed(server, grown_mebibytes=20 * 10) as before:
        peers = attacks.Peers(server.port)
        peers.fill(20, b"GET /app/large HTTP/1.1\r\nHost: a\r\n\r\n" * 500, receive_bytes=4_096)
        eventually(lambda: server.descriptors() >= before + 20, seconds=10)
        eventually(lambda: server.descriptors() < before + 15, seconds=2 + PATIENCE_SECONDS)
        peers.close()


def test_a_connection_flood_leaves_those_who_are_in(server: Recorder) -> None:
    with undisturbed(server), connect(server.port) as inside:
        peers = attacks.Peers(server.port)
        # Ordinary clients keep their place among them: some are let go again.
        peers.fill(LIMIT - 50, b"")
        for _ in range(5):
            inside.sendall(b"GET /app/small HTTP/1.1\r\nHost: a\r\n\r\n")
            assert inside.recv(65_536).startswith(b"HTTP/1.1 200 ")
        # Those that say nothing are closed after the header time-out.
        began = time.monotonic()
        while peers.open and time.monotonic() - began < 20:
            peers.drop_closed()
            time.sleep(0.2)
        assert not peers.open
        assert time.monotonic() - began < 2 + PATIENCE_SECONDS


def test_beyond_the_limit_the_answer_is_503_and_room_comes_back(server: Recorder) -> None:
    eventually(lambda: server.descriptors() < 40, seconds=20)
    before = server.descriptors()
    peers = attacks.Peers(server.port)
    peers.fill(LIMIT + 100, b"GET /app/small HTTP/1.1\r\nHost: a\r\n")
    statuses = set()
    for peer in peers.open[-50:]:
        with contextlib.suppress(OSError):
            peer.settimeout(5)
            statuses.add(peer.recv(12))
    assert b"HTTP/1.1 503" in statuses
    peers.close()
    eventually(lambda: server.descriptors() <= before, seconds=20)
    with OrdinaryLoad(server.port) as load:
        time.sleep(1)
    assert load.failures == []


@pytest.mark.parametrize(
    "attack",
    [
        attacks.half_peers,
        attacks.header_bombs,
        attacks.compression_bombs,
        attacks.pipelines,
        attacks.websocket_fragments,
        attacks.websocket_bombs,
        attacks.broken_requests,
    ],
    ids=lambda attack: attack.__name__,
)
def test_others_are_served_during(server: Recorder, attack: attacks.Attack) -> None:
    with undisturbed(server):
        stop = threading.Event()
        thread = threading.Thread(target=attack, args=(server.port, stop))
        thread.start()
        time.sleep(4)
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 101 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 20_000 + b"\r\n\r\n", 431),
        (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        (attacks.form_post(b"&".join(b"k%d=v" % number for number in range(1_001))), 400),
        (attacks.head("/app/echo", 3_000_000, "application/json"), 413),
        (attacks.json_post(b"[" * 100_000), 422),
    ],
    ids=["fields", "head", "target", "form", "body", "depth"],
)
def test_bombs_meet_a_bound(server: Recorder, text: bytes, status: int) -> None:
    with connect(server.port) as peer:
        attacks.send_quietly(peer, text)
        peer.settimeout(5)
        assert int(peer.recv(65_536).split()[1]) == status


def test_a_compression_bomb_is_cut_off_at_its_bound(server: Recorder) -> None:
    good, bomb = gzip.compress(bytes(1_000_000)), gzip.compress(bytes(100_000_000), 9)
    used = attacks.cpu_seconds(server.pid)
    answers = exchange(server.port, attacks.head("/app/inflate", len(good)) + good + attacks.head("/app/inflate", len(bomb)) + bomb)
    assert [(answer.status, answer.body) for answer in answers[:1]] == [(200, b"1000000")]
    assert answers[1].status == 413
    # All of it would take some tenths of a second.
    assert attacks.cpu_seconds(server.pid) - used < 0.2


@pytest.mark.parametrize(
    ("text", "code"), list(zip(attacks.ENDLESS_FRAGMENTS, [1008, 1008, 1008, 1009], strict=True)), ids=["empty", "short", "void", "bomb"]
)
def test_messages_without_end_are_refused(server: Recorder, text: bytes, code: int) -> None:
    used, memory = attacks.cpu_seconds(server.pid), server.memory_kibibytes()
    with connect(server.port) as peer:
        sender = threading.Thread(target=attacks.send_quietly, args=(peer, attacks.UPGRADE + text))
        sender.start()
        answer, _, frames = read_all(peer).partition(b"\r\n\r\n")
        sender.join()
    assert answer.startswith(b"HTTP/1.1 101 ")
    assert frames[0] == 0x88 and int.from_bytes(frames[2:4], "big") == code
    assert attacks.cpu_seconds(server.pid) - used < 1
    assert server.memory_kibibytes() - memory < 8 * 1024


@pytest.mark.parametrize("kind", ["json", "query"])
def test_many_names_cost_no_more_than_their_number(server: Recorder, kind: str) -> None:
    """Looking names up in a list would cost the square of their number: sixteen times for four times as many."""

    def cost(count: int) -> float:
        began = attacks.cpu_seconds(server.pid)
        if kind == "json":
            text = attacks.json_post(attacks.flooded_note(count))
            rounds = 10
        else:
            pairs = b"&".join(b"k%d=" % number for number in range(count // 25))
            text, rounds = attacks.form_post(pairs), 200
        for _ in range(rounds):
            assert exchange_one(server.port, text) in (200, 422)
        return attacks.cpu_seconds(server.pid) - began

    cost(5_000)
    small, large = cost(5_000), cost(20_000)
    assert large < 10 * max(small, 0.02), f"{small} s, then {large} s"


def exchange_one(port: int, text: bytes) -> int:
    with connect(port) as peer:
        peer.sendall(text)
        peer.settimeout(10)
        match = re.match(rb"HTTP/1.1 (\d+) ", peer.recv(65_536))
        assert match
        return int(match[1])


def test_thousands_of_pipelined_requests_are_answered_in_order(server: Recorder) -> None:
    count = 5_000
    text = b"".join(b"GET /pipelined/%d HTTP/1.1\r\nHost: a\r\nX-Id: %d\r\n\r\n" % (number, number) for number in range(count))
    with undisturbed(server), connect(server.port, 20) as peer:
        sender = threading.Thread(target=attacks.send_quietly, args=(peer, text))
        sender.start()
        peer.settimeout(2)
        received = read_all(peer)
        sender.join()
    server.take_seen()
    assert [answer.id for answer in parse_responses(received)] == [str(number) for number in range(count)]
