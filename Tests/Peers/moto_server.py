#!/usr/bin/env python3
"""Serves moto on loopback with its check of signatures on: moto_server.py <port> <file>.

The file gets the shell's words for the address and for the keys of a user who may do everything. Serves until it is ended.
"""
import os
import signal
import sys
from pathlib import Path

# Making the user takes three calls; every later one is checked. moto reads this when it is imported.
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "3"

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

EVERYTHING = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'


def make_user(url: str) -> tuple[str, str]:
    iam = boto3.client("iam", endpoint_url=url, region_name="us-east-1", aws_access_key_id="nobody", aws_secret_access_key="nothing")
    iam.create_user(UserName="tests")
    iam.put_user_policy(UserName="tests", PolicyName="everything", PolicyDocument=EVERYTHING)
    key = iam.create_access_key(UserName="tests")["AccessKey"]
    return key["AccessKeyId"], key["SecretAccessKey"]


def main(port: int, file: Path) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    url = f"http://127.0.0.1:{port}"
    access_key, secret_key = make_user(url)
    lines = [f"export TEST_MOTO_URL='{url}'", f"export TEST_MOTO_ACCESS_KEY='{access_key}'", f"export TEST_MOTO_SECRET_KEY='{secret_key}'"]
    unfinished = file.with_suffix(".part")
    unfinished.write_text("\n".join(lines) + "\n")
    unfinished.rename(file)
    signal.pause()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
