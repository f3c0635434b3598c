"""Every control of deploy/threat-model.md names what holds it, and that is there."""

import re
from functools import cache
from pathlib import Path

import pytest

from templates import Templates

ROOT = Path(__file__).parents[2]
FILE = ROOT / "deploy" / "threat-model.md"
HEAD = "| | threat | control | held by |"


def controls() -> list[tuple[str, str]]:
    """Threat and what holds its control, of every table of threats."""
    rows = [line.strip("| ").split(" | ") for line in FILE.read_text().splitlines() if re.match(r"\| [STRIDE](, [STRIDE])* \| ", line)]
    return [(row[1], row[3]) for row in rows]


@cache
def python_tests() -> dict[str, str]:
    files = [*(ROOT / "deploy" / "tests").glob("test_*.py"), *(ROOT / "Tests" / "EndToEnd").glob("test_*.py")]
    return {file.name: file.read_text() for file in files}


@cache
def swift_tests() -> set[str]:
    return {file.stem for file in (ROOT / "Tests").rglob("*Tests.swift")}


def test_threats_stand_in_tables_of_four_columns() -> None:
    lines = FILE.read_text().splitlines()
    rows = [line for line in lines if line.startswith("| ") and re.match(r"\| [STRIDE](, [STRIDE])* \|", line)]
    assert lines.count(HEAD) == FILE.read_text().count("\n### ")
    assert rows and all(len(row.strip("| ").split(" | ")) == 4 for row in rows)


@pytest.mark.parametrize(("threat", "holders"), controls())
def test_what_holds_a_control_is_there(threat: str, holders: str) -> None:
    named = [one for one in re.findall("`([^`]+)`", holders) if re.search(r"^test_|Tests$", one)]
    assert named or "*account*" in holders, f"nobody holds: {threat}"
    for one in named:
        file, _, test = one.partition("::")
        if file.endswith(".py"):
            assert file in python_tests(), one
            assert not test or re.search(rf"def {re.escape(test)}\(", python_tests()[file]), one
        else:
            assert one in swift_tests(), one


# They take a role only from a caller of its own account, who must be allowed to pass it.
CAREFUL = {"rds.amazonaws.com", "backup.amazonaws.com", "lambda.amazonaws.com"}


def test_services_take_roles_for_this_account(templates: Templates) -> None:
    for template in templates:
        for role in template.matching("AWS::IAM::Role", {}):
            for statement in role["AssumeRolePolicyDocument"]["Statement"]:
                service = statement["Principal"].plain().get("Service")
                if service and service not in CAREFUL:
                    assert statement["Condition"]["StringEquals"]["aws:SourceAccount"] == "${AWS::AccountId}", role.id
