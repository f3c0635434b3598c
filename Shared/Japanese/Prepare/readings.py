"""The words that MeCab misreads, as a user dictionary beside IPADIC."""

import subprocess

from counters import MULTIPLES, counted
from ipadic import Connections, identifiers
from mecab import IPADIC, analyse, hiragana, paths, reading
from misreadings import KANJI, as_one_word, misread
from word import plain_word

# How much cheaper a word is than what MeCab has found in its place: enough to win in a sentence, too little to break another.
# It grows with the square of the length, so that 四月一日 beats 四月 and 一日 together.
MARGIN_PER_SQUARE, LARGEST_MARGIN = 300, 4000
# A repair may break something else.
ROUNDS = 2


def words(rows):
    other_words = others(rows)
    numbers = {written: kana for written, kana in counted().items() if written not in other_words}
    yield from misread(rows, numbers)
    for written, kana in numbers.items():
        yield plain_word(written, "名詞,数" if written in MULTIPLES else "名詞,副詞可能", kana)


def others(rows):
    """What looks like a number with a counter, but is another word: 万歳."""
    readings = {}
    for row in rows:
        readings.setdefault(row.entry.written, set()).add(hiragana(row.entry.reading))
    return {written for written, kana in counted().items() if kana not in readings.get(written, {kana}) and not written.endswith("分")}


def prepare(path, rows):
    """Writes them, and returns their number; what they break that MeCab alone reads right becomes a word, too."""
    readings, entries = {}, {}
    for row in rows:
        if KANJI.search(row.entry.written):
            readings.setdefault(row.entry.written, set()).add(hiragana(row.entry.reading))
            entries.setdefault((row.entry.written, hiragana(row.entry.reading)), row.entry)
    right = {}
    for (written, known), morphemes in zip(readings.items(), analyse(readings), strict=True):
        if reading(morphemes) in known:
            right[written] = entries[written, reading(morphemes)]
    found = list(words(rows))
    write(path, found)
    for _ in range(ROUNDS):
        broken = [right[written] for written, morphemes in zip(right, analyse(right, path), strict=True) if reading(morphemes) not in readings[written]]
        repairs = {word for entry in broken for word in as_one_word(entry)} - set(found)
        found += repairs
        write(path, found)
    return len(found)


def write(path, words):
    """Compiles them; the table of words stands beside the dictionary."""
    table = path.with_suffix(".csv")
    table.write_text("".join(row + "\n" for row in table_rows(words)), encoding="utf-8")
    command = ["/usr/lib/mecab/mecab-dict-index", "-d", str(IPADIC), "-u", str(path), "-f", "utf-8", "-t", "utf-8", str(table)]
    subprocess.run(command, check=True, capture_output=True)


def table_rows(words):
    """Each word stands beside others as what MeCab has found in its place; what inflects, and one character, as their kind does."""
    numbers, connections = identifiers(), Connections()
    surfaces = sorted({word.surface for word in words})
    path_of = dict(zip(surfaces, paths(surfaces), strict=True))
    for word in sorted(set(words), key=lambda word: (word.surface, word.features, word.reading)):
        path = path_of[word.surface]
        by_kind = word.inflected or len(word.surface) == 1
        left, right = (numbers[word.features + ",*"],) * 2 if by_kind else (path.left, path.right)
        cost = path.cost - connections.alone(left, right) - min(MARGIN_PER_SQUARE * len(word.surface) ** 2, LARGEST_MARGIN)
        yield f"{word.surface},{left},{right},{cost},{word.features},{word.base},{word.reading},{word.pronunciation}"
