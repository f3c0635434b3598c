"""Reads dictionary.bin by its description in Shared/Japanese/Prepare/README.md alone, its names of bits included: a peer of the reader in Swift."""

import mmap
import re
import struct
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "Shared/Japanese/Prepare/README.md"
ENTRIES, BY_READING, SENSES, WORDS, POSTINGS, STRINGS = range(6)
RECORD_SIZES = (32, 4, 16, 16, 4, 1)


@dataclass(frozen=True)
class Sense:
    glosses: list[str]
    parts: set[str]
    registers: set[str]


@dataclass(frozen=True)
class Entry:
    written: str
    reading: str
    senses: list[Sense]
    parts: set[str]
    registers: set[str]
    frequency: int
    accent: int
    level: int
    common: bool
    preferred: bool


def bit_names(heading):
    """The names in the table under a heading of the README, by bit."""
    section = README.read_text(encoding="utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    return {int(bit): name for bit, name in re.findall(r"^\| (\d+) \| ([a-z-]+) \|", section, re.MULTILINE)}


class Dictionary:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.magic, self.version, count, self.size = struct.unpack_from("<8sIIQ", self.bytes)
        self.sections = [struct.unpack_from("<QQ", self.bytes, 24 + 16 * number) for number in range(count)]
        self.parts, self.registers = bit_names("Parts of speech"), bit_names("Registers")

    def count(self, section):
        return self.sections[section][1]

    def record(self, section, layout, index):
        if not 0 <= index < self.count(section):
            raise IndexError(f"section {section} has no record {index}")
        return struct.unpack_from(layout, self.bytes, self.sections[section][0] + RECORD_SIZES[section] * index)

    def raw(self, offset, length):
        start, size = self.sections[STRINGS]
        if offset + length > size:
            raise IndexError(f"{offset} + {length} is beyond the strings")
        return self.bytes[start + offset:start + offset + length]

    def text(self, offset, length):
        return self.raw(offset, length).decode()

    def written(self, index):
        offset, _, length = self.record(ENTRIES, "<IIH", index)
        return self.raw(offset, length)

    def reading(self, index):
        _, offset, _, length = self.record(ENTRIES, "<IIHH", index)
        return self.raw(offset, length)

    def by_reading(self, place):
        return self.record(BY_READING, "<I", place)[0]

    def entry(self, index):
        _, _, _, _, first, parts, registers, count, frequency, accent, level, flags, zero = self.record(ENTRIES, "<IIHHIIIHHBBBB", index)
        assert zero == 0
        return Entry(
            self.written(index).decode(), self.reading(index).decode(), [self.sense(first + number) for number in range(count)],
            named(self.parts, parts), named(self.registers, registers), frequency, accent, level, bool(flags & 1), bool(flags & 2),
        )

    def sense(self, index):
        offset, length, count, parts, registers = self.record(SENSES, "<IHHII", index)
        glosses = self.text(offset, length).split("\n")
        assert len(glosses) == count
        return Sense(glosses, named(self.parts, parts), named(self.registers, registers))

    def look_up(self, written):
        """All entries of a written form."""
        first = lower_bound(self.count(ENTRIES), self.written, written.encode())
        return self.while_equal(first, lambda place: place, self.written, written.encode())

    def read_as(self, reading):
        """All entries with a reading."""
        first = lower_bound(self.count(BY_READING), lambda place: self.reading(self.by_reading(place)), reading.encode())
        return self.while_equal(first, self.by_reading, self.reading, reading.encode())

    def while_equal(self, place, index_at, key, wanted):
        found = []
        while place < self.count(ENTRIES) and key(index_at(place)) == wanted:
            found.append(self.entry(index_at(place)))
            place += 1
        return found

    def word(self, index):
        offset, length, zero, first, count = self.record(WORDS, "<IHHII", index)
        assert zero == 0
        return self.raw(offset, length), first, count

    def postings(self, word):
        """(entry's number, whole gloss, first sense) in the order of the file; nothing for a word that no gloss has."""
        place = lower_bound(self.count(WORDS), lambda place: self.word(place)[0], word.encode())
        if place == self.count(WORDS) or self.word(place)[0] != word.encode():
            return []
        _, first, count = self.word(place)
        found = (self.record(POSTINGS, "<I", first + number)[0] for number in range(count))
        return [(posting & (1 << 30) - 1, bool(posting >> 31), bool(posting >> 30 & 1)) for posting in found]


def named(names, bits):
    return {names[bit] for bit in range(32) if bits >> bit & 1}


def lower_bound(count, key, wanted):
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if key(middle) < wanted:
            low = middle + 1
        else:
            high = middle
    return low
