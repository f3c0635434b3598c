"""Every alarm with what it says and what to do then: conditions from the templates, the sentences by people, one for each thing that is measured."""

import tomllib
from pathlib import Path

from picture.view import Resource, View

FILE = Path(__file__).with_name("alarms.toml")
COMPARISONS = {
    "GreaterThanThreshold": ">",
    "GreaterThanOrEqualToThreshold": "≥",
    "LessThanThreshold": "<",
    "LessThanOrEqualToThreshold": "≤",
}


def sentences() -> dict[str, str]:
    """By what is measured: `AWS/S3 4xxErrors`, or several joined by ` + `."""
    return tomllib.loads(FILE.read_text())["alarms"]


def alarms(view: View) -> dict[str, list[Resource]]:
    """All of them, by what they measure."""
    found: dict[str, list[Resource]] = {}
    for alarm in view.all("CloudWatch::Alarm"):
        found.setdefault(measured(alarm), []).append(alarm)
    return dict(sorted(found.items()))


def measured(alarm: Resource) -> str:
    metrics = [one["MetricStat"]["Metric"] for one in alarm.get("Metrics", []) if "MetricStat" in one] or [alarm]
    return " + ".join(sorted({f"{one['Namespace']} {one['MetricName']}" for one in metrics}))


def table(view: View) -> str:
    """One section for each thing that is measured; an alarm without a sentence is an error."""
    lines: list[str] = []
    for kind, members in alarms(view).items():
        lines += [f"**{kind}** — {sentences()[kind].strip()}", ""]
        lines += [f"- `{alarm['AlarmName']}`: {condition(alarm)}" for alarm in members]
        lines.append("")
    return "\n".join(lines).rstrip()


def condition(alarm: Resource) -> str:
    """`Sum > 100 in 1 of 2 periods of 5 min`."""
    stat = next((one["MetricStat"] for one in alarm.get("Metrics", []) if "MetricStat" in one), None)
    statistic = alarm.get("Statistic") or alarm.get("ExtendedStatistic") or (stat["Stat"] if len(alarm.get("Metrics", [])) == 1 else "the result")
    period = alarm.get("Period") or (stat["Period"] if stat else 60)
    periods = alarm["EvaluationPeriods"]
    wanted = alarm.get("DatapointsToAlarm", periods)
    span = f"{period // 60} min" if period < 7_200 else f"{period // 3_600} h"
    return f"{statistic} {COMPARISONS[alarm['ComparisonOperator']]} {alarm['Threshold']:,} in {wanted} of {periods} periods of {span}"
