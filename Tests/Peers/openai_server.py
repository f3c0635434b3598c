#!/usr/bin/env python3
"""A server that speaks OpenAI's chat completions, and says what it is told: the peer of local-cloud's plugged model.

    .venv/bin/python Tests/Peers/openai_server.py <port>

It shares no code with what it tests. What it is asked, and what it answers, is held against the types of OpenAI's own library: a request with an unknown
or ill-typed member is refused with 400. The last user's message says what becomes of it: `echo <text>`, or another of BEHAVIOURS. `GET /requests` tells
what was asked, `POST /go` lets a `paced` answer go on.
"""
from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam, ChatCompletionToolParam
from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming, CompletionCreateParamsStreaming
from pydantic import TypeAdapter, ValidationError

MESSAGES = TypeAdapter(list[ChatCompletionMessageParam])
TOOLS = TypeAdapter(list[ChatCompletionToolParam])
PARAMETERS = {True: TypeAdapter(CompletionCreateParamsStreaming), False: TypeAdapter(CompletionCreateParamsNonStreaming)}
FRAME = {"id": "chatcmpl-1", "created": 1_790_000_000}
USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def check_request(body: dict) -> None:
    """Raises ValueError for what OpenAI's types do not know."""
    plain = body | {"messages": [], "tools": []}
    known = PARAMETERS[bool(body.get("stream"))].validate_python(plain)
    if unknown := set(plain) - set(known):
        raise ValueError(f"unknown members: {sorted(unknown)}")
    for adapter, name in ((MESSAGES, "messages"), (TOOLS, "tools")):
        given = body.get(name, [])
        # Dumped again, so that what the types do not know is missing.
        kept = json.loads(adapter.dump_json(adapter.validate_python(given)))
        if kept != given:
            raise ValueError(f"{name}: {given} was understood as {kept}")


def checked(kind: type, value: dict) -> dict:
    """What is answered, if it is exactly of the type."""
    model = kind.model_validate(value)
    assert model.model_dump(exclude_unset=True) == value
    return value


def message_of(text: str | None, calls: list[tuple[str, str]]) -> dict:
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if calls:
        message["tool_calls"] = [
            {"id": f"call_{number}", "type": "function", "function": {"name": name, "arguments": arguments}} for number, (name, arguments) in enumerate(calls)
        ]
    return message


def completion(name: str, message: dict, reason: str, counts: bool = True) -> dict:
    whole = FRAME | {"object": "chat.completion", "model": name, "choices": [{"index": 0, "message": message, "finish_reason": reason}]}
    return checked(ChatCompletion, whole | ({"usage": USAGE} if counts else {}))


def chunk(name: str, delta: dict | None, reason: str | None = None, **more: Any) -> dict:
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": reason}]
    return checked(ChatCompletionChunk, FRAME | {"object": "chat.completion.chunk", "model": name, "choices": choices} | more)


def deltas(message: dict) -> list[dict]:
    """A message in pieces: text letter by letter, arguments in halves."""
    pieces: list[dict] = [{"role": "assistant", "content": ""}]
    pieces += [{"content": letter} for letter in message["content"] or ""]
    for index, call in enumerate(message.get("tool_calls", [])):
        arguments = call["function"]["arguments"]
        middle = len(arguments) // 2
        pieces.append({"tool_calls": [call | {"index": index, "function": call["function"] | {"arguments": ""}}]})
        pieces += [{"tool_calls": [{"index": index, "function": {"arguments": part}}]} for part in (arguments[:middle], arguments[middle:])]
    return pieces


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    requests: list[dict] = []
    go = threading.Event()

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        self.answer(200, json.dumps(self.requests))

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/go":
            self.go.set()
            self.answer(200, "{}")
        elif self.path == "/v1/chat/completions":
            self.complete(json.loads(text))
        else:
            self.refuse(404, f"Invalid URL (POST {self.path})")

    def complete(self, body: dict) -> None:
        self.requests.append({"body": body, "authorization": self.headers["Authorization"]})
        try:
            check_request(body)
        except (ValidationError, ValueError) as error:
            self.refuse(400, str(error))
            return
        last = next(message["content"] for message in reversed(body["messages"]) if message["role"] == "user")
        word, _, rest = last.partition(" ")
        BEHAVIOURS[word](self, body, rest)

    def answer(self, status: int, text: str, content_type: str = "application/json") -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status: int, message: str) -> None:
        self.answer(status, json.dumps({"error": {"message": message, "type": "invalid_request_error", "param": None, "code": None}}))

    def say(self, body: dict, message: dict, reason: str, counts: bool = True, pause: Callable[[int], None] = lambda _: None) -> None:
        if not body.get("stream"):
            self.answer(200, json.dumps(completion(body["model"], message, reason, counts)))
            return
        self.begin()
        for number, delta in enumerate(deltas(message)):
            self.event(json.dumps(chunk(body["model"], delta)))
            pause(number)
        self.event(json.dumps(chunk(body["model"], {}, reason)))
        if counts and body.get("stream_options", {}).get("include_usage"):
            self.event(json.dumps(chunk(body["model"], None, usage=USAGE)))
        self.event("[DONE]")
        self.end()

    def begin(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def event(self, data: str) -> None:
        # Non-ASCII letters as they are, so that they are cut anywhere.
        data = data if data.startswith("[") else json.dumps(json.loads(data), ensure_ascii=False)
        for piece in (f"data: {data}"[:20], f"data: {data}"[20:] + "\n\n"):
            encoded = piece.encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(encoded), encoded))
        self.wfile.flush()

    def end(self) -> None:
        self.wfile.write(b"0\r\n\r\n")

    def abort(self) -> None:
        self.close_connection = True
        self.connection.close()


def half(server: Handler, body: dict) -> None:
    """The first letters of an answer."""
    server.begin()
    for delta in deltas(message_of("Hel", [])):
        server.event(json.dumps(chunk(body["model"], delta)))


def echo(server: Handler, body: dict, rest: str) -> None:
    server.say(body, message_of(rest, []), "stop")


def call(server: Handler, body: dict, rest: str) -> None:
    """`call` calls each tool with {"word": "猫"}; `call <arguments>` with these."""
    names = [tool["function"]["name"] for tool in body["tools"]]
    server.say(body, message_of(None, [(name, rest or '{"word": "猫"}') for name in names]), "tool_calls")


def reason(server: Handler, body: dict, rest: str) -> None:
    server.say(body, message_of("Hel", []), rest)


def uncounted(server: Handler, body: dict, rest: str) -> None:
    server.say(body, message_of(rest, []), "stop", counts=False)


def paced(server: Handler, body: dict, rest: str) -> None:
    """The first letter, and the others when POST /go says so."""
    server.go.clear()
    server.say(body, message_of(rest, []), "stop", pause=lambda number: server.go.wait(30) if number == 1 else None)


def error(server: Handler, body: dict, rest: str) -> None:
    server.refuse(int(rest), f"told to fail with {rest}")


def slow(server: Handler, body: dict, rest: str) -> None:
    """No answer, or with `slow half` half of one."""
    if rest:
        half(server, body)
    server.go.clear()
    server.go.wait(30)
    server.abort()


def cut(server: Handler, body: dict, rest: str) -> None:
    """Without a stream, a length is told and half of it sent."""
    if body.get("stream"):
        half(server, body)
    else:
        server.send_response(200)
        server.send_header("Content-Length", "100")
        server.end_headers()
        server.wfile.write(b'{"id": "chat')
    server.abort()


def unfinished(server: Handler, body: dict, rest: str) -> None:
    """Ends as HTTP ends, without a reason to finish."""
    half(server, body)
    server.end()


def inner(server: Handler, body: dict, rest: str) -> None:
    half(server, body)
    server.event(json.dumps({"error": {"message": "out of memory", "type": "server_error", "param": None, "code": None}}))
    server.end()


def garbled(server: Handler, body: dict, rest: str) -> None:
    half(server, body)
    server.wfile.write(b"c\r\ndata: {oops\n\r\n")
    server.end()


def html(server: Handler, body: dict, rest: str) -> None:
    server.answer(200, "<html>It works!</html>", "text/html")


def nothing(server: Handler, body: dict, rest: str) -> None:
    server.answer(200, "{}")


def whole(server: Handler, body: dict, rest: str) -> None:
    """As servers that cannot stream."""
    server.say({key: value for key, value in body.items() if key != "stream"}, message_of(rest, []), "stop")


BEHAVIOURS = {
    behaviour.__name__: behaviour
    for behaviour in (echo, call, reason, uncounted, paced, error, slow, cut, unfinished, inner, garbled, html, nothing, whole)
}


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    server.daemon_threads = True
    server.serve_forever()


if __name__ == "__main__":
    main()
