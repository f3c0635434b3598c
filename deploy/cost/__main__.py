"""Prints the estimate: python -m cost <folder of templates>."""

import sys
from collections import Counter
from pathlib import Path

from cost.book import prices, usages
from cost.estimate import Line, lines, templates, totals

# How many of the largest items are listed.
LARGEST = 12


def main() -> None:
    known, documents = prices(), templates(Path(sys.argv[1]))
    found = {scenario: list(lines(documents, usage)) for scenario, usage in usages().items()}
    sums = {scenario: totals(some, known) for scenario, some in found.items()}
    row("USD a month", "idle", "100 users")
    for stack in documents:
        if sums["users_100"][stack]:
            row(stack, *(f"{sums[scenario][stack]:.2f}" for scenario in found))
    row("together", *(f"{sums[scenario].total():.2f}" for scenario in found))
    largest(found["users_100"])
    used = {line.price for some in found.values() for line in some}
    unverified = sorted(name for name in used if not known[name].is_verified)
    part = sum(line.quantity * known[line.price].usd for line in found["users_100"] if line.price in unverified)
    print(f"\n{len(unverified)} of {len(used)} prices are unverified, {part:.2f} USD of the second sum: {', '.join(unverified)}")
    print("List prices of us-east-1 without free tiers; quantities are those of deploy/cost/usage.toml, sources stand in deploy/cost/prices.toml.")


def row(name: str, *columns: str) -> None:
    print(f"  {name:<32}" + "".join(f"{column:>12}" for column in columns))


def largest(found: list[Line]) -> None:
    """The items that matter, whatever stack they are in."""
    known = prices()
    items: Counter[str] = Counter()
    for line in found:
        items[line.price] += line.quantity * known[line.price].usd
    print(f"\n  the {LARGEST} largest items at 100 users")
    for price, usd in items.most_common(LARGEST):
        row(known[price].unit, f"{usd:.2f}")


if __name__ == "__main__":
    main()
