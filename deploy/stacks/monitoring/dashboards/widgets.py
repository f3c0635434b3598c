"""Widgets as CloudWatch's JSON has them; it finds a place for each by itself, row after row."""

from collections.abc import Iterable, Mapping

from aws_cdk import Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from stacks.monitoring.series import Calculation, Series

# A dashboard is 24 columns wide: three graphs to a row.
WIDTH, HEIGHT = 8, 6


class Dashboard:
    """Graphs under headings, every minute a point unless said otherwise."""

    def __init__(self, region: str, seconds: int) -> None:
        self.region, self.seconds = region, seconds
        self.widgets: list[dict] = []

    def heading(self, text: str) -> None:
        self.widgets.append({"type": "text", "width": 3 * WIDTH, "height": 1, "properties": {"markdown": f"## {text}"}})

    def graph(self, title: str, of: Mapping[str, Series | Calculation], *, seconds: int | None = None) -> None:
        """One line for each of `of`, under its label."""
        self._graph(title, list(lines(of)), seconds or self.seconds)

    def search(self, title: str, namespace: str, metric: str, statistic: str) -> None:
        """Every series of a metric that services split by what they know."""
        expression = f"SEARCH('Namespace=\"{namespace}\" MetricName=\"{metric}\"', '{statistic}', {self.seconds})"
        self._graph(title, [[{"expression": expression, "id": "all"}]], self.seconds)

    def _graph(self, title: str, metrics: list, seconds: int) -> None:
        properties = {"title": title, "region": self.region, "view": "timeSeries", "period": seconds, "metrics": metrics}
        self.widgets.append({"type": "metric", "width": WIDTH, "height": HEIGHT, "properties": properties})

    def write(self, scope: Construct, id: str, name: str) -> None:
        body = Stack.of(scope).to_json_string({"widgets": self.widgets})
        cloudwatch.CfnDashboard(scope, id, dashboard_name=name, dashboard_body=body)


def lines(of: Mapping[str, Series | Calculation]) -> Iterable[list]:
    for number, (label, what) in enumerate(of.items()):
        if isinstance(what, Series):
            yield what.line(label)
        else:
            yield from what.lines(label, str(number))
