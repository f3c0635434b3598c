"""Asks a real botocore how it reads event streams and writes the bytes and its answers to botocore_eventstream.json.

Messages of every header type, random ones, damaged ones and ones with right checksums around wrong contents; a test reads the same bytes in Swift,
and writes the messages anew. Run again after an upgrade of botocore: python botocore_eventstream.py  (needs botocore)
"""

import json
import pathlib
import random
import struct
from zlib import crc32

import botocore
from botocore.eventstream import EventStreamBuffer

random.seed(20260208)
NAMES = [":message-type", ":event-type", ":content-type", "a", "é", "x" * 255, "猫", "contentBlockDelta"]


def framed(headers, payload, total=None, headers_length=None):
    total = len(headers) + len(payload) + 16 if total is None else total
    headers_length = len(headers) if headers_length is None else headers_length
    prelude = struct.pack("!II", total & 0xFFFFFFFF, headers_length & 0xFFFFFFFF)
    head = prelude + struct.pack("!I", crc32(prelude)) + headers + payload
    return head + struct.pack("!I", crc32(head))


def number(bits):
    return random.choice([0, 1, -1, 2 ** (bits - 1) - 1, -(2 ** (bits - 1)), random.randrange(-(2 ** (bits - 1)), 2 ** (bits - 1))])


def value(kind):
    """The bytes of a value, and what a reader must make of it."""
    if kind < 2:
        return b"", kind == 0
    if kind in (2, 3, 4, 5, 8):
        bits, form = {2: (8, "!b"), 3: (16, "!h"), 4: (32, "!i"), 5: (64, "!q"), 8: (64, "!q")}[kind]
        chosen = number(bits)
        return struct.pack(form, chosen), chosen
    if kind == 6:
        content = random.randbytes(random.choice([0, 1, 30, 300]))
        return struct.pack("!H", len(content)) + content, content.hex()
    if kind == 7:
        content = random.choice(["", "event", "application/json", "日本語", "x" * 400]).encode()
        return struct.pack("!H", len(content)) + content, content.decode()
    content = random.randbytes(16)
    return content, content.hex()


def header(name, kind):
    content, read = value(kind)
    encoded = name.encode()
    return bytes([len(encoded)]) + encoded + bytes([kind]) + content, [name, kind, read]


def message(kinds):
    parts = [header(name, kind) for name, kind in zip(random.sample(NAMES, len(kinds)), kinds, strict=True)]
    payload = random.choice([b"", b"{}", '{"text":"猫"}'.encode(), random.randbytes(random.randrange(0, 200))])
    return framed(b"".join(content for content, _ in parts), payload), {"headers": [read for _, read in parts], "payload": payload.hex()}


def read(data):
    """How many messages botocore reads, and what stops it."""
    buffer = EventStreamBuffer()
    buffer.add_data(data)
    messages = []
    try:
        for found in buffer:
            headers = {name: content.hex() if isinstance(content, bytes) else content for name, content in found.headers.items()}
            messages.append({"headers": headers, "payload": found.payload.hex()})
    except Exception as error:
        return messages, type(error).__name__
    return messages, None


streams = []
for kinds in [[], *[[kind] for kind in range(10)], *[[random.randrange(10) for _ in range(random.randrange(0, 7))] for _ in range(150)]]:
    written = [message(kinds) for _ in range(random.choice([1, 1, 1, 3]))]
    data = b"".join(content for content, _ in written)
    messages, error = read(data)
    assert error is None and messages == [
        {"headers": {name: content for name, _, content in expected["headers"]}, "payload": expected["payload"]} for _, expected in written]
    streams.append({"bytes": data.hex(), "messages": [expected for _, expected in written]})

damaged = []
for _ in range(200):
    content = bytearray(message([random.randrange(10) for _ in range(3)])[0])
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    damaged.append(bytes(content))
text = b"\x01a\x07\x00\x01x"
damaged += [
    framed(b"\x01a\x0a", b""), framed(b"\x01a\xff", b""), framed(text + text, b""), framed(b"\x01a\x07\x00\x02\xff\xfe", b""), framed(b"\x01\xff\x00", b""),
    framed(b"\x01a", b""), framed(b"\x01a\x02", b""), framed(b"\x01a\x03\x00", b""), framed(b"\x01a\x04\x00\x00", b""), framed(b"\x01a\x05\x00", b""),
    framed(b"\x01a\x08\x00", b""), framed(b"\x05a\x00", b""), framed(b"\x01a\x07\x00", b""), framed(b"", b"", headers_length=131_073, total=200_000),
    framed(b"", b"", total=24 * 1024 * 1024 + 17), framed(b"", b"", headers_length=2**32 - 1, total=2**32 - 1),
]
damaged = [{"bytes": data.hex(), "error": read(data)[1]} for data in damaged]
assert all(item["error"] for item in damaged)
# What botocore reads without complaint though it is cut or nameless; the decoder here refuses it.
lenient = [framed(b"\x01a\x07\x00\x05x", b""), framed(b"\x01a\x06\x00\x05x", b""), framed(b"\x01a\x09\x00", b""), framed(b"\x00\x00", b"")]
lenient = [{"bytes": data.hex(), "messages": len(read(data)[0])} for data in lenient]
document = {"botocore": botocore.__version__, "streams": streams, "damaged": damaged, "lenient": lenient}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(document, ensure_ascii=True, separators=(",", ":")).replace('},{"bytes"', '},\n{"bytes"') + "\n")
print(f"{len(streams)} streams, {len(damaged)} damaged, {len(lenient)} lenient, {target.stat().st_size} bytes", {item["error"] for item in damaged}, lenient)
