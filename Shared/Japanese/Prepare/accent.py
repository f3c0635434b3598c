"""Reading and pitch accent of single words by Open JTalk's front end."""

import contextlib
import os
from dataclasses import dataclass

from mecab import hiragana

UNKNOWN = 255

# It greets on standard output.
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    import pyopenjtalk


@dataclass(frozen=True, slots=True)
class Spoken:
    """How it reads a word: in hiragana; after which mora the pitch falls (0: nowhere); whether its dictionary has the word whole."""

    reading: str
    accent: int
    whole: bool


UNMET = Spoken("", UNKNOWN, False)


def spoken(written):
    try:
        features = pyopenjtalk.run_frontend(written, use_sudachi_kanji_yomi=False, predict_nani=False)
    except ModuleNotFoundError:
        # Some characters, such as 乍, it leaves to another tokenizer.
        features = []
    reading = hiragana("".join(feature["read"] for feature in features))
    whole = len(features) == 1 and features[0]["chain_rule"] != "*"
    return Spoken(reading, accent_of(features), whole)


def accent_of(features):
    """Of one accent phrase; of several there is no one accent."""
    if not features or any(feature["chain_flag"] != 1 for feature in features[1:]):
        return UNKNOWN
    accent = features[0]["acc"]
    return accent if 0 <= accent <= sum(feature["mora_size"] for feature in features) else UNKNOWN
