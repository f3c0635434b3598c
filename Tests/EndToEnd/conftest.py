from collections.abc import Iterator

import pytest
from sample import running_sample
from stack import ROOT, Client, Stack, running_stack


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
