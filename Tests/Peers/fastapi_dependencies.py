"""Asks a real FastAPI in which order dependencies with `yield`, handler, content and background tasks run, and writes it to fastapi_dependencies.json.

The twin of the application below is declared in Tests/WebTests/Completion/PeerDependencyTests.swift; a test there sends the same requests and compares
status and events. Run again after an upgrade of FastAPI: python fastapi_dependencies.py  (needs fastapi and httpx)
"""

import json
import pathlib
from typing import Annotated

import fastapi
from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

app = FastAPI()
events: list[str] = []


async def outer():
    events.append("outer")
    outcome = "answered"
    try:
        yield
    except BaseException:
        outcome = "failed"
        raise
    finally:
        events.append(f"outer released: {outcome}")


UsesOuter = Annotated[None, Depends(outer)]


async def inner(_: UsesOuter):
    events.append("inner")
    outcome = "answered"
    try:
        yield
    except BaseException:
        outcome = "failed"
        raise
    finally:
        events.append(f"inner released: {outcome}")


UsesInner = Annotated[None, Depends(inner)]


async def refusing(_: UsesInner):
    raise HTTPException(409)


@app.get("/plain")
async def plain(tasks: BackgroundTasks, _: UsesInner):
    tasks.add_task(lambda: events.append("task 1"))
    tasks.add_task(lambda: events.append("task 2"))
    events.append("handler")


@app.get("/refused")
async def refused(tasks: BackgroundTasks, _: UsesInner):
    tasks.add_task(lambda: events.append("task 1"))
    raise HTTPException(404)


@app.get("/failed")
async def failed(_: UsesInner):
    raise RuntimeError


@app.get("/later-input-fails")
async def later_input_fails(_: UsesInner, __: Annotated[None, Depends(refusing)]):
    events.append("handler")


@app.get("/invalid")
async def invalid(limit: int, _: UsesInner):
    events.append("handler")


@app.get("/twice")
async def twice(_: UsesInner, __: UsesOuter):
    events.append("handler")


@app.get("/stream")
async def stream(_: UsesInner):
    async def pieces():
        for number in (1, 2):
            events.append(f"piece {number}")
            yield b"x"

    return StreamingResponse(pieces())


@app.get("/broken-stream")
async def broken_stream(_: UsesInner):
    async def pieces():
        events.append("piece 1")
        yield b"x"
        raise RuntimeError

    return StreamingResponse(pieces())


client = TestClient(app, raise_server_exceptions=False)
cases = []
for target in ["/plain", "/refused", "/failed", "/later-input-fails", "/invalid?limit=x", "/twice", "/stream", "/broken-stream"]:
    events.clear()
    status = client.get(target).status_code
    cases.append({"target": target, "status": status, "events": list(events)})

path = pathlib.Path(__file__).with_name("fastapi_dependencies.json")
path.write_text(json.dumps({"fastapi": fastapi.__version__, "cases": cases}, indent=1) + "\n")
