"""No request is ever seen differently by a front and this server, and no bytes within one ever become another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

import pytest
from fronts import Front, haproxy, nginx
from recorder import Recorder, Response, connect, exchange, parse_responses, running_recorder
from smuggling import ATTACKS, Attack
from stack import ROOT

FOLDER = ROOT / ".local" / "fronts"
NUMBERS = count()


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with running_recorder(FOLDER / "recorder.log") as running:
        yield running


@pytest.fixture(scope="module", params=["nginx buffering", "nginx streaming", "haproxy"])
def front(request: pytest.FixtureRequest, recorder: Recorder) -> Iterator[Front]:
    chosen = haproxy(FOLDER, recorder.port) if request.param == "haproxy" else nginx(FOLDER, recorder.port, request.param.endswith("buffering"))
    with chosen as running:
        yield running


def marker(name: str) -> tuple[bytes, str]:
    """A request whose content tells whether it was seen exactly as it was sent."""
    content = f"{name} GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n".encode()
    text = f"POST /{name} HTTP/1.1\r\nHost: a\r\nX-Id: {name}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    return text, hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_asked_directly(recorder: Recorder, attack: Attack) -> None:
    name = f"marker-{next(NUMBERS)}"
    text, digest = marker(name)
    recorder.take_seen()
    answers = exchange(recorder.port, attack.bytes + text)
    seen = recorder.take_seen()
    attacked = [entry for entry in seen if entry.id != name]
    assert tuple(entry.target for entry in attacked) == attack.seen
    if attack.refused:
        # Nothing behind what is no request is believed, and the connection ends.
        assert answers[-1].status == attack.refused
        assert answers[-1].headers["connection"] == "close"
        assert seen == attacked
    else:
        assert [(entry.method, entry.target, entry.digest) for entry in seen[len(attacked) :]] == [("POST", f"/{name}", digest)]
        assert answers[-1].id == name


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_behind_a_front(recorder: Recorder, front: Front, attack: Attack) -> None:
    number = next(NUMBERS)
    (pipelined, pipelined_digest), (victim, victim_digest) = marker(f"marker-{number}"), marker(f"victim-{number}")
    recorder.take_seen()
    attacked = attack_with(front, attack.bytes + pipelined, f"marker-{number}")
    # Somebody else, whose request takes the same connection to the back.
    assert ask(front.port, victim).id == f"victim-{number}"
    forwarded = front.take_forwarded(f"victim-{number}")
    seen = recorder.take_seen()
    # What the back refused it did not see as a request; everything else it saw in the same order and no more. The hidden request is among it only where
    # the front, laxer than we are, took the bytes before it for a whole one and forwarded it as another.
    taken = [(entry.method, entry.target, entry.id) for entry in forwarded if entry.status not in (400, 408, 413, 417, 499, 501, 502, 504, 505)]
    assert [(entry.method, normal(entry.target), entry.id) for entry in seen] == [(method, normal(target), id) for method, target, id in taken]
    digests = {entry.id: entry.digest for entry in seen}
    assert digests[f"victim-{number}"] == victim_digest
    assert digests.get(f"marker-{number}", pipelined_digest) == pipelined_digest
    # Each answer went to whoever asked, in the order of the questions.
    answered = [answer.id for answer in attacked if answer.id]
    assert answered == [entry.id for entry in seen if entry.id not in ("", f"victim-{number}")][: len(answered)]


def normal(target: str) -> str:
    """Fronts may turn the absolute form into the origin form (RFC 9112 §3.2.2)."""
    return target.removeprefix("http://b").removeprefix("http://a")


def attack_with(front: Front, text: bytes, last_id: str) -> list[Response]:
    """What comes back before the front closes, or says nothing for a moment, or has answered the last request."""
    with connect(front.port) as connection:
        connection.sendall(text)
        # Not half-closed: fronts take that for a client who went away.
        connection.settimeout(0.25)
        answer = b""
        with suppress(TimeoutError, ConnectionResetError):
            while last_id.encode() not in answer and (piece := connection.recv(65536)):
                answer += piece
    return parse_responses(answer) if answer.startswith(b"HTTP/1.1") else []


def ask(port: int, text: bytes) -> Response:
    with connect(port) as connection:
        connection.sendall(text)
        answer = b""
        while b"\r\n\r\n" not in answer or not answer.endswith((b"}", b"}\r\n0\r\n\r\n")):
            piece = connection.recv(65536)
            assert piece, answer
            answer += piece
    return parse_responses(answer)[0]
