"""IPADIC's grammar: identifiers of parts of speech, and costs of connections."""

import struct
from pathlib import Path

from mecab import IPADIC

# As its makers ship it, in EUC-JP; what is in IPADIC is made of it.
SOURCE = Path("/usr/share/mecab/dic/ipadic")
BOUNDARY = 0


def identifiers():
    """The features of a part of speech → its identifier, which is the same on the left and on the right."""
    with (SOURCE / "left-id.def").open(encoding="euc_jp") as lines:
        return {features: int(number) for number, features in (line.split() for line in lines)}


class Connections:
    def __init__(self):
        content = (IPADIC / "matrix.bin").read_bytes()
        self.lefts, rights = struct.unpack_from("<HH", content)
        self.costs = struct.unpack_from(f"<{self.lefts * rights}h", content, 4)

    def alone(self, left, right):
        """What it costs a word of this kind to stand between the beginning and the end of a text."""
        return self.costs[BOUNDARY + self.lefts * left] + self.costs[right + self.lefts * BOUNDARY]
