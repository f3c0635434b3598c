"""Every word that local-cloud's model says by topic is held against EDICT: attested as it is written, with its reading and each of its meanings."""
from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from aws_clients import KEYS, client
from programs import running
from stack import ROOT

sys.path.append(str(ROOT / "Tests" / "Peers"))
from attestation import EDICT, hiragana, spelled, stems
from check_vocabulary import ENDINGS, PIECES

MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
STARTER = ROOT / "Services" / "lang-portal-api" / "Resources" / "starter-vocabulary.json"
FURTHER = ROOT / "Services" / "local-cloud" / "Model" / "Data" / "FurtherVocabulary.swift"
MEMBERS = ("japanese", "kana", "romaji", "english")


@cache
def groups() -> dict[str, set[str]]:
    """The words of every group, from the files that the program carries."""
    found = {group["group_name"]: {word["japanese"] for word in group["words"]} for group in json.loads(STARTER.read_text(encoding="utf-8"))}
    words: set[str] = set()
    for line in FURTHER.read_text(encoding="utf-8").splitlines():
        if head := re.match(r" +# (.+?):", line):
            words = found[head[1]] = set()
        elif line.count("|") == 4:
            words.add(line.strip().split("|")[0])
    return found


@pytest.fixture(scope="module")
def bedrock() -> Iterator[Any]:
    settings = {"PATH": os.environ["PATH"], "LAME_DUCK_SECONDS": "0", "LOOPS": "1"} | KEYS
    with running("local-cloud", settings, "/api/health") as port:
        yield client(port, "bedrock-runtime")


def fact(bedrock: Any, text: str, schema: dict) -> dict:
    """What the model puts into a tool of this schema."""
    tool = {"tools": [{"toolSpec": {"name": "save_words", "inputSchema": {"json": schema}}}], "toolChoice": {"tool": {"name": "save_words"}}}
    answer = bedrock.converse(modelId=MODEL, messages=[{"role": "user", "content": [{"text": text}]}], toolConfig=tool)
    return answer["output"]["message"]["content"][0]["toolUse"]["input"]


@pytest.fixture(scope="module")
def said(bedrock: Any) -> list[dict[str, str]]:
    """Every word of every group as the model says it: by its topic, or, as of two with the same meaning it says one, when asked for its reading."""
    word = {"type": "object", "required": [*MEMBERS], "properties": {member: {"type": "string"} for member in MEMBERS}}
    found: list[dict[str, str]] = []
    for name, members in groups().items():
        words = {"type": "array", "minItems": len(members), "maxItems": len(members), "items": word}
        listed = fact(bedrock, f"Vocabulary words, please.\ntopic: {name}", {"type": "object", "required": ["words"], "properties": {"words": words}})["words"]
        found += listed
        found += [fact(bedrock, f"What is the reading of 「{other}」?", word) for other in sorted(members - {word["japanese"] for word in listed})]
    return found


# Attested in another wording, or a meaning that EDICT gives to the word in a sentence; looked at one by one.
REVIEWED = {
    ("お菓子", "snacks"),
    ("おじいさん", "old man"),
    ("か", "question marker"),
    ("サッカー", "football"),
    ("や", "and (among others)"),
    ("下手", "bad at"),
    ("丈夫", "sturdy"),
    ("乗る", "to ride"),
    ("全部", "everything"),
    ("家", "home"),
    ("怖い", "afraid"),
    ("拝見する", "to see"),
    ("暇", "not busy"),
    ("真面目", "diligent"),
    ("運動", "sport"),
    ("頑張って", "good luck"),
}


class Readings:
    """EDICT's glosses by what is written and how it is read."""

    def __init__(self) -> None:
        self.glosses: dict[tuple[str, str], list[str]] = {}
        with EDICT.open(encoding="euc_jp", errors="replace") as lines:
            for line in lines:
                if match := re.match(r"([^ /]+)(?: \[([^\]]+)\])? /(.*)", line):
                    reading = hiragana(match[2] or match[1])
                    # A word may be written in kana alone.
                    for head in {hiragana(match[1]), reading}:
                        self.glosses.setdefault((head, reading), []).append(match[3])

    def pieces(self, word: dict[str, str]) -> list[tuple[str, str]]:
        return PIECES.get(word["japanese"], [(word["japanese"], hiragana(word["kana"]))])

    def misread(self, word: dict[str, str]) -> Iterator[str]:
        """What is wrong with how the word is read."""
        japanese, kana, romaji = word["japanese"], word["kana"], word["romaji"]
        if romaji.replace(" ", "") not in spelled(kana):
            yield f"{japanese} [{kana}]: romaji {romaji}"
        if "".join(reading for _, reading in self.pieces(word)) != hiragana(kana):
            yield f"{japanese} [{kana}]: read otherwise than its pieces"
        for piece, reading in self.pieces(word):
            if piece not in ENDINGS and (hiragana(piece), reading) not in self.glosses:
                yield f"{japanese} [{kana}]: EDICT does not read {piece} so"

    def unattested(self, word: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Meanings that share no word with those of EDICT for this very reading."""
        attested = "/".join(gloss for piece, reading in self.pieces(word) for gloss in self.glosses.get((hiragana(piece), reading), []))
        for gloss in map(str.strip, word["english"].split(";")):
            # Of “to be” no word carries meaning: it must be there as it is.
            is_attested = bool(stems(gloss) & stems(attested)) if stems(gloss) else re.search(rf"\b{gloss}\b", attested)
            if not is_attested:
                yield word["japanese"], gloss


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings()


@pytest.mark.parametrize(
    "wrong",
    [
        ("猫", "いぬ", "inu", "cat"),
        ("猫", "ねこ", "inu", "cat"),
        ("猫", "ねこ", "neko", "dog"),
        ("猫", "ねこ", "neko", "cat; dog"),
        ("続く", "つずく", "tsuzuku", "to continue"),
        ("今日", "きょお", "kyoo", "today"),
        ("ぬるぽん語", "ぬるぽんご", "nurupongo", "word"),
        ("拝見する", "はいけんした", "haiken shita", "to see"),
    ],
)
def test_the_check_itself_finds_what_is_wrong(readings: Readings, wrong: tuple[str, ...]) -> None:
    word = dict(zip(MEMBERS, wrong, strict=True))
    assert [*readings.misread(word), *readings.unattested(word)]


def test_every_word_is_read_as_it_is_attested(said: list, readings: Readings) -> None:
    assert {word["japanese"] for word in said} >= set().union(*groups().values())
    assert {problem for word in said for problem in readings.misread(word)} == set()


def test_every_meaning_is_attested_or_was_looked_at(said: list, readings: Readings) -> None:
    assert {gloss for word in said for gloss in readings.unattested(word)} == REVIEWED
