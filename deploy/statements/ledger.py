"""Who holds the statements that no test of a template holds.

`rows/*.toml` give, for a statement or a range of them (`user-pool.3-7`), a sentence under one of these headings:

- `elsewhere`: nothing of it is infrastructure; the sentence begins with the file that holds it, and a colon; what it quotes between backticks,
  a test's title or a line, stands in that file
- `account`: it needs an account to be seen true
- `decided`: the specification contradicts itself here; the sentence says what we build
- `context`: it says nothing that could be false: a question, a reason, a name of what follows
- `planned`: what it is about is not built yet, a service or an app; the sentence says what
- `open`: nobody holds it yet
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from statements.number import Statement, load

KINDS = ("elsewhere", "account", "decided", "context", "planned", "open")
ROWS = Path(__file__).with_name("rows")


@dataclass(frozen=True)
class Row:
    statement: str
    kind: str
    sentence: str
    file: str


@cache
def statements() -> dict[str, Statement]:
    """All statements by name, in the specification's order."""
    return {one.name: one for one in load()}


def names(text: str) -> list[str]:
    """`user-pool.3` or `user-pool.3-7` as names of statements that exist."""
    section, _, numbers = text.rpartition(".")
    first, _, last = numbers.partition("-")
    wanted = [f"{section}.{number}" for number in range(int(first), int(last or first) + 1)]
    for name in wanted:
        if name not in statements():
            raise ValueError(f"the specification has no statement {name}")
    return wanted


def rows() -> list[Row]:
    """Every row of every file."""
    return [
        Row(name, kind, sentence, file.name)
        for file in sorted(ROWS.glob("*.toml"))
        for kind, sentences in tomllib.loads(file.read_text()).items()
        for text, sentence in sentences.items()
        for name in names(text)
    ]
