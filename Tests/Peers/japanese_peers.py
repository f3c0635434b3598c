"""How other programs read Japanese, each answer in the form that ours has.

pykakasi has a dictionary of its own, cutlet reads by UniDic, Open JTalk by its own; jaconv and wanakana know kana alone.
"""

import contextlib
import os
import re
from functools import cache

import cutlet
import jaconv
import pykakasi
import wanakana

# It greets on standard output.
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    import pyopenjtalk

KAKASI = pykakasi.kakasi()
# Particles as they sound, which pykakasi spells as they are written.
CUTLET = cutlet.Cutlet(use_foreign_spelling=False, ensure_ascii=False)
CUTLET.use_wo = False
PARTICLES = {"は": "wa", "へ": "e", "を": "o"}


def hiragana(text):
    return jaconv.kata2hira(text)


def lengthened(letters):
    """ー as the vowel before it."""
    return re.sub(r"([aiueo])-", r"\1\1", letters)


def spelled_by_cutlet(kana):
    """None of signs that it does not know."""
    try:
        return lengthened(CUTLET.map_kana(hiragana(kana)))
    except KeyError:
        return None


@cache
def kakasi(text):
    return KAKASI.convert(text)


@cache
def unidic(text):
    return CUTLET.tagger(text)


def syllabaries(kana):
    """In hiragana and in katakana."""
    return {
        "pykakasi": " ".join("".join(piece[name] for piece in kakasi(kana)) for name in ("hira", "kana")),
        "jaconv": f"{jaconv.kata2hira(kana)} {jaconv.hira2kata(kana)}",
    }


def romaji_of_kana(kana):
    # を sounds as お, and wo is how it is typed.
    sound = hiragana(kana).replace("を", "お")
    by_jaconv = lengthened(jaconv.kana2alphabet(sound)).replace("cch", "tch")
    return {
        "pykakasi": "".join(piece["hepburn"] for piece in kakasi(sound)),
        "cutlet": spelled_by_cutlet(sound),
        "jaconv": by_jaconv if by_jaconv.isascii() else None,
        "wanakana": lengthened(wanakana.to_romaji(sound)),
    }


def typed(letters):
    return {"jaconv": jaconv.alphabet2kana(letters), "wanakana": wanakana.to_hiragana(letters)}


def reading(text):
    """In hiragana, as it is spelled."""
    return {
        "pykakasi": "".join(piece["hira"] for piece in kakasi(text)),
        "UniDic": hiragana("".join(word.feature.kana or word.surface for word in unidic(text))),
    }


def romaji(text):
    """Without spaces: where words end is a matter of taste."""
    return {
        "pykakasi": "".join(PARTICLES.get(piece["orig"], piece["hepburn"]) for piece in kakasi(text)).replace(" ", ""),
        "cutlet": CUTLET.romaji(text, capitalize=False).replace(" ", ""),
    }


def spoken_by_open_jtalk(text):
    """None of some characters, such as 乍, which it leaves to another tokenizer."""
    try:
        words = pyopenjtalk.run_frontend(text, use_sudachi_kanji_yomi=False, predict_nani=False)
    except ModuleNotFoundError:
        return None
    return "".join(word["pron"] for word in words).replace("’", "")


def long_vowels(text):
    """In Latin letters, long vowels as two: both tell where they are. ei is long for them, and two sounds for us."""
    spoken = {"UniDic": "".join(word.feature.pron or word.surface for word in unidic(text)), "Open JTalk": spoken_by_open_jtalk(text)}
    letters = {peer: kana and spelled_by_cutlet(kana) for peer, kana in spoken.items()}
    return {peer: spelled and spelled.replace("ei", "ee") for peer, spelled in letters.items()}
