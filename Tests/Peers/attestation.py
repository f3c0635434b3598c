"""EDICT for the checks that stand beside this file: which readings and meanings a written form has, how kana is romanised, which words two glosses share.

EDICT (Electronic Dictionary Research and Development Group, CC BY-SA 3.0; `apt-get install edict`) is only read here.
"""

import re
from pathlib import Path

EDICT = Path("/usr/share/edict/edict")

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
        self.readings, self.glosses, self.entries = {}, {}, {}

    def add(self, head, reading, gloss):
        reading = hiragana(reading)
        for key in {hiragana(head), reading}:
            self.readings.setdefault(key, set()).add(reading)
            self.glosses.setdefault(key, []).append(gloss)
            self.entries.setdefault((key, reading), []).append(gloss)


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
