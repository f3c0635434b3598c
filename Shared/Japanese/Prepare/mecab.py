"""Asks MeCab with IPADIC, always the one dictionary: Debian's alternative may point elsewhere."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

IPADIC = Path("/var/lib/mecab/dic/ipadic-utf8")


@dataclass(frozen=True, slots=True)
class Morpheme:
    surface: str
    part: str
    base: str
    reading: str
    path_cost: int


def analyse(texts, user_dictionary=None):
    """The morphemes of each text; a text holds no line break."""
    command = ["mecab", "-r", "/dev/null", "-d", str(IPADIC), "-F", "%m\t%pc\t%H\n", "-U", "%m\t%pc\t%H\n", "-E", "EOS\t%pc\n"]
    if user_dictionary:
        command += ["-u", str(user_dictionary)]
    output = subprocess.run(command, input="".join(text + "\n" for text in texts), capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [[morpheme(line) for line in lines] for lines in sentences(output)]


def sentences(output):
    lines = []
    for line in output.splitlines():
        if line.startswith("EOS\t"):
            yield lines
            lines = []
        else:
            lines.append(line)


def morpheme(line):
    surface, cost, features = line.split("\t")
    fields = features.split(",")
    known = len(fields) > 7
    return Morpheme(surface, ",".join(fields[:2]), fields[6] if fields[6] != "*" else surface, fields[7] if known else surface, int(cost))


def reading(morphemes):
    return hiragana("".join(morpheme.reading for morpheme in morphemes))


def hiragana(text):
    """Katakana folded to hiragana, so that イヌ and いぬ are one reading."""
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" or c in "ヽヾ" else c for c in text)
