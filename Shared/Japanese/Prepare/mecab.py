"""Asks MeCab with IPADIC, always the one dictionary: Debian's alternative may point elsewhere."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

IPADIC = Path("/var/lib/mecab/dic/ipadic-utf8")


@dataclass(frozen=True, slots=True)
class Morpheme:
    surface: str
    features: str
    base: str
    reading: str


def analyse(texts, user_dictionary=None):
    """The morphemes of each text; a text holds no line break."""
    user = ["-u", str(user_dictionary)] if user_dictionary else []
    output = mecab(texts, "-F", "%m\t%H\n", "-U", "%m\t%H\n", "-E", "\n", *user)
    return [[morpheme(line) for line in lines] for lines in sentences(output)]


@dataclass(frozen=True, slots=True)
class Path:
    """What the best reading of a whole text costs, and what it looks like from its left and from its right."""

    cost: int
    left: int
    right: int


def paths(texts):
    lines = mecab(texts, "-F", "%phl %phr ", "-U", "%phl %phr ", "-E", "%pc\n").splitlines()
    return [Path(int(numbers[-1]), int(numbers[0]), int(numbers[-2])) for numbers in map(str.split, lines)]


def mecab(texts, *options):
    command = ["mecab", "-r", "/dev/null", "-d", str(IPADIC), *options]
    return subprocess.run(command, input="".join(text + "\n" for text in texts), capture_output=True, text=True, encoding="utf-8", check=True).stdout


def sentences(output):
    lines = []
    for line in output.splitlines():
        if not line:
            yield lines
            lines = []
        else:
            lines.append(line)


def morpheme(line):
    surface, features = line.split("\t")
    fields = features.split(",")
    known = len(fields) > 7
    return Morpheme(surface, features, fields[6] if fields[6] != "*" else surface, fields[7] if known else surface)


def reading(morphemes):
    return hiragana("".join(morpheme.reading for morpheme in morphemes))


def hiragana(text):
    """Katakana folded to hiragana, so that イヌ and いぬ are one reading."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" or c in "ヽヾ" else c for c in text)
