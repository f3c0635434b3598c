#!/usr/bin/env python3
"""Holds the starter vocabulary against EDICT: is every word attested, does its romaji follow from an attested reading, does its English share a word with EDICT's?

    apt-get install edict
    python3 Tests/Peers/check_vocabulary.py [path/to/starter-vocabulary.json]

Prints every disagreement and exits 1 if there is one; exits 2 when EDICT is not installed.
Before it judges anything it proves itself on samples that must fail.

EDICT (Electronic Dictionary Research and Development Group, CC BY-SA 3.0) is only read here; the words and glosses are our own.
"""

import json
import re
import sys
from pathlib import Path

EDICT = Path("/usr/share/edict/edict")
VOCABULARY = Path(__file__).resolve().parents[2] / "Services/lang-portal-api/Resources/starter-vocabulary.json"

# What EDICT does not list whole: its pieces, each attested with its reading, or an ending.
PIECES = {
    "お疲れ様でした": [("お疲れ様", "おつかれさま"), ("でした", "でした")],
    "拝見する": [("拝見", "はいけん"), ("する", "する")],
}
ENDINGS = {"でした"}  # the past of です

# Right by hand though EDICT words them otherwise.
REVIEWED_GLOSSES = {"お疲れ様でした", "拝見する", "一", "や"}

BASIC = dict(zip(
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
    ["a", "i", "u", "e", "o", "ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta", "chi", "tsu", "te", "to", "na", "ni", "nu", "ne", "no", "ha", "hi", "fu", "he", "ho", "ma", "mi", "mu", "me", "mo", "ya", "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa", "o", "ga", "gi", "gu", "ge", "go", "za", "ji", "zu", "ze", "zo", "da", "ji", "zu", "de", "do", "ba", "bi", "bu", "be", "bo", "pa", "pi", "pu", "pe", "po"], strict=True,
))
SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
FOREIGN = {"ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di", "うぃ": "wi", "うぇ": "we", "しぇ": "she", "じぇ": "je", "ちぇ": "che"}


def hiragana(text):
    """Katakana folded to hiragana, so that キツネ and きつね are one reading."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def romaji(kana):
    """Hepburn with vowels doubled as they are typed: がっこう gakkou, コーヒー koohii, てんいん ten'in."""
    kana, out, i, doubled = hiragana(kana), "", 0, False
    while i < len(kana):
        pair, c = kana[i:i + 2], kana[i]
        i += 1
        if c == "っ":
            doubled = True
            continue
        if c == "ー":
            out += out[-1]
            continue
        if c == "ん":
            out += "n'" if i < len(kana) and kana[i] in "あいうえおやゆよ" else "n"
            continue
        if pair in FOREIGN:
            syllable, i = FOREIGN[pair], i + 1
        elif len(pair) == 2 and pair[1] in SMALL:
            stem = BASIC[c][:-1]
            syllable = (stem if stem in ("sh", "ch", "j") else stem + "y") + SMALL[pair[1]]
            i += 1
        elif c in BASIC:
            syllable = BASIC[c]
        else:
            raise ValueError(f"no romaji for {c!r} in {kana}")
        if doubled:
            syllable, doubled = ("t" if syllable.startswith("ch") else syllable[0]) + syllable, False
        out += syllable
    return out


def spelled(kana):
    """The romaji a reading may have: particles keep their sound (は wa, へ e) at the end of a phrase."""
    plain = romaji(kana)
    yield plain
    if kana.endswith("は"):
        yield plain[:-2] + "wa"
    if kana == "へ":
        yield "e"


class Edict:
    """Readings and glosses by headword and by reading, katakana folded."""

    def __init__(self):
        self.readings, self.glosses = {}, {}

    def add(self, head, reading, gloss):
        for key in {hiragana(head), hiragana(reading)}:
            self.readings.setdefault(key, set()).add(hiragana(reading))
            self.glosses.setdefault(key, []).append(gloss)


def load_edict():
    edict = Edict()
    with EDICT.open(encoding="euc_jp", errors="replace") as lines:
        for line in lines:
            match = re.match(r"([^ /]+)(?: \[([^\]]+)\])? /(.*)", line)
            if match:
                edict.add(match.group(1), match.group(2) or match.group(1), match.group(3))
    return edict


def stems(english):
    """The first four letters of each word that carries meaning, so that safe meets safety."""
    return {word[:4] for word in re.findall(r"[a-z]+", english.lower()) if word not in {"to", "a", "of", "the", "and", "in", "on", "for", "be"}}


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


def main():
    if not EDICT.exists():
        print("EDICT is not installed: apt-get install edict", file=sys.stderr)
        return 2
    edict = load_edict()
    prove_itself(edict)
    groups = json.loads(Path(sys.argv[1] if len(sys.argv) > 1 else VOCABULARY).read_text(encoding="utf-8"))
    words = [word for group in groups for word in group["words"]]
    problems = [problem for word in words for problem in problems_of(word, edict)]
    seen = set()
    for word in words:
        if word["japanese"] in seen:
            problems.append(f"{word['japanese']}: listed twice")
        seen.add(word["japanese"])
    for problem in problems:
        print(problem)
    print(f"{len(groups)} groups, {len(words)} words, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
