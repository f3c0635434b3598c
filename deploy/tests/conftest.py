"""One synthesis for all tests, and the rule that a test which holds a statement fails when what it has read is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from aws_cdk import Validations
from cdk_nag import AwsSolutionsChecks

from app import application
from templates import Templates


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the templates were written."""
    folder = tmp_path_factory.mktemp("infra")
    app = application(folder)
    Validations.of(app).add_plugins(AwsSolutionsChecks())
    # What the checks object to stands in a report beside the templates, for one test to read; the others have the templates all the same.
    try:
        app.synth()
    except RuntimeError as error:
        if not str(error).startswith("ValidationFailed"):
            raise
    return folder


@pytest.fixture(scope="session")
def templates(folder: Path) -> Templates:
    return Templates.load(folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-table", action="store_true", help="write what deploy/README.md has of templates and tests anew")


# The statements of every test that was collected, by its name; and which resources it read, once it has run.
STATED = pytest.StashKey[dict[str, list[str]]]()
READ = pytest.StashKey[dict[str, list[str]]]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[STATED] = {item.nodeid: [name for mark in item.iter_markers("states") for name in mark.args] for item in items}
    config.stash[READ] = {}
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    if pyfuncitem.get_closest_marker("states") is None:
        return (yield)
    templates: Templates = pyfuncitem.funcargs["templates"]
    templates.reads.clear()
    result = yield
    reads = sorted(templates.reads, key=str)
    assert reads, "holds statements and reads nothing of a template"
    unnoticed = [leaf for leaf in reads if not notices(pyfuncitem, templates, leaf)]
    assert not unnoticed, "passes though these were changed: " + ", ".join("/".join(map(str, leaf)) for leaf in unnoticed)
    pyfuncitem.config.stash[READ][pyfuncitem.nodeid] = sorted({named(templates, leaf) for leaf in reads})
    return result


def notices(test: pytest.Function, templates: Templates, leaf: tuple) -> bool:
    """Whether the test fails while the leaf has another value."""
    arguments = {name: test.funcargs[name] for name in test._fixtureinfo.argnames}
    with templates.changed(leaf):
        try:
            test.obj(**arguments)
        except (Exception, pytest.fail.Exception):
            return True
    return False


def named(templates: Templates, leaf: tuple) -> str:
    """The resource that a leaf belongs to, as people call it: `Network/Vpc`."""
    stack, kind, id = leaf[:3]
    return templates.rendering.reference(stack, id)[2:-1] if kind == "Resources" else f"{stack}/{id}"
