"""A row of the user dictionary, in IPADIC's terms."""

import re
from dataclasses import dataclass

# ウ that only lengthens the vowel before it.
LONG = re.compile("(?<=[オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズブプュ])ウ")


@dataclass(frozen=True, slots=True)
class Word:
    surface: str
    features: str
    base: str
    reading: str
    pronunciation: str
    # Whether its kind decides how it stands beside others; otherwise what MeCab has found in its place does.
    inflected: bool = False


def plain_word(written, features, kana, spoken_particle=False):
    reading = katakana(kana)
    spoken = pronounced(reading)
    if spoken_particle and written.endswith("は") and spoken.endswith("ハ"):
        spoken = spoken[:-1] + "ワ"
    return Word(written, padded(features), written, reading, spoken)


def padded(features):
    """The six features of a part of speech."""
    return ",".join([*features.split(","), *"*****"][:6])


def katakana(text):
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def pronounced(kana):
    """As IPADIC writes it: ガッコー, but センセイ."""
    return LONG.sub("ー", kana).translate(str.maketrans("ヅヂ", "ズジ"))
