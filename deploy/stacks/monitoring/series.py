"""Series of measurements, as alarms and as dashboards write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aws_cdk import aws_cloudwatch as cloudwatch

Query = cloudwatch.CfnAlarm.MetricDataQueryProperty


@dataclass(frozen=True)
class Series:
    """One metric under one statistic."""

    namespace: str
    name: str
    dimensions: Mapping[str, str] = field(default_factory=dict)
    statistic: str = "Sum"

    def under(self, statistic: str) -> "Series":
        return Series(self.namespace, self.name, self.dimensions, statistic)

    def query(self, id: str, seconds: int, *, is_result: bool = False) -> Query:
        """For an alarm."""
        dimensions = [cloudwatch.CfnAlarm.DimensionProperty(name=key, value=value) for key, value in self.dimensions.items()]
        metric = cloudwatch.CfnAlarm.MetricProperty(namespace=self.namespace, metric_name=self.name, dimensions=dimensions or None)
        stat = cloudwatch.CfnAlarm.MetricStatProperty(metric=metric, period=seconds, stat=self.statistic)
        return Query(id=id, metric_stat=stat, return_data=is_result)

    def line(self, label: str, **options: Any) -> list:
        """For a dashboard."""
        dimensions = [part for pair in self.dimensions.items() for part in pair]
        return [self.namespace, self.name, *dimensions, {"stat": self.statistic, "label": label, **options}]


@dataclass(frozen=True)
class Calculation:
    """A result computed from series, each under a name that the expression uses."""

    expression: str
    of: Mapping[str, Series]

    def queries(self, seconds: int) -> list[Query]:
        return [*(series.query(id, seconds) for id, series in self.of.items()), Query(id="result", expression=self.expression, return_data=True)]

    def lines(self, label: str, suffix: str = "") -> list[list]:
        """Its series are not drawn; `suffix` tells several calculations of one graph apart."""
        expression = re.sub(r"\b[a-z]+\b", lambda word: word[0] + suffix if word[0] in self.of else word[0], self.expression)
        hidden = [series.line(label, id=id + suffix, visible=False) for id, series in self.of.items()]
        return [*hidden, [{"expression": expression, "label": label, "id": "result" + suffix}]]


def rate(part: Series, whole: Series) -> Calculation:
    """In percent; where nobody asked, nothing went wrong."""
    return Calculation("IF(whole > 0, 100 * part / whole, 0)", {"part": part, "whole": whole})
