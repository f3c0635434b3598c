"""Every word that local-cloud's model says by topic is the lexicon's, which `Tests/Peers/check_lexicon.py` holds against EDICT."""
from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from aws_clients import KEYS, client
from programs import running
from stack import ROOT

sys.path.append(str(ROOT / "Tests" / "Peers"))
from attestation import romaji
from check_lexicon import LEXICON, Topic, parse

MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
MEMBERS = ("japanese", "kana", "romaji", "english", "example_japanese")
TOPICS, _ = parse(LEXICON.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bedrock() -> Iterator[Any]:
    settings = {"PATH": os.environ["PATH"], "LAME_DUCK_SECONDS": "0", "LOOPS": "1"} | KEYS
    with running("local-cloud", settings, "/api/health") as port:
        yield client(port, "bedrock-runtime")


def said(bedrock: Any, topic: str, count: int) -> list[dict[str, str]]:
    """What the model puts into a tool for so many words on a topic."""
    word = {"type": "object", "required": [*MEMBERS], "properties": {member: {"type": "string"} for member in MEMBERS}}
    words = {"type": "array", "minItems": count, "maxItems": count, "items": word}
    schema = {"type": "object", "required": ["words"], "properties": {"words": words}}
    tool = {"tools": [{"toolSpec": {"name": "save_words", "inputSchema": {"json": schema}}}], "toolChoice": {"tool": {"name": "save_words"}}}
    ask = f"Vocabulary words, please.\ntopic: {topic}"
    answer = bedrock.converse(modelId=MODEL, messages=[{"role": "user", "content": [{"text": ask}]}], toolConfig=tool)
    return answer["output"]["message"]["content"][0]["toolUse"]["input"]["words"]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_topics_words_are_the_lexicons(bedrock: Any, topic: Topic) -> None:
    known = {(word.japanese, word.reading, word.romaji or romaji(word.reading), word.gloss, word.example) for word in topic.words}
    words = said(bedrock, topic.names[1], 15)
    assert len({word["japanese"] for word in words}) == 15
    assert {tuple(word[member] for member in MEMBERS) for word in words} <= known
