"""Quantities of a folder of templates, and what they come to."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cost.book import Price, Usage
from cost.charges import PRICED
from cost.quantities import Place


@dataclass(frozen=True)
class Line:
    """So much of a price in a stack."""

    stack: str
    price: str
    quantity: float


def templates(folder: Path) -> dict[str, dict]:
    return {file.name.removesuffix(".template.json"): json.loads(file.read_text()) for file in sorted(folder.glob("*.template.json"))}


def lines(documents: Mapping[str, dict], usage: Usage) -> Iterator[Line]:
    """One for each stack and price of which there is something."""
    for stack, document in documents.items():
        found: Counter[str] = Counter()
        resources = document.get("Resources", {})
        for resource in resources.values():
            if charge := PRICED.get(resource["Type"]):
                found.update(charge(Place(resource.get("Properties", {}), resources), usage))
        yield from (Line(stack, price, quantity) for price, quantity in found.items() if quantity)
    # The public zone stands before the first stack: its id is a parameter.
    yield Line("Domain", "zone", 1)


def totals(found: list[Line], prices: Mapping[str, Price]) -> Counter[str]:
    """USD of each stack."""
    by_stack: Counter[str] = Counter()
    for line in found:
        by_stack[line.stack] += line.quantity * prices[line.price].usd
    return by_stack
