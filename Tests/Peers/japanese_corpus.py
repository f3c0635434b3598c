"""What our reading of Japanese and that of other programs are compared on: tables of kana, the lexicon, the dictionary's usual words."""

import re

from check_lexicon import LEXICON, parse
from dictionary_reader import ENTRIES, Dictionary
from test_dictionary import DATA

PLAIN = "あいうえおかきくけこがぎぐげごさしすせそざじずぜぞたちつてとだぢづでどなにぬねのはひふへほばびぶべぼぱぴぷぺぽまみむめもやゆよらりるれろわを"
CONTRACTED = [sign + small for sign in "きぎしじちぢにひびぴみり" for small in "ゃゅょ"]
FOREIGN = (
    "ふぁ ふぃ ふぇ ふぉ ふゅ てぃ でぃ とぅ どぅ てゅ でゅ うぃ うぇ うぉ いぇ "
    "ゔぁ ゔぃ ゔぇ ゔぉ ゔゅ ゔ しぇ じぇ ちぇ つぁ つぃ つぇ つぉ すぃ ずぃ くぁ くぃ くぇ くぉ ぐぁ"
).split()
SMALL = "ぁぃぅぇぉゃゅょゎっ"
BEATS = [*PLAIN, *CONTRACTED, *FOREIGN]
LETTERED = re.compile(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ]")


def katakana(kana):
    return "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in kana)


def kana_table():
    """Every beat by itself, doubled, behind ん, made long in each way, in both syllabaries."""
    texts = [*BEATS, *SMALL, "ん", "ー"]
    texts += [f"か{beat}" for beat in SMALL]
    texts += [f"っ{beat}" for beat in BEATS] + [f"あっ{beat}" for beat in BEATS]
    texts += [f"ん{beat}" for beat in BEATS] + [f"ほん{beat}" for beat in BEATS]
    texts += [beat + length for beat in BEATS for length in "あいうえおー"] + [f"{beat}んー" for beat in PLAIN]
    return texts + [katakana(text) for text in texts]


def lexicon():
    """The words of the lexicon, and their examples, each with its reading."""
    words = [word for topic in parse(LEXICON.read_text(encoding="utf-8"))[0] for word in topic.words]
    return {word.japanese: word.reading for word in words}, {word.example: word.example_reading for word in words}


def usual_words():
    """The dictionary's words of the three first levels, each with its common readings."""
    dictionary, words = Dictionary(DATA / "dictionary.bin"), {}
    for index in range(dictionary.count(ENTRIES)):
        entry = dictionary.entry(index)
        if entry.common and 1 <= entry.level <= 3 and not LETTERED.search(entry.written):
            words.setdefault(entry.written, []).append(entry.reading)
    return words
