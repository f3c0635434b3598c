"""The clients a Python program would use, measured as bench-client is: python_clients.py <httpx|aiohttp|botocore> <what> <arguments…>."""
from __future__ import annotations

import asyncio
import json
import resource
import sys
import time


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def calls(call, seconds: float, at_once: int) -> dict[str, float]:
    for _ in range(500):
        await call()
    end, cpu = time.monotonic() + seconds, processor_seconds()

    async def caller() -> int:
        count = 0
        while time.monotonic() < end:
            await call()
            count += 1
        return count

    count = sum(await asyncio.gather(*[caller() for _ in range(at_once)]))
    return {"calls": count, "cpu_microseconds": (processor_seconds() - cpu) / count * 1e6}


def streamed(count: int, cpu: float) -> dict[str, float]:
    return {"bytes": count, "cpu_seconds": processor_seconds() - cpu, "largest_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}


async def httpx_client(what: str, url: str, arguments: list[str]) -> dict[str, float]:
    import httpx

    async with httpx.AsyncClient(timeout=600) as client:
        if what == "calls":

            async def call() -> None:
                assert (await client.get(url)).status_code == 200

            return await calls(call, float(arguments[0]), int(arguments[1]))
        count, cpu = 0, processor_seconds()
        async with client.stream("GET", url) as answer:
            async for piece in answer.aiter_bytes():
                count += len(piece)
        return streamed(count, cpu)


async def aiohttp_client(what: str, url: str, arguments: list[str]) -> dict[str, float]:
    import aiohttp

    async with aiohttp.ClientSession() as client:
        if what == "calls":

            async def call() -> None:
                async with client.get(url) as answer:
                    assert answer.status == 200
                    await answer.read()

            return await calls(call, float(arguments[0]), int(arguments[1]))
        count, cpu = 0, processor_seconds()
        async with client.get(url) as answer:
            async for piece in answer.content.iter_any():
                count += len(piece)
        return streamed(count, cpu)


def botocore_signer(seconds: float) -> dict[str, float]:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    auth = SigV4Auth(Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), "bedrock", "us-east-1")
    url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-haiku-4-5-20251001-v1%3A0/converse"
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        auth.add_auth(AWSRequest("POST", url, {"Content-Type": "application/json"}, b"a" * 2_048))
        count += 1
    return {"signatures": count / seconds}


def main(peer: str, what: str, *arguments: str) -> None:
    if peer == "botocore":
        result = botocore_signer(float(arguments[0]))
    else:
        client = httpx_client if peer == "httpx" else aiohttp_client
        result = asyncio.run(client(what, arguments[0], list(arguments[1:])))
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
