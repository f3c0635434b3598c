"""Every alarm with what it says and what to do then: conditions from the templates, the sentences by people, one for each thing that is measured."""

import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from picture.view import Resource, View

FILE = Path(__file__).with_name("alarms.toml")
COMPARISONS = {
    "GreaterThanThreshold": ">",
    "GreaterThanOrEqualToThreshold": "≥",
    "LessThanThreshold": "<",
    "LessThanOrEqualToThreshold": "≤",
}


@cache
def sentences() -> list[dict]:
    """In the order of the file: what is measured (`AWS/S3 4xxErrors`, several joined by ` + `, a star for what differs), and what to do."""
    return tomllib.loads(FILE.read_text())["alarms"]


def unspoken(view: View) -> list[str]:
    """Measures of alarms that have no sentence, or several; and sentences whose measure no alarm has."""
    kinds, patterns = set(alarms(view)), [pattern for one in sentences() for pattern in one["measures"]]
    alone = [kind for kind in kinds if sum(fnmatchcase(kind, pattern) for pattern in patterns) != 1]
    idle = [pattern for pattern in patterns if not any(fnmatchcase(kind, pattern) for kind in kinds)]
    return sorted(alone + idle)


def alarms(view: View) -> dict[str, list[Resource]]:
    """All of them, by what they measure."""
    found: dict[str, list[Resource]] = {}
    for alarm in view.all("CloudWatch::Alarm"):
        found.setdefault(measured(alarm), []).append(alarm)
    return dict(sorted(found.items()))


def measured(alarm: Resource) -> str:
    """What it reads."""
    parts = alarm.get("Metrics") or [alarm.properties]
    metrics = [part.get("MetricStat", {}).get("Metric", part) for part in parts]
    named = {(one["Namespace"], one["MetricName"]) for one in metrics if "MetricName" in one}
    return " + ".join(sorted(f"{space} {name}" for space, name in named))


def table(view: View) -> str:
    """A row for each sentence, with the alarms it is about and the words they come with."""
    rows = ["| alarm | says | what to do |", "|---|---|---|"]
    known = alarms(view)
    for one in sentences():
        members = [alarm for kind, found in known.items() for alarm in found if any(fnmatchcase(kind, pattern) for pattern in one["measures"])]
        alike: dict[tuple[str, str], list[str]] = {}
        for alarm in members:
            alike.setdefault((condition(alarm), told(view, alarm)), []).append(alarm["AlarmName"])
        names = "<br/>".join(f"{together(those)}: {when}, to `{topic}`" for (when, topic), those in alike.items())
        meanings = " ".join(dict.fromkeys(alarm["AlarmDescription"] for alarm in members))
        rows.append(f"| {names} | {meanings} | {one['then']} |")
    return "\n".join(rows)


def told(view: View, alarm: Resource) -> str:
    """The one topic."""
    (action,) = alarm["AlarmActions"]
    return view.referred(action)["TopicName"]


def together(names: list[str]) -> str:
    """What is the same at the end of all names stands once: `lang-portal-api`, `haiku-api`: `…-cpu`."""
    words = [name.split("-") for name in names]
    same = 0
    while len(names) > 1 and len({tuple(one[-same - 1 :]) for one in words}) == 1:
        same += 1
    if not same:
        return ", ".join(f"`{name}`" for name in names)
    return f"`…-{'-'.join(words[0][-same:])}` of {', '.join('-'.join(one[:-same]) for one in words)}"


def condition(alarm: Resource) -> str:
    """`p99 ≥ 2, 5 min`."""
    result = next((part for part in alarm.get("Metrics", []) if part.get("ReturnData", True)), {})
    stat = result.get("MetricStat", alarm.properties)
    statistic = stat.get("Stat") or stat.get("Statistic") or stat.get("ExtendedStatistic") or ""
    period = stat.get("Period") or next(part["MetricStat"]["Period"] for part in alarm["Metrics"] if "MetricStat" in part)
    periods = alarm["EvaluationPeriods"]
    wanted = alarm.get("DatapointsToAlarm", periods)
    span = duration(period * periods) if wanted == periods else f"{wanted} of {periods} × {duration(period)}"
    return f"{statistic} {COMPARISONS[alarm['ComparisonOperator']]} {alarm['Threshold']:,}, {span}".strip()


def duration(seconds: int) -> str:
    return f"{seconds // 60} min" if seconds < 7_200 else f"{seconds // 3_600} h"
