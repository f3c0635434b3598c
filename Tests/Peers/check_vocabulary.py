#!/usr/bin/env python3
"""Holds the starter vocabulary against EDICT: is every word attested, does its romaji follow from an attested reading, does its English share a word with EDICT's?

    apt-get install edict
    python3 Tests/Peers/check_vocabulary.py [path/to/starter-vocabulary.json]

Prints every disagreement and exits 1 if there is one; exits 2 when EDICT is not installed.
Before it judges anything it proves itself on samples that must fail.

EDICT (Electronic Dictionary Research and Development Group, CC BY-SA 3.0) is only read here; the words and glosses are our own.
"""

import json
import sys
from pathlib import Path

import checking
from attestation import hiragana, romaji, spelled, stems

VOCABULARY = Path(__file__).resolve().parents[2] / "Services/lang-portal-api/Resources/starter-vocabulary.json"

# What EDICT does not list whole: its pieces, each attested with its reading, or an ending.
PIECES = {
    "お疲れ様でした": [("お疲れ様", "おつかれさま"), ("でした", "でした")],
    "拝見する": [("拝見", "はいけん"), ("する", "する")],
}
ENDINGS = {"でした"}  # the past of です

# Right by hand though EDICT words them otherwise.
REVIEWED_GLOSSES = {"お疲れ様でした", "拝見する", "一", "や"}


def problems_of(word, edict):
    japanese, written = word["japanese"], word["romaji"].replace(" ", "")
    if japanese in PIECES:
        yield from problems_of_pieces(japanese, written, edict)
        return
    readings = edict.readings.get(hiragana(japanese))
    if not readings:
        yield f"{japanese}: not in EDICT"
    elif not any(written == candidate for reading in readings for candidate in spelled(reading)):
        yield f"{japanese}: romaji {word['romaji']!r}, but EDICT reads {sorted(romaji(r) for r in readings)}"
    elif japanese not in REVIEWED_GLOSSES and not stems(word["english"]) & stems(" ".join(edict.glosses[hiragana(japanese)])):
        yield f"{japanese}: {word['english']!r} shares no word with EDICT's glosses"


def problems_of_pieces(japanese, written, edict):
    pieces = PIECES[japanese]
    if "".join(piece for piece, _ in pieces) != japanese:
        yield f"{japanese}: its pieces do not add up"
    for piece, reading in pieces:
        if piece not in ENDINGS and reading not in edict.readings.get(hiragana(piece), ()):
            yield f"{japanese}: {piece} [{reading}] is not in EDICT"
    if "".join(romaji(reading) for _, reading in pieces) != written:
        yield f"{japanese}: romaji {written!r}, but its pieces read {''.join(romaji(reading) for _, reading in pieces)!r}"


def prove_itself(edict):
    must_fail = [("猫", "inu", "cat"), ("学校", "gakkoo", "school"), ("店員", "tenin", "shop assistant"), ("町", "mati", "town"), ("ぬるぽん語", "nurupongo", "word"), ("猫", "neko", "dog")]
    for japanese, written, english in must_fail:
        if not list(problems_of({"japanese": japanese, "romaji": written, "english": english}, edict)):
            sys.exit(f"the check is broken: {japanese} passed as {written}, {english}")


def judge(text, edict):
    groups = json.loads(text)
    words = [word for group in groups for word in group["words"]]
    problems = [problem for word in words for problem in problems_of(word, edict)]
    seen = set()
    for word in words:
        if word["japanese"] in seen:
            problems.append(f"{word['japanese']}: listed twice")
        seen.add(word["japanese"])
    return f"{len(groups)} groups, {len(words)} words", problems


if __name__ == "__main__":
    sys.exit(checking.run(VOCABULARY, prove_itself, judge))
