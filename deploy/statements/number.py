#!/usr/bin/env python3
"""Numbers the leaf lines of the specification: number.py <specification.md> writes statements.tsv beside this file.

A statement is a line that says something by itself: `key: value`, an item of a list, an edge of a diagram. What only opens a list is a part
of the path to it. A statement is called by its section (the nearest line at the margin) and its place there, `user-pool.7`, so that a line
added to one section renumbers no other.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("statements.tsv")


@dataclass(frozen=True)
class Statement:
    """One leaf line: its name, the lines that lead to it, and what it says."""

    name: str
    path: tuple[str, ...]
    text: str

    @property
    def section(self) -> str:
        return self.name.rpartition(".")[0]

    @property
    def number(self) -> int:
        return int(self.name.rpartition(".")[2])


@dataclass(frozen=True)
class Line:
    """A line without its indentation; `depth` orders an item of a list below the key at the same indentation."""

    depth: int
    text: str

    @property
    def has_value(self) -> bool:
        return re.search(r":\s+\S", self.text) is not None


def read(specification: str) -> list[Line]:
    """The lines that count: no blank ones, comments, fences; the lines of a `|` block joined to the key before them."""
    lines: list[Line] = []
    block: int | None = None
    for raw in specification.splitlines():
        text = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        if not text or text.startswith(("#", "```", "graph ")):
            continue
        if block is not None and indent > block:
            lines[-1] = Line(lines[-1].depth, f"{lines[-1].text} {text}")
            continue
        item = re.match(r"(?:-|\d+\.|[A-Z]\.)\s+(.*)", text)
        is_title = item is not None and indent == 0 and text[0].isupper()
        lines.append(Line(2 * indent + (item is not None and not is_title), item.group(1) if item else text))
        block = indent if text.endswith("|") else None
    return lines


def number(specification: str) -> list[Statement]:
    """Every statement in order."""
    lines = read(specification)
    statements: list[Statement] = []
    counts: dict[str, int] = {}
    parents: list[Line] = []
    section = ""
    for line, following in zip(lines, [*lines[1:], Line(0, "")], strict=True):
        parents = [parent for parent in parents if parent.depth < line.depth]
        if line.depth == 0 and not line.has_value:
            section = unused(slug(line.text), counts)
        elif line.has_value or following.depth <= line.depth:
            counts[section] += 1
            statements.append(Statement(f"{section}.{counts[section]}", tuple(parent.text for parent in parents), line.text))
        parents.append(line)
    return statements


def unused(wanted: str, counts: dict[str, int]) -> str:
    """The specification has some titles twice: the second is `monitoring-and-logging-2`."""
    name = wanted
    copies = 1
    while name in counts:
        copies += 1
        name = f"{wanted}-{copies}"
    counts[name] = 0
    return name


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def load() -> list[Statement]:
    """The statements as they stand in the repository."""
    rows = (line.split("\t") for line in FILE.read_text().splitlines())
    return [Statement(name, tuple(path.split(" › ")), text) for name, path, text in rows]


def main() -> None:
    statements = number(Path(sys.argv[1]).read_text())
    FILE.write_text("".join(f"{one.name}\t{' › '.join(one.path)}\t{one.text}\n" for one in statements))
    print(f"{len(statements)} statements in {len({one.section for one in statements})} sections")


if __name__ == "__main__":
    main()
