"""boto3's clients of a local-cloud, with the keys it was started with."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from programs import running

KEYS = {"AWS_ACCESS_KEY_ID": "AKIALOCALCLOUDTEST00", "AWS_SECRET_ACCESS_KEY": "a-secret-of-the-tests-that-nobody-guesses"}
TOKEN = "the-token-of-a-task"
CONTENT_BUCKET = "app-dw-content"
READY = "/api/health"


def client(port: int, service: str, *, secret: str = KEYS["AWS_SECRET_ACCESS_KEY"], style: str = "path", attempts: int = 1, **more: Any) -> Any:
    """`attempts` in all; `more` goes to boto3, but for the signature's version."""
    retries = {"total_max_attempts": attempts, "mode": "standard"}
    config = Config(s3={"addressing_style": style}, signature_version=more.pop("signature_version", None), retries=retries)
    keys = {"aws_access_key_id": KEYS["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": secret} | more
    return boto3.client(service, region_name="us-east-1", endpoint_url=f"http://localhost:{port}", config=config, **keys)


@contextmanager
def running_cloud(folder: Path) -> Iterator[int]:
    """A local-cloud with a state folder and everything that its settings can bring."""
    settings = KEYS | {
        "LOCAL_CLOUD_STATE": str(folder / "state"),
        "CONTENT_BUCKET": CONTENT_BUCKET,
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": TOKEN,
        "LANG_PORTAL_API_KEY": "the-key-that-services-show-each-other",
        "LAME_DUCK_SECONDS": "0",
        "LOOPS": "2",
    }
    with running("local-cloud", settings, READY, log=folder / "log") as port:
        yield port


def code_of(error: pytest.ExceptionInfo[ClientError]) -> str:
    return error.value.response["Error"]["Code"]


@contextmanager
def with_header(client: Any, name: str, value: str) -> Iterator[None]:
    """Sends a header with every request of a client, attempts included."""
    def add(request, **_):
        request.headers[name] = value
    client.meta.events.register("before-sign", add)
    try:
        yield
    finally:
        client.meta.events.unregister("before-sign", add)
