"""boto3's clients of a local-cloud, with the keys it was started with."""
from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config

KEYS = {"AWS_ACCESS_KEY_ID": "AKIALOCALCLOUDTEST00", "AWS_SECRET_ACCESS_KEY": "a-secret-of-the-tests-that-nobody-guesses"}


def client(port: int, service: str, *, secret: str = KEYS["AWS_SECRET_ACCESS_KEY"], style: str = "path", attempts: int = 1, **more: Any) -> Any:
    """`attempts` in all; `more` goes to boto3, but for the signature's version."""
    retries = {"total_max_attempts": attempts, "mode": "standard"}
    config = Config(s3={"addressing_style": style}, signature_version=more.pop("signature_version", None), retries=retries)
    keys = {"aws_access_key_id": KEYS["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": secret} | more
    return boto3.client(service, region_name="us-east-1", endpoint_url=f"http://localhost:{port}", config=config, **keys)
