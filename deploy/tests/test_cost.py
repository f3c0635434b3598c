"""The estimate is counted from the templates: no type is forgotten, and no price is made up."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cost.book import free, prices, usages
from cost.charges import PRICED
from cost.estimate import lines, templates, totals
from cost.quantities import HOURS
from templates import Templates


@pytest.fixture(scope="module")
def documents(folder: Path) -> dict[str, dict]:
    return templates(folder)


def test_every_type_is_priced_or_free_with_a_reason(documents: dict[str, dict]) -> None:
    types = {resource["Type"] for document in documents.values() for resource in document["Resources"].values()}
    assert not types - set(PRICED) - set(free()), "neither in cost/charges.py nor in cost/free.toml"
    assert not set(PRICED) & set(free())
    assert not (set(PRICED) | set(free())) - types, "in no template any more"
    assert all(len(reason.split()) > 2 for reason in free().values())


def test_every_price_has_a_source_and_a_date_or_is_unverified() -> None:
    for name, price in prices().items():
        assert price.usd > 0 and price.unit, name
        assert date.fromisoformat(price.date), name
        assert price.is_verified is bool(re.search(r"https?://", price.source)), name


def test_every_price_is_used_and_known(documents: dict[str, dict]) -> None:
    used = {line.price for line in lines(documents, usages()["users_100"])}
    assert used == set(prices())


def test_resources_are_counted_where_they_are(documents: dict[str, dict]) -> None:
    """A NAT gateway, five end points in three zones, three instances, two proxies before six vCPUs, seven pipelines."""
    quantities: Counter[str] = Counter()
    for line in lines(documents, usages()["idle"]):
        quantities[line.price] += line.quantity
    assert quantities["nat-hour"] == HOURS
    assert quantities["endpoint-hour"] == HOURS * (5 * 3 + 3)
    assert quantities["aurora-db.t4g.medium-hour"] == 3 * HOURS
    assert quantities["proxy-cpu-hour"] == 6 * HOURS
    # Three APIs of one vCPU and two user interfaces of two.
    assert quantities["fargate-cpu-hour"] == (3 * 1 + 2 * 2) * HOURS
    assert quantities["fargate-gigabyte-hour"] == (3 * 2 + 2 * 4) * HOURS
    assert quantities["fargate-spot-cpu-hour"] == 0
    assert quantities["dashboard"] == 4
    assert quantities["acl-rule"] == 8
    assert quantities["pipeline-minute"] == 0


def test_busy_hours_are_on_spot(documents: dict[str, dict]) -> None:
    busy = usages()["users_100"]
    found = {line.stack: line.quantity for line in lines(documents, busy) if line.price == "fargate-spot-cpu-hour"}
    assert found["LangPortalBackend"] == 2 * busy.busy_hours
    assert found["WritingPracticeFrontend"] == 1 * 2 * busy.busy_hours


def test_use_costs_more_than_none(documents: dict[str, dict]) -> None:
    idle, busy = (totals(list(lines(documents, usages()[name])), prices()) for name in ("idle", "users_100"))
    assert set(idle) <= set(busy) <= set(documents)
    assert all(idle[stack] <= busy[stack] for stack in busy)
    assert idle.total() < busy.total()


def test_a_filter_shares_its_metric(templates: Templates) -> None:
    """So that a metric is counted once, however many log groups it is read from."""
    names = {one["MetricTransformations"][0]["MetricName"] for one in templates["Monitoring"].resources("AWS::Logs::MetricFilter")}
    found = [line.quantity for line in lines({"Monitoring": only_filters(templates)}, usages()["idle"]) if line.price == "metric"]
    assert sum(found) == pytest.approx(len(names))


def only_filters(templates: Templates) -> dict:
    resources = templates.documents["Monitoring"]["Resources"]
    return {"Resources": {id: one for id, one in resources.items() if one["Type"] == "AWS::Logs::MetricFilter"}}


def test_the_output_says_what_is_unverified(folder: Path) -> None:
    printed = subprocess.run([sys.executable, "-m", "cost", str(folder)], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True).stdout
    unverified = [name for name, price in prices().items() if not price.is_verified]
    assert f"{len(unverified)} of {len(prices())} prices are unverified" in printed
    assert all(name in printed for name in unverified)
    assert re.search(r"together +\d+\.\d\d +\d+\.\d\d", printed)
