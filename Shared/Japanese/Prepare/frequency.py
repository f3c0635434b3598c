"""How often a word is met: wordfreq's Japanese list as Zipf × 100, inflected forms counted for the word they are forms of."""

import gzip
import importlib.util
import math
import unicodedata
from pathlib import Path

import msgpack
from mecab import analyse

# The last rank of levels 1 to 4; what is rarer, but known, is level 5.
LAST_RANKS = (1_000, 2_500, 5_000, 10_000)
INFLECTED = ("動詞", "形容詞")


def wordfreq_list():
    """Read from the package's data: importing it would want a tokenizer."""
    folder = Path(importlib.util.find_spec("wordfreq").origin).parent
    with gzip.open(folder / "data/large_ja.msgpack.gz") as file:
        _, *buckets = msgpack.load(file)
    # The words of bucket n have the frequency 10^(−n / 100).
    return {word: 900 - index for index, bucket in enumerate(buckets) for word in bucket}


def frequencies(wanted):
    """wordfreq's list, with an estimate for each of the `wanted` words that it lacks."""
    surfaces = wordfreq_list()
    sums = {}
    for (word, zipf), morphemes in zip(surfaces.items(), analyse(surfaces), strict=True):
        lemma = morphemes[0].base if len(morphemes) == 1 and morphemes[0].features.startswith(INFLECTED) else word
        for key in {word, lemma}:
            sums.setdefault(key, []).append(zipf)
    found = {word: joined(zipfs) for word, zipfs in sums.items()}
    lacking = sorted({word for word in map(normal, wanted) if word not in found})
    for word, morphemes in zip(lacking, analyse(lacking), strict=True):
        pieces = [surfaces.get(morpheme.surface, 0) for morpheme in morphemes]
        if len(pieces) > 1 and all(pieces):
            found[word] = estimated(pieces)
    return found


def joined(zipfs):
    return zipfs[0] if len(zipfs) == 1 else round(100 * math.log10(math.fsum(10 ** (zipf / 100) for zipf in zipfs)))


def estimated(zipfs):
    """As wordfreq does for words of several pieces: the harmonic sum of theirs, and a tenth of it for each seam."""
    together = -100 * math.log10(math.fsum(10 ** (-zipf / 100) for zipf in zipfs))
    return max(0, round(together - 100 * (len(zipfs) - 1)))


def frequency_of(written, table):
    return table.get(normal(written), 0)


def normal(word):
    """As the words of wordfreq's list are written."""
    return unicodedata.normalize("NFKC", word).lower()


def levels(frequency_by_word):
    """Word → 1 (met most often) to 5, 0 where the frequency is unknown."""
    ranked = sorted((word for word, frequency in frequency_by_word.items() if frequency), key=lambda word: (-frequency_by_word[word], word))
    levels = dict.fromkeys(frequency_by_word, 0)
    for rank, word in enumerate(ranked, start=1):
        levels[word] = 1 + sum(rank > last for last in LAST_RANKS)
    return levels
