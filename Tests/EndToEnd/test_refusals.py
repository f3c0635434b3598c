"""What is no request is refused as the contract says: JSON with a type and an id, and a line in the log."""
import json
import socket

import pytest
from stack import Stack


@pytest.mark.parametrize(
    ("request_bytes", "status", "kind"),
    [
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414, "target-too-long"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20000 + b"\r\n\r\n", 431, "header-too-large"),
        (b"GET / HTTP/1.1\r\n\r\n", 400, "malformed-request"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400, "malformed-request"),
    ],
)
def test_a_refusal_is_an_error_like_any_other(stack: Stack, request_bytes: bytes, status: int, kind: str) -> None:
    with socket.create_connection(("127.0.0.1", stack.api_port), timeout=10) as connection:
        connection.sendall(request_bytes)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    error = json.loads(body)
    assert int(head.split()[1]) == status
    assert error["type"] == kind
    assert error["detail"]
    assert error["request_id"] == fields["X-Request-Id"]
    assert fields["Content-Type"] == "application/json"
    assert fields["Connection"] == "close"
