"""The request-smuggling families: bytes in which a front and a back may see different requests.

Each attack says what this server, asked directly, must make of it: a status with which it refuses and closes, or the targets of the requests it sees.
Sources: RFC 9112 §11.2; Linhart et al. 2005 (CL.CL); Kettle 2019 "HTTP Desync Attacks" (CL.TE, TE.CL, TE.TE), 2022 "Browser-Powered Desync Attacks" (CL.0),
2025 "HTTP/1.1 must die" (0.CL, Expect); Wilk 2025 "Funky chunks" (TERM.EXT, EXT.TERM, TERM.SPILL, SPILL.TERM) and its CVEs of 2024 and 2025.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    name: str
    bytes: bytes
    refused: int = 0
    seen: tuple[str, ...] = ()


HIDDEN = b"GET /smuggled HTTP/1.1\r\nHost: a\r\nX-Id: smuggled\r\n\r\n"
CHUNKED_HIDDEN = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HIDDEN), HIDDEN)


def post(*lines: bytes, body: bytes = b"", target: bytes = b"/attack", method: bytes = b"POST", host: bytes = b"Host: a") -> bytes:
    return b"%s %s HTTP/1.1\r\n" % (method, target) + b"".join(line + b"\r\n" for line in ((host,) if host else ()) + lines) + b"\r\n" + body


def length(count: int) -> bytes:
    return b"Content-Length: %d" % count


CHUNKED = b"Transfer-Encoding: chunked"
AFTER_END = b"0\r\n\r\n" + HIDDEN


def both_lengths() -> list[Attack]:
    total = len(AFTER_END)
    return [
        Attack("CL.TE", post(length(total), CHUNKED, body=AFTER_END), 400),
        Attack("CL.TE, coding first", post(CHUNKED, length(total), body=AFTER_END), 400),
        Attack("TE.CL", post(length(4), CHUNKED, body=CHUNKED_HIDDEN), 400),
        Attack("CL.TE in HTTP/1.0", post(length(total), CHUNKED, body=AFTER_END).replace(b"HTTP/1.1", b"HTTP/1.0", 1), 400),
        Attack("TE in HTTP/1.0", post(CHUNKED, b"Connection: keep-alive", body=AFTER_END).replace(b"HTTP/1.1", b"HTTP/1.0", 1), 400),
        Attack("CL.CL", post(length(0), length(len(HIDDEN)), body=HIDDEN), 400),
        Attack("CL.CL, equal", post(length(5), length(5), body=b"hello"), 400),
        Attack("CL list", post(b"Content-Length: 0, %d" % len(HIDDEN), body=HIDDEN), 400),
        Attack("CL list, equal", post(b"Content-Length: 5, 5", body=b"hello"), 400),
    ]


def obfuscated_codings() -> list[Attack]:
    refusals = {
        b"Transfer-Encoding: xchunked": 501,
        b"Transfer-Encoding: chunked, identity": 400,
        b"Transfer-Encoding: identity, chunked": 501,
        b"Transfer-Encoding: identity": 501,
        b"Transfer-Encoding : chunked": 400,
        b"Transfer-Encoding\t: chunked": 400,
        b"Transfer-Encoding:\x0bchunked": 400,
        b'Transfer-Encoding: "chunked"': 400,
        b"Transfer-Encoding: chunked\x00": 400,
        b"Transfer-Encoding: chunked;q=1": 400,
        b"Transfer-Encoding: chunked,": 400,
        b"Transfer-Encoding:\r\n chunked": 400,
        b" Transfer-Encoding: chunked": 400,
        b"X: y\nTransfer-Encoding: chunked": 400,
        b"X: y\rTransfer-Encoding: chunked": 400,
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x": 400,
        b"Transfer-Encoding: x\r\nTransfer-Encoding: chunked": 501,
        b"Transfer-Encoding: cow": 501,
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked": 400,
        b"Transfer-Encoding: \xff": 400,
        b"Transfer-Encoding:": 400,
    }
    alone = [Attack(f"TE.TE {line!r}", post(line, body=AFTER_END), status) for line, status in refusals.items()]
    # A name that is not this one: no coding, and the length counts for everybody.
    others = [b"Transfer_Encoding: chunked", b"Transfer-Encodin: chunked", b"X-Transfer-Encoding: chunked", b"Content-Encoding: chunked"]
    unknown = [Attack(f"other name {line!r}", post(line, length(len(AFTER_END)), body=AFTER_END), seen=("/attack",)) for line in others]
    good = [b"transfer-encoding: CHUNKED", b"Transfer-Encoding:\tchunked\t", b"Transfer-Encoding:chunked"]
    return alone + unknown + [Attack(f"TE {line!r}", post(line, body=CHUNKED_HIDDEN), seen=("/attack",)) for line in good]


def odd_lengths() -> list[Attack]:
    values = [b"+5", b"-1", b"0x5", b"5 ", b"5\x00", b"5\x0b", b"5.0", b"5e0", b" ", b"", b"5;a", b'"5"', b"5 5", b"18446744073709551621", b"5_0", b"\xd9\xa5"]
    # White space after a value is none of it.
    refused = [Attack(f"CL {value!r}", post(b"Content-Length: " + value, body=b"hello"), 400) for value in values if value != b"5 "]
    lines = [b"Content-Length : 5", b"Content-Length\t: 5", b" Content-Length: 5", b"Content-Length:\r\n 5", b"Content-Length\x00: 5", b"Content-Length\r: 5"]
    odd = [Attack(f"0.CL {line!r}", post(line, body=b"hello"), 400) for line in lines]
    taken = [b"Content-Length: 5 ", b"Content-Length:\t5", b"Content-Length: 005", b"content-length:5"]
    return refused + odd + [Attack(f"CL {line!r}", post(line, body=b"hello"), seen=("/attack",)) for line in taken]


def unread_content() -> list[Attack]:
    """CL.0 and 0.CL: content that a handler does not read, or that belongs to a method without any."""
    hidden = length(len(HIDDEN))
    ignored = post(hidden, body=HIDDEN, target=b"/_ignore")
    return [
        Attack("CL.0, content not read", ignored, seen=("/_ignore",)),
        Attack("CL.0, chunks not read", post(CHUNKED, body=CHUNKED_HIDDEN, target=b"/_ignore"), seen=("/_ignore",)),
        Attack("CL.0, GET", post(hidden, body=HIDDEN, method=b"GET"), seen=("/attack",)),
        Attack("CL.0, DELETE with chunks", post(CHUNKED, body=CHUNKED_HIDDEN, method=b"DELETE"), seen=("/attack",)),
        Attack("CL.0, OPTIONS", post(hidden, body=HIDDEN, method=b"OPTIONS"), seen=("/attack",)),
        Attack("CL.0, 204 with content", post(hidden, b"X-Answer: 204", body=HIDDEN), seen=("/attack",)),
        Attack("CL.0, 304 with content", post(b"X-Answer: 304", method=b"GET"), seen=("/attack",)),
        Attack("Expect, content at once", post(hidden, b"Expect: 100-continue", body=HIDDEN), seen=("/attack",)),
        Attack("Expect in another case", post(hidden, b"expect: 100-Continue", body=HIDDEN), seen=("/attack",)),
        Attack("Expect, obfuscated", post(hidden, b"Expect: y 100-continue", body=HIDDEN), 417),
        Attack("Expect, twice", post(hidden, b"Expect: 100-continue", b"Expect: x", body=HIDDEN), 417),
        Attack("Expect, folded", post(hidden, b"Expect:\r\n 100-continue", body=HIDDEN), 400),
        Attack("Expect without content", post(b"Expect: 100-continue", method=b"GET"), seen=("/attack",)),
        Attack("Expect and length 0", post(b"Expect: 100-continue", length(0)), seen=("/attack",)),
    ]


def chunks() -> list[Attack]:
    broken = {
        "TERM.EXT, extension ends in LF": b"5;\nhello\r\n0\r\n\r\n",
        "EXT.TERM, LF inside": b"2;\nxx\r\n%x\r\n0\r\n\r\n%s\r\n0\r\n\r\n" % (len(HIDDEN) + 5, HIDDEN),
        "CR inside an extension": b"5;a\rb\r\nhello\r\n0\r\n\r\n",
        "CR CR LF after an extension": b"5;a\r\r\nhello\r\n0\r\n\r\n",
        "size ends in LF": b"5\nhello\r\n0\r\n\r\n",
        "size ends in CR": b"5\rXhello\r\n0\r\n\r\n",
        "SPILL.TERM, two bytes after the data": b"5\r\nhelloXX0\r\n\r\n",
        "data ends in LF": b"5\r\nhello\n0\r\n\r\n",
        "data ends in CR": b"5\r\nhello\rX0\r\n\r\n",
        "data ends in nothing": b"5\r\nhello0\r\n\r\n",
        "TERM.SPILL, size too small": b"4\r\nhello\r\n0\r\n\r\n",
        "last chunk ends in LF": b"0\n\n",
        "body ends in LF": b"0\r\n\n",
        "body ends in CR": b"0\r\n\rX",
        "plus": b"+5\r\nhello\r\n0\r\n\r\n",
        "minus": b"-0\r\n\r\n",
        "0x": b"0x5\r\nhello\r\n0\r\n\r\n",
        "space before": b" 5\r\nhello\r\n0\r\n\r\n",
        "space after": b"5 \r\nhello\r\n0\r\n\r\n",
        "tab after": b"5\t\r\nhello\r\n0\r\n\r\n",
        "space before ;": b"5 ;a\r\nhello\r\n0\r\n\r\n",
        "NUL": b"5\x00\r\nhello\r\n0\r\n\r\n",
        "NUL in an extension": b"5;\x00\r\nhello\r\n0\r\n\r\n",
        "underscore": b"0_5\r\nhello\r\n0\r\n\r\n",
        "overflow to 5": b"10000000000000005\r\nhello\r\n0\r\n\r\n",
        "negative": b"ffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "empty size": b"\r\nhello\r\n0\r\n\r\n",
        "letters": b"zz\r\nhello\r\n0\r\n\r\n",
        "wide digit": b"\xef\xbc\x95\r\nhello\r\n0\r\n\r\n",
        "trailer Content-Length": b"0\r\nContent-Length: 9\r\n\r\n",
        "trailer coding": b"0\r\nTransfer-Encoding: chunked\r\n\r\n",
        "trailer Host": b"0\r\nHost: b\r\n\r\n",
        "folded trailer": b"0\r\nA: b\r\n c\r\n\r\n",
        "trailer ends in LF": b"0\r\nA: b\n\r\n",
        "trailer without colon": b"0\r\nGET /smuggled HTTP/1.1\r\n\r\n",
    }
    whole = {
        "extensions": b'5;a=b;c="d"\r\nhello\r\n0;e\r\n\r\n',
        "zeros": b"0005\r\nhello\r\n000\r\n\r\n",
        "trailers": b"5\r\nhello\r\n0\r\nA: b\r\n\r\n",
        "data like chunks": CHUNKED_HIDDEN,
        "data like an end": b"5\r\n0\r\n\r\n\r\n0\r\n\r\n",
    }
    refused = [Attack(f"chunks: {name}", post(CHUNKED, body=body + HIDDEN), 400) for name, body in broken.items()]
    return refused + [Attack(f"chunks: {name}", post(CHUNKED, body=body), seen=("/attack",)) for name, body in whole.items()]


def lines() -> list[Attack]:
    get = {
        "obsolete folding": (b"X: y\r\n z", 400),
        "folding with a tab": (b"X: y\r\n\tz", 400),
        "folding of Host": (b"X-Id: 1\r\n Host: b", 400),
        "space before colon": (b"X : y", 400),
        "tab before colon": (b"X\t: y", 400),
        "NUL in a value": (b"X: \x00", 400),
        "NUL in a name": (b"X\x00: y", 400),
        "ESC": (b"X: \x1b", 400),
        "DEL": (b"X: \x7f", 400),
        "bare LF": (b"X: y\nZ: w", 400),
        "bare CR": (b"X: y\rZ: w", 400),
        "CR CR LF": (b"X: y\r", 400),
        "no colon": (b"X", 400),
        "no name": (b": y", 400),
        "hidden by LF LF": (b"X: y\n\nGET /smuggled HTTP/1.1\nHost: b", 400),
        "8 bit name": (b"\xe9: y", 400),
        "brackets in a name": (b"X[]: y", 400),
    }
    found = [Attack(f"line: {name}", post(line, method=b"GET"), status) for name, (line, status) in get.items()]
    request_lines = {
        b"GET /attack HTTP/1.1\nHost: a\n\n": 400,
        b"GET  /attack HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET\t/attack\tHTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /attack HTTP/1.1 \r\nHost: a\r\n\r\n": 400,
        b"GET /attack\r\nHost: a\r\n\r\n": 400,
        b"GET /attack HTTP/1.1\r\n Host: a\r\n\r\n": 400,
        b" GET /attack HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /attack http/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /attack HTTP/2.0\r\nHost: a\r\n\r\n": 505,
        b"GET /attack HTTP/0.9\r\n\r\n": 505,
        b"GET /att\x00ack HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /att\x0back HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /attack#f HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"GET /attack HTTP/1.1/x HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n": 400,
        b"GET attack HTTP/1.1\r\nHost: a\r\n\r\n": 400,
        b"\x00GET /attack HTTP/1.1\r\nHost: a\r\n\r\n": 400,
    }
    return found + [Attack(f"request line: {text[:40]!r}", text, status) for text, status in request_lines.items()]


def hosts() -> list[Attack]:
    return [
        Attack("no Host", post(method=b"GET", host=b""), 400),
        Attack("two Hosts", post(b"Host: b", method=b"GET"), 400),
        Attack("two equal Hosts", post(b"host: a", method=b"GET"), 400),
        Attack("Host list", post(method=b"GET", host=b"Host: a, b"), 400),
        Attack("Host with a path", post(method=b"GET", host=b"Host: a/b"), 400),
        Attack("Host with a user", post(method=b"GET", host=b"Host: a@b"), 400),
        Attack("folded Host", post(method=b"GET", host=b"Host: a\r\n b"), 400),
        Attack("absolute form, other Host", post(method=b"GET", target=b"http://b/attack"), seen=("http://b/attack",)),
        Attack("absolute form, broken Host", post(method=b"GET", target=b"http://b/attack", host=b"Host: a b"), 400),
        Attack("absolute form, user", post(method=b"GET", target=b"http://a@b/attack"), 400),
        Attack("absolute form, other scheme", post(method=b"GET", target=b"ftp://b/attack"), 400),
        Attack("authority form for GET", post(method=b"GET", target=b"b:80"), 400),
        Attack("asterisk for GET", post(method=b"GET", target=b"*"), 400),
        Attack("CONNECT with a path", post(method=b"CONNECT", target=b"/attack"), 400),
    ]


def upgrades() -> list[Attack]:
    socket = (b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
    return [
        Attack(
            "h2c", post(b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c", b"HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA", method=b"GET"), seen=("/attack",)
        ),
        Attack("upgrade where there is none", post(*socket, method=b"GET"), seen=("/attack",)),
        Attack("upgrade with content", post(*socket, length(len(HIDDEN)), body=HIDDEN), seen=("/attack",)),
        Attack("Connection names the length", post(b"Connection: Content-Length", length(len(HIDDEN)), body=HIDDEN), seen=("/attack",)),
        Attack("Connection names the coding", post(b"Connection: Transfer-Encoding", CHUNKED, body=CHUNKED_HIDDEN), seen=("/attack",)),
        Attack("unknown method", post(length(5), method=b"BREW", body=b"hello"), seen=("/attack",)),
        Attack("method in lower case", post(length(5), method=b"post", body=b"hello"), seen=("/attack",)),
        Attack("empty lines between", b"\r\n\r\n" + post(method=b"GET"), seen=("/attack",)),
        Attack("five empty lines", b"\r\n" * 5 + post(method=b"GET"), 400),
        Attack(
            "pipelined",
            post(length(len(HIDDEN)), body=HIDDEN) + post(CHUNKED, body=CHUNKED_HIDDEN, target=b"/second") + post(method=b"GET", target=b"/third"),
            seen=("/attack", "/second", "/third"),
        ),
        Attack("pipelined, the second broken", post(length(5), body=b"hello") + post(length(5), CHUNKED, body=AFTER_END, target=b"/second"), 400, ("/attack",)),
    ]


ATTACKS = both_lengths() + obfuscated_codings() + odd_lengths() + unread_content() + chunks() + lines() + hosts() + upgrades()
