"""Every statement of the specification is held by a test, or a row says who holds it."""

import re
from pathlib import Path

import pytest

from conftest import READ, STATED
from statements.ledger import KINDS, rows, statements
from table import current, table, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tested(request: pytest.FixtureRequest) -> set[str]:
    """What the tests of this run hold; all tests must be part of it."""
    files = {Path(name.partition("::")[0]).name for name in request.config.stash[STATED]}
    if {file.name for file in Path(__file__).parent.glob("test_*.py")} - files:
        pytest.skip("only some of the tests were collected")
    return {name for names in request.config.stash[STATED].values() for name in names}


def test_every_statement_has_a_row(tested: set[str]) -> None:
    held = tested | {row.statement for row in rows()}
    missing = [f"{name}: {one.text}" for name, one in statements().items() if name not in held]
    assert not missing, "nobody holds:\n" + "\n".join(missing)


def test_what_a_test_holds_is_not_open(tested: set[str]) -> None:
    assert not [row for row in rows() if row.kind == "open" and row.statement in tested]


def test_a_statement_has_one_row_at_most() -> None:
    seen: dict[str, str] = {}
    for row in rows():
        assert row.statement not in seen, f"{row.statement} stands in {seen[row.statement]} and in {row.file}"
        seen[row.statement] = row.file


def test_rows_are_sentences_of_a_known_kind() -> None:
    for row in rows():
        assert row.kind in KINDS, f"{row.file}: {row.kind}"
        assert row.sentence.strip(), f"{row.file}: {row.statement} says nothing"


def test_what_is_held_elsewhere_names_a_file_that_exists() -> None:
    for row in rows():
        file, colon, _ = row.sentence.partition(":")
        assert row.kind != "elsewhere" or (colon and (ROOT / file).exists()), f"{row.file}: {row.statement}: {row.sentence}"


def test_what_is_held_elsewhere_is_found_there() -> None:
    """What a row quotes between backticks, a test's title or a line, stands in the file it names."""
    for row in rows():
        file, _, rest = row.sentence.partition(":")
        for quoted in re.findall("`([^`]+)`", rest) if row.kind == "elsewhere" else []:
            assert quoted in (ROOT / file).read_text(), f"{row.file}: {row.statement}: {file} says nothing of {quoted}"


@pytest.mark.last
def test_the_table_is_the_one_in_the_readme(request: pytest.FixtureRequest, tested: set[str]) -> None:
    """While statements are open it changes with every stack, and is written when somebody asks."""
    stated, read = request.config.stash[STATED], request.config.stash[READ]
    if request.config.getoption("--write-table"):
        write(table(stated, read))
    elif not [row for row in rows() if row.kind == "open"]:
        assert current().strip() == table(stated, read).strip(), "write it anew: pytest --write-table"
