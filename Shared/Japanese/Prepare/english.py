"""The words of a gloss by which it is found."""

import re
import unicodedata

# Found only in glosses that consist of nothing else: 'this' finds これ.
STOP_WORDS = frozenset(
    "a an and are as at be by do eg esp etc for from ie in into is it its of on one ones oneself or out "
    "someone somebody something that the this to up with you your".split()
)
PARENTHESES = re.compile(r"\([^()]*\)")
POSSESSIVE = re.compile(r"['’]s\b")
WORD = re.compile(r"[a-z0-9]+")


def head_words(gloss):
    """In the order of the gloss, each once: lower case, without accents, parentheses, possessive endings and stop words."""
    text = PARENTHESES.sub(" ", gloss)
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    words = dict.fromkeys(WORD.findall(POSSESSIVE.sub("", bare).replace("'", "")))
    heads = [word for word in words if word not in STOP_WORDS]
    return heads or list(words)
