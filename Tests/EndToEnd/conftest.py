import hashlib
from collections.abc import Iterator
from typing import Any

import pytest
from aws_clients import client, running_cloud
from browser import running_browser
from house_hosts import House, house_on_hosts
from playwright.sync_api import Browser, BrowserContext
from sample import running_sample
from stack import ROOT, Client, Stack, running_stack
from vocab_stage import Stage, running_stage


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    with running_stack(ROOT / ".local" / "e2e") as running:
        yield running


@pytest.fixture(scope="session")
def sample() -> Iterator[int]:
    """The port of the application with every kind of input."""
    with running_sample() as port:
        yield port


@pytest.fixture
def demo(stack: Stack) -> Iterator[Client]:
    client = stack.learner()
    yield client
    client.close()


@pytest.fixture
def studying(demo: Client) -> Client:
    """The demo learner with the starter vocabulary."""
    answer = demo.post("/api/load_initial_data")
    assert answer.status == 200, answer.body
    return demo


@pytest.fixture(scope="module")
def house(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The house at its own names; one for each module, as attacks use up allowances."""
    with house_on_hosts(stack, tmp_path_factory.mktemp("hosts")) as running:
        yield running


@pytest.fixture(scope="module")
def house_browser(house: House) -> Iterator[Browser]:
    with house.browser() as running:
        yield running


@pytest.fixture
def context(house: House, house_browser: Browser) -> Iterator[BrowserContext]:
    """Somebody new, on a clock that goes right."""
    house.move_clock(0)
    made = house_browser.new_context(ignore_https_errors=True)
    yield made
    made.close()


@pytest.fixture(scope="module")
def cloud_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a local-cloud; one for each module."""
    with running_cloud(tmp_path_factory.mktemp("cloud")) as port:
        yield port


@pytest.fixture(scope="module")
def s3(cloud_port: int) -> Any:
    return client(cloud_port, "s3", signature_version="s3v4")


@pytest.fixture
def bucket(s3: Any, request: pytest.FixtureRequest) -> Iterator[str]:
    name = "t-" + hashlib.sha256(request.node.name.encode()).hexdigest()[:16]
    s3.create_bucket(Bucket=name)
    yield name
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=name):
        for item in page.get("Contents", []):
            s3.delete_object(Bucket=name, Key=item["Key"])
    s3.delete_bucket(Bucket=name)


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """vocab-frontend with a stand-in for what is behind it."""
    with running_stage(tmp_path_factory.mktemp("vocab")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as running:
        yield running
