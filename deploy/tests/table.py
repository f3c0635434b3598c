"""The table in deploy/README.md: every statement, who holds it, and the resources it is about."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from statements.ledger import Row, rows, statements

FILE = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- statements: written by pytest --write-table -->", "<!-- end of statements -->"
TITLES = {
    "elsewhere": "held elsewhere",
    "account": "needs an account",
    "decided": "decided otherwise",
    "context": "says nothing to hold",
    "planned": "not built yet",
    "open": "open",
}


def table(stated: Mapping[str, list[str]], read: Mapping[str, list[str]]) -> str:
    """One section per section of the specification."""
    tests: dict[str, list[str]] = {}
    for test, names in stated.items():
        for name in names:
            tests.setdefault(name, []).append(test)
    written = {row.statement: row for row in rows()}
    lines = totals(tests, written)
    section = ""
    for name, statement in statements().items():
        if statement.section != section:
            section = statement.section
            lines += ["", f"### {section}", "", "| statement | says | held by | resources |", "|---|---|---|---|"]
        holders = [f"`{test.removeprefix('tests/')}`" for test in tests.get(name, [])]
        if row := written.get(name):
            holders.append(f"{TITLES[row.kind]}: {row.sentence}")
        resources = sorted({one for test in tests.get(name, []) for one in read.get(test, [])})
        lines.append(f"| {statement.number} | {cell(statement.text)} | {cell('; '.join(holders))} | {', '.join(resources)} |")
    return "\n".join(lines)


def totals(tests: Mapping[str, list[str]], written: Mapping[str, Row]) -> list[str]:
    """How many statements somebody holds, and how: what is not built is counted before anything else is said."""
    counts = Counter(TITLES[row.kind] for row in written.values())
    held = f"Of {len(statements())} statements, {len(tests)} are held by tests of the templates"
    return [", ".join([held, *(f"{counts[title]} {title}" for title in TITLES.values() if counts[title])]) + "."]


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").rstrip("\\| ")


def current() -> str:
    return FILE.read_text().partition(BEGIN)[2].partition(END)[0]


def write(text: str) -> None:
    before, _, rest = FILE.read_text().partition(BEGIN)
    FILE.write_text(f"{before}{BEGIN}\n{text}\n\n{END}{rest.partition(END)[2]}")
