"""Reads EDICT: one entry per line, `written [kana] /(n) (1) gloss/gloss/(n) (2) gloss/(P)/`, in EUC-JP."""

import re
from dataclasses import dataclass
from pathlib import Path

from tags import PART_BITS, REGISTER_BITS, WRITING_BITS

EDICT = Path("/usr/share/edict/edict")
LINE = re.compile(r"([^ ]+)(?: \[([^\]]+)\])? /(.*)")
PARENTHESIS = re.compile(r"\(([^()]*)\) ?")
# Where a loan word comes from, such as (fre: atelier); said of a word, not of its meaning.
ORIGIN = re.compile(r" ?\((?:wasei|[a-z]{3}): ?[^()]*\)")
COMMON = "(P)"


@dataclass(frozen=True, slots=True)
class Sense:
    parts: int
    registers: int
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    written: str
    reading: str
    common: bool
    writing: int
    senses: tuple[Sense, ...]


def read_edict(path=EDICT):
    with path.open(encoding="euc_jp") as lines:
        # The first line names the file and its makers.
        next(lines)
        return [entry(line) for line in lines]


def entry(line):
    written, reading, body = LINE.fullmatch(line.rstrip("\n")).groups()
    glosses = [gloss for gloss in body.split("/") if gloss and gloss != COMMON]
    writing, senses = 0, []
    for gloss in glosses:
        parts, registers, text = opening(gloss, len(senses) + 1)
        if text is None:
            if gloss := plain(gloss):
                senses[-1][2].append(gloss)
            continue
        writing |= registers & WRITING_BITS
        senses.append((parts or senses[-1][0], registers & ~WRITING_BITS, [plain(text)]))
    # A sense that is nothing but its loan word's origin says nothing.
    kept = (Sense(parts, registers, tuple(filter(None, glosses))) for parts, registers, glosses in senses)
    return Entry(written, reading or written, body.endswith(f"/{COMMON}/"), writing, tuple(sense for sense in kept if sense.glosses))


def opening(gloss, number):
    """The tags that open sense `number`, and the text after them; no text if this gloss goes on with the sense before."""
    parts, registers, numbered, text = 0, 0, False, gloss
    while match := PARENTHESIS.match(text):
        names = match[1].split(",")
        if match[1] == str(number) and not numbered:
            numbered = True
        elif all(name in PART_BITS or name in REGISTER_BITS for name in names):
            for name in names:
                parts |= PART_BITS.get(name, 0)
                registers |= REGISTER_BITS.get(name, 0)
        else:
            break
        text = text[match.end():]
    return (parts, registers, text) if numbered or number == 1 else (0, 0, None)


def plain(gloss):
    return ORIGIN.sub("", gloss).strip()
