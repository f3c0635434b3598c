"""Our app before a user pool that is given, and a learner's browser at it, over plain HTTP on loopback."""
from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode, urlsafe_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests
from aws_clients import KEYS
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hosted_browser import Browser
from programs import running
from stack import Stack


@dataclass
class App:
    base: str
    log: Path
    key: str

    def learner(self) -> Learner:
        return Learner(self)

    def opened(self, name: str, value: str) -> dict[str, Any]:
        """What is in a sealed cookie, read by another implementation of the cipher: a nonce of 12 bytes, the text, the tag."""
        sealed = urlsafe_b64decode(value + "=" * (-len(value) % 4))
        purpose = "session session" if name == "session" else name
        return json.loads(AESGCM(b64decode(self.key)).decrypt(sealed[:12], sealed[12:], purpose.encode()))


@dataclass
class Learner:
    app: App
    browser: Browser = field(default_factory=Browser)

    def begin(self) -> str:
        """Where the app sends somebody who is to sign in on the hosted pages."""
        answer = self.browser.open(self.app.base + "/api/auth/authorize?next=/signed-out")
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    def state(self) -> dict[str, Any]:
        return self.browser.session.get(self.app.base + "/api/auth/session", timeout=30).json()

    def write(self, path: str) -> requests.Response:
        headers = {"Origin": self.app.base, "Sec-Fetch-Site": "same-origin", "X-CSRF-Token": self.state()["csrf_token"]}
        return self.browser.session.post(self.app.base + path, headers=headers, timeout=30)

    def cookie(self, name: str) -> str | None:
        return self.browser.session.cookies.get(name)

    def kept(self, name: str) -> dict[str, Any]:
        return self.app.opened(name, self.cookie(name) or "")


@contextmanager
def running_app(stack: Stack, folder: Path, port: int, *, issuer: str, pages: str, api: str) -> Iterator[App]:
    """The portal with this user pool: who issues tokens, where its pages are, and where its API is."""
    key, log, base = b64encode(secrets.token_bytes(32)).decode(), folder / "app.log", f"http://localhost:{port}"
    settings = KEYS | {
        "DATABASE_URL": stack.settings["DATABASE_URL"], "COGNITO_ISSUER": issuer, "COGNITO_CLIENT_ID": "web-client-local", "COGNITO_DOMAIN": pages,
        "AWS_ENDPOINT_URL": api, "AWS_REGION": "us-east-1", "JWT_SECRET": key, "AUDIT_KEY": secrets.token_hex(32), "SESSION_COOKIE_SECURE": "0",
        "PUBLIC_ORIGINS": base, "LANG_PORTAL_API_KEY": secrets.token_hex(24), "DATABASE_CONNECTIONS": "4", "LAME_DUCK_SECONDS": "0",
    }
    with running("lang-portal-api", settings, "/api/health", log=log, port=port):
        yield App(base, log, key)
