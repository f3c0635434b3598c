"""The whole platform as its user starts it, in a folder and on ports of its own, and a small HTTP client for it."""
from __future__ import annotations

import http.client
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LOCAL_SCRIPTS = ROOT / "deploy" / "local"
PORT_NAMES = ("LANG_PORTAL_PORT", "LANG_PORTAL_API_PORT", "LOCAL_CLOUD_PORT", "POSTGRES_PORT", "VOCAB_BACKEND_PORT", "VOCAB_PORT")


def free_ports(count: int) -> list[int]:
    return [int(line) for line in subprocess.check_output([LOCAL_SCRIPTS / "ports.py", "--free", str(count)], text=True).split()]


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Client:
    """One keep-alive connection. Follows `Connection: close` and nothing else: a reset is an error, never retried."""

    port: int
    token: str | None = None
    time_out_seconds: float = 30
    _connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.time_out_seconds)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        payload = None
        if body is not None:
            payload = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        self._connection.request(method, path, payload, sent)
        response = self._connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        if response.will_close:
            self.close()
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self.request("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.request("POST", path, body, **headers)

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None


@dataclass
class Stack:
    folder: Path
    settings: dict[str, str]

    @property
    def api_port(self) -> int:
        return int(self.settings["LANG_PORTAL_API_PORT"])

    @property
    def front_port(self) -> int:
        return int(self.settings["LANG_PORTAL_PORT"])

    @property
    def vocab_origin(self) -> str:
        """The page of words, as browsers find it."""
        return f"http://localhost:{self.settings['VOCAB_PORT']}"

    @property
    def vocab_port(self) -> int:
        return int(self.settings["VOCAB_BACKEND_PORT"])

    def pid(self, service: str) -> int:
        return int((self.folder / "run" / f"{service}.pid").read_text().splitlines()[0])

    def environment_of(self, service: str) -> dict[str, str]:
        """Exactly what the running service was given."""
        entries = Path(f"/proc/{self.pid(service)}/environ").read_bytes().split(b"\0")
        return dict(entry.decode().split("=", 1) for entry in entries if entry)

    def program_of(self, service: str) -> str:
        return os.readlink(f"/proc/{self.pid(service)}/exe")

    def sign_in(self, email: str = "demo@app-dw.net", password: str = "Sakura-2026!") -> Answer:
        cloud = Client(int(self.settings["LOCAL_CLOUD_PORT"]))
        parameters = {"USERNAME": email, "PASSWORD": password}
        body = {"AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "web-client-local", "AuthParameters": parameters}
        headers = {"X_Amz_Target": "AWSCognitoIdentityProviderService.InitiateAuth", "Content_Type": "application/x-amz-json-1.1"}
        return cloud.post("/", body, **headers)

    def learner(self, email: str = "demo@app-dw.net", password: str = "Sakura-2026!", port: int | None = None) -> Client:
        answer = self.sign_in(email, password)
        assert answer.status == 200, answer.body
        return Client(port or self.api_port, answer.json["AuthenticationResult"]["AccessToken"])

    def other_learner(self) -> Client:
        return self.learner("other@app-dw.net", "Momiji-2026!")

    def sql(self, statement: str) -> str:
        """Runs one statement as the owner of the portal's tables."""
        return subprocess.check_output(["psql", self.settings["MIGRATION_DATABASE_URL"], "-XAtqc", statement], text=True).strip()

    def postmaster(self) -> int:
        return int((self.folder / "postgres" / "data" / "postmaster.pid").read_text().splitlines()[0])

    def start_postgres(self) -> None:
        script = f'set -euo pipefail; for part in common lock postgres; do . "$0/lib/$part.sh"; done; cluster_start {self.settings["POSTGRES_PORT"]}'
        environment = os.environ | {"LOCAL_DIR": str(self.folder)}
        subprocess.run(["bash", "-c", script, LOCAL_SCRIPTS], env=environment, check=True, timeout=60, stderr=subprocess.PIPE, text=True)


def read_settings(file: Path) -> dict[str, str]:
    """What a shell knows after sourcing the file, and nothing it knew before."""
    output = subprocess.check_output(["env", "-i", "bash", "-c", '. "$0" && env -0', file], text=True)
    return dict(entry.split("=", 1) for entry in output.split("\0") if entry)


@contextmanager
def running_stack(folder: Path, careless: str = "") -> Iterator[Stack]:
    """`careless` says how often local-cloud's model answers badly; usually never."""
    ports = dict(zip(PORT_NAMES, map(str, free_ports(len(PORT_NAMES))), strict=True))
    # Programs that `make test` has just built; by hand: BINARIES=… or build them first.
    binaries = os.environ.get("BINARIES", str(ROOT / ".build" / "release"))
    # The seed is one of the settings of local-cloud's model, which get through; with a quote in another they are still one value each.
    model = {"LOCAL_MODEL_SEED": "7", "LOCAL_MODEL_NAME": "it's mine", "LOCAL_MODEL_CARELESS": careless}
    environment = os.environ | ports | model | {"LOCAL_DIR": str(folder), "DETACH": "1", "BINARIES": binaries}
    subprocess.run([LOCAL_SCRIPTS / "reset.sh"], env=environment, check=True, timeout=120)
    try:
        subprocess.run([LOCAL_SCRIPTS / "up.sh"], env=environment, check=True, timeout=300)
        yield Stack(folder, read_settings(folder / "env"))
    finally:
        subprocess.run([LOCAL_SCRIPTS / "down.sh"], env=environment, check=True, timeout=120)


def eventually(condition, seconds: float, every_seconds: float = 0.02):
    """The first true value of the condition; fails after so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(every_seconds)
