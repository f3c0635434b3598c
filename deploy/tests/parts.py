"""The parts of deploy/README.md that are written from the templates; the table of statements has its own way (table.py), for it needs the tests."""

from collections.abc import Callable
from pathlib import Path

from picture import alarms, kept, stacks
from picture.requests import requests
from picture.services import services
from picture.view import View

FILE = Path(__file__).parents[1] / "README.md"

PARTS: dict[str, Callable[[Path], str]] = {
    "requests": lambda folder: requests(View.load(folder)).text(),
    "services": lambda folder: services(View.load(folder)).text(),
    "stacks": lambda folder: stacks.picture(stacks.load(folder)).text(),
    "order": lambda folder: stacks.table(stacks.load(folder)),
    "alarms": lambda folder: alarms.table(View.load(folder)),
    "kept": lambda folder: kept.table(View.load(folder)),
}


def marks(part: str) -> tuple[str, str]:
    return f"<!-- {part}: written by pytest --write-table -->", f"<!-- end of {part} -->"


def current(part: str) -> str:
    begin, end = marks(part)
    return FILE.read_text().partition(begin)[2].partition(end)[0].strip()


def write(part: str, text: str) -> None:
    begin, end = marks(part)
    before, found, rest = FILE.read_text().partition(begin)
    assert found, f"{FILE.name} has no place for {part}: {begin}"
    FILE.write_text(f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}")
