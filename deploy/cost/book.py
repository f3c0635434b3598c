"""Prices and quantities, as the files beside this one have them."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from config.models import Models

HERE = Path(__file__).parent
TABLE = HERE.parents[1] / "Sources" / "AWS" / "Models" / "bedrock-models.json"


@dataclass(frozen=True)
class Price:
    usd: float
    unit: str
    source: str
    date: str

    @property
    def is_verified(self) -> bool:
        return bool(self.source)


@dataclass(frozen=True)
class Usage:
    """What a month holds; each quantity stands in usage.toml with what it is."""

    busy_hours: float
    requests_millions: float
    balancer_units: float
    nat_gigabytes: float
    endpoint_gigabytes: float
    transfer_gigabytes: float
    cdn_gigabytes: float
    flow_log_gigabytes: float
    service_log_gigabytes: float
    other_log_gigabytes: float
    service_metrics: float
    insights_metrics: float
    database_gigabytes: float
    database_io_millions: float
    snapshot_gigabytes: float
    active_users: float
    key_requests_10k: float
    bucket_gigabytes: float
    bucket_writes_1k: float
    bucket_reads_1k: float
    uploads_millions: float
    image_gigabytes: float
    deployments: float
    tokens_in_millions: float
    tokens_out_millions: float
    spoken_millions: float


def prices() -> dict[str, Price]:
    """All by name; the text model's are those of the table that the services embed."""
    listed = tomllib.loads((HERE / "prices.toml").read_text())
    return {name: Price(row["usd"], row["unit"], row["source"], str(row["date"])) for name, row in listed.items()} | model_prices()


def model_prices() -> dict[str, Price]:
    rows = {row["id"]: row["price"] for row in json.loads(TABLE.read_text())}
    price = rows[Models().text[0]]
    source = price["source"] if price["is_verified"] else ""
    return {
        f"tokens-{kind}-million": Price(float(price[f"{word}_per_million_tokens"]), f"million tokens that the model {verb}", source, price["date"])
        for kind, word, verb in (("in", "input", "reads"), ("out", "output", "writes"))
    }


def usages() -> dict[str, Usage]:
    return {name: Usage(**quantities) for name, quantities in tomllib.loads((HERE / "usage.toml").read_text()).items()}


def free() -> dict[str, str]:
    return tomllib.loads((HERE / "free.toml").read_text())
