#!/usr/bin/env python3
"""Prepares the dictionary and the readings that Shared/Japanese opens: prepare.py <folder>. README.md describes both files."""

import gc
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import accent
import dictionary
import english
import frequency
import readings
from edict import Entry, read_edict
from mecab import hiragana
from tags import REGISTER_BITS


@dataclass(frozen=True, slots=True)
class Row:
    """An entry and what other sources know of it."""

    entry: Entry
    frequency: int
    level: int
    accent: int
    preferred: bool


def rows(entries):
    """Sorted as the file is: by written form; of one form the common and the usual reading first."""
    table = frequency.frequencies({entry.written for entry in entries if entry.common})
    frequency_by_word = {}
    for entry in entries:
        frequency_by_word[entry.written] = max(frequency_by_word.get(entry.written, 0), frequency_of(entry, table))
    level_by_word = frequency.levels(frequency_by_word)
    # It is asked about words that are met; the others are most of the dictionary and most of the time.
    met = {entry.written for entry in entries if entry.common} | {word for word, frequency in frequency_by_word.items() if frequency}
    spoken_by_word = {written: accent.spoken(written) for written in met}
    found = []
    for entry in entries:
        spoken = spoken_by_word.get(entry.written, accent.UNMET)
        preferred = spoken.reading == hiragana(entry.reading)
        # Of a rare word only what is known of it whole: the rules for compounds guess.
        nucleus = spoken.accent if preferred and (entry.common or spoken.whole) else accent.UNKNOWN
        found.append(Row(entry, frequency_by_word[entry.written], level_by_word[entry.written], nucleus, preferred))
    # Python's sort keeps EDICT's order among equals.
    return sorted(found, key=lambda row: (row.entry.written.encode(), not row.entry.common, not row.preferred))


def frequency_of(entry, table):
    """Of the written form; a common word that is usually written in kana is met as those."""
    found = frequency.frequency_of(entry.written, table)
    if entry.common and entry.senses[0].registers & REGISTER_BITS["uk"]:
        found = max(found, frequency.frequency_of(entry.reading, table))
    return found


def english_words(rows):
    """Every head word with its entries, the likeliest first: whole glosses, common entries, first senses, frequent words."""
    found = {}
    for index, row in enumerate(rows):
        for word, bits in word_bits(row.entry).items():
            found.setdefault(word, []).append(index | bits)
    for word in sorted(found):
        yield word, sorted(found[word], key=lambda posting: likelihood(posting, rows))


def word_bits(entry):
    bits = {}
    for number, sense in enumerate(entry.senses):
        for gloss in sense.glosses:
            words = english.head_words(gloss)
            bit = dictionary.WHOLE_GLOSS * (len(words) == 1) | dictionary.FIRST_SENSE * (number == 0)
            for word in words:
                # Both bits of one gloss or of another, whichever says more.
                bits[word] = max(bits.get(word, 0), bit)
    return bits


def likelihood(posting, rows):
    index = posting & (dictionary.FIRST_SENSE - 1)
    row = rows[index]
    return not posting & dictionary.WHOLE_GLOSS, not row.entry.common, not posting & dictionary.FIRST_SENSE, -row.frequency, index


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    # Millions of small values, none of which is garbage before the end.
    gc.disable()
    began = time.monotonic()
    found = rows(read_edict())
    content = dictionary.laid_out(found, list(english_words(found)))
    (folder / "dictionary.bin").write_bytes(content)
    count = readings.prepare(folder / "readings.dic", found)
    print(f"{len(found)} entries in {len(content)} bytes, {count} readings, {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()
