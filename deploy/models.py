"""The table of language models that the Swift code embeds, for permissions: which exist, where they run, who succeeds the retired."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parents[1] / "Sources" / "AWS" / "Models" / "bedrock-models.json"


@dataclass(frozen=True)
class Model:
    """A row of the table, as far as permissions need it."""

    id: str
    # What a request names: the id, or an inference profile's, which may run the model in any of its regions.
    invocation_id: str
    regions: tuple[str, ...]
    state: str
    successor: str | None

    @property
    def has_profile(self) -> bool:
        return self.invocation_id != self.id


def load(file: Path = FILE) -> dict[str, Model]:
    """All models by id, in the order of the table."""
    rows = json.loads(file.read_text())
    return {row["id"]: Model(row["id"], row["invocation_id"], tuple(row["regions"]), row["state"], row["successor"]) for row in rows}


def living(ids: Iterable[str]) -> list[Model]:
    """For each id the model that is called: itself, or the end of its line of successors; every one once."""
    table = load()
    return list({model.id: model for id in ids for model in [resolve(table, id)]}.values())


def resolve(table: dict[str, Model], id: str) -> Model:
    model = table[id]
    for _ in table:
        if model.state != "retired":
            return model
        if model.successor is None:
            raise ValueError(f"{id} is retired and the table names no successor that lives")
        model = table[model.successor]
    raise ValueError(f"the successors of {id} go round in a circle")
