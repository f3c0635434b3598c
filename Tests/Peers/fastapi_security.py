"""Asks a real FastAPI what its security dependencies answer, and writes it to fastapi_security.json.

The twin of the application below is declared in Tests/WebTests/Security/PeerSecurityTests.swift; a test there sends the same requests and compares the
status, the scheme of the challenge and what the handler got, but where we differ on purpose.
Run again after an upgrade of FastAPI: python fastapi_security.py  (needs fastapi and httpx)
"""

import base64
import json
import pathlib
from typing import Annotated

import fastapi
from fastapi import FastAPI, Security
from fastapi.security import (
    APIKeyCookie,
    APIKeyHeader,
    APIKeyQuery,
    HTTPAuthorizationCredentials,
    HTTPBasic,
    HTTPBasicCredentials,
    HTTPBearer,
    OAuth2AuthorizationCodeBearer,
)
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/bearer")
def bearer(credential: Annotated[HTTPAuthorizationCredentials, Security(HTTPBearer())]):
    return credential.credentials


@app.get("/basic")
def basic(credential: Annotated[HTTPBasicCredentials, Security(HTTPBasic(realm="words"))]):
    return f"{credential.username} {credential.password}"


@app.get("/header")
def header(key: Annotated[str, Security(APIKeyHeader(name="X-Key"))]):
    return key


@app.get("/query")
def query(key: Annotated[str, Security(APIKeyQuery(name="key"))]):
    return key


@app.get("/cookie")
def cookie(key: Annotated[str, Security(APIKeyCookie(name="key"))]):
    return key


code_flow = OAuth2AuthorizationCodeBearer("https://id.example/authorize", "https://id.example/token", scopes={"words": "Read words"})


@app.get("/code")
def code(token: Annotated[str, Security(code_flow, scopes=["words"])]):
    return token


@app.get("/optional")
def optional(credential: Annotated[HTTPAuthorizationCredentials | None, Security(HTTPBearer(auto_error=False))]):
    return credential.credentials if credential else "nobody"


@app.get("/optional-key")
def optional_key(key: Annotated[str | None, Security(APIKeyHeader(name="X-Key", auto_error=False))]):
    return key or "nobody"


def encoded(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


authorizations = [None, "", "Bearer", "Bearer ", "Bearer abc", "bearer a.b-c_d~e+f/g==", "BEARER  abc", "Bearer a b", "Basic x", "Digest x", "abc"]
basics = [None, "Basic", "Basic !", "Bearer x", encoded("hanako:pw"), encoded("hanako:p:w"), encoded("hanako"), encoded(":"), encoded("花子:ひみつ")]
requests = [(target, {} if value is None else {"Authorization": value}) for target in ("/bearer", "/code", "/optional") for value in authorizations]
requests += [("/basic", {} if value is None else {"Authorization": value}) for value in basics]
requests += [(target, headers) for target in ("/header", "/optional-key") for headers in ({}, {"X-Key": ""}, {"x-key": "k 1"})]
requests += [(target, {}) for target in ("/query", "/query?key=", "/query?key=k%201", "/query?other=k")]
requests += [("/cookie", headers) for headers in ({}, {"Cookie": "other=1"}, {"Cookie": "key="}, {"Cookie": "other=1; key=k1"})]

client = TestClient(app)
cases = []
for target, headers in requests:
    response = client.get(target, headers={name: value.encode() for name, value in headers.items()})
    challenge = response.headers.get("www-authenticate", "")
    got = response.json() if response.status_code == 200 else None
    cases.append({"target": target, "headers": headers, "status": response.status_code, "challenge": challenge, "got": got})

path = pathlib.Path(__file__).with_name("fastapi_security.json")
path.write_text(json.dumps({"fastapi": fastapi.__version__, "cases": cases}, indent=1, ensure_ascii=False) + "\n")
