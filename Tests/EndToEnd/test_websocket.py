"""WebSocket and server-sent events with peers that are not ours: PyPI's `websockets`, and a reader of events by the standard's rules."""
from __future__ import annotations

import http.client
import os
import random
from collections.abc import Iterator

import pytest
import websockets.exceptions
from programs import running
from stack import Stack
from websockets.sync.client import ClientConnection, connect

MESSAGE_LIMIT = 1 << 20


@pytest.fixture(scope="module")
def port(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    settings = os.environ | {"DATABASE_URL": stack.settings["DATABASE_URL"]}
    with running("bench-server", settings, "/plaintext", log=tmp_path_factory.mktemp("websocket") / "log") as port:
        yield port


def open_socket(port: int, **options: object) -> ClientConnection:
    return connect(f"ws://127.0.0.1:{port}/websocket", **options)


def closing(socket: ClientConnection) -> websockets.exceptions.ConnectionClosed:
    with pytest.raises(websockets.exceptions.ConnectionClosed) as closed:
        while True:
            socket.recv(timeout=30)
    return closed.value


@pytest.mark.parametrize("compression", [None, "deflate"])
@pytest.mark.parametrize("length", [0, 1, 125, 126, 65_535, 65_536, 1_000_000])
def test_messages_are_sent_back(port: int, compression: str | None, length: int) -> None:
    words = random.Random(length)
    with open_socket(port, compression=compression, max_size=None) as socket:
        for _ in range(3):
            text = "".join(words.choice("あいうえおabc ") for _ in range(length // 3))
            socket.send(text)
            assert socket.recv(timeout=30) == text
            content = words.randbytes(length // 2) + bytes(length - length // 2)
            socket.send(content)
            assert socket.recv(timeout=30) == content


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_fragments_are_put_together(port: int, compression: str | None) -> None:
    with open_socket(port, compression=compression) as socket:
        socket.send(["猫が", "", "好き", "です" * 500])
        assert socket.recv(timeout=30) == "猫が好きです" + "です" * 499
        socket.send([b"a", b"b"])
        assert socket.recv(timeout=30) == b"ab"


def test_pings_are_answered(port: int) -> None:
    with open_socket(port) as socket:
        assert socket.ping(b"payload").wait(30)
        assert socket.ping(b"x" * 125).wait(30)


@pytest.mark.parametrize(("code", "reason"), [(1000, ""), (1001, "bye"), (3000, "またね"), (4999, "x" * 123)])
def test_close_codes_come_back(port: int, code: int, reason: str) -> None:
    with open_socket(port) as socket:
        socket.send("last words")
        socket.close(code, reason)
        assert socket.protocol.close_rcvd.code == code


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_a_message_that_is_too_large_closes_with_1009(port: int, compression: str | None) -> None:
    with open_socket(port, compression=compression) as socket:
        socket.send(bytes(MESSAGE_LIMIT + 1))
        assert closing(socket).rcvd.code == 1009


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_text_that_is_not_utf8_closes_with_1007(port: int, compression: str | None) -> None:
    with open_socket(port, compression=compression) as socket:
        socket.send("fine " * 50)
        assert socket.recv(timeout=30) == "fine " * 50
        socket.send(b"\xed\xa0\x80" * 50, text=True)
        assert closing(socket).rcvd.code == 1007


def test_a_page_of_another_origin_is_refused(port: int) -> None:
    with pytest.raises(websockets.exceptions.InvalidStatus) as refused:
        open_socket(port, origin="https://evil.example")
    assert refused.value.response.status_code == 403
    with open_socket(port, origin=f"http://127.0.0.1:{port}") as socket:
        socket.send("same")
        assert socket.recv(timeout=30) == "same"


def test_events_are_read_by_the_standards_rules(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/events", headers={"Accept": "text/event-stream", "Last-Event-ID": "40"})
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert list(events(answer)) == [("tick", f"{n}\n言葉", str(n)) for n in range(41, 44)]


def events(answer: http.client.HTTPResponse) -> Iterator[tuple[str, str, str]]:
    """WHATWG HTML §9.2.6."""
    kind, data, last = "", "", ""
    for line in answer.read().decode().splitlines():
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line and data:
            yield kind or "message", data.removesuffix("\n"), last
        if not line:
            kind, data = "", ""
        elif name == "event":
            kind = value
        elif name == "data":
            data += value + "\n"
        elif name == "id":
            last = value
