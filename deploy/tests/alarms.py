"""An alarm as one sentence, so that a test compares all of it at once."""

from templates import Node, Resource, Templates

SIGNS = {
    "GreaterThanThreshold": ">",
    "GreaterThanOrEqualToThreshold": ">=",
    "LessThanThreshold": "<",
    "LessThanOrEqualToThreshold": "<=",
}
BALANCER = "${LoadBalancer/Balancer.LoadBalancerFullName}"


def alarm(templates: Templates, name: str) -> str:
    """What it computes from which series, when that is too much, and whom it tells: `m = AWS/RDS CPUUtilization {…} Average; m >= 80 for 15 × 60 s: high`."""
    found = templates["Monitoring"].only("AWS::CloudWatch::Alarm", AlarmName=name)
    series, period = queries(found)
    sign, value = SIGNS[found["ComparisonOperator"]], found["Threshold"]
    assert found["EvaluationPeriods"] == found["DatapointsToAlarm"]
    assert found["TreatMissingData"] == "notBreaching"
    return f"{series} {sign} {value} for {found['EvaluationPeriods']} × {period} s: {told(templates, found)}"


def queries(found: Resource) -> tuple[str, int]:
    """The series and the result, and the one period of all of them."""
    parts, periods = [], set()
    for query in found["Metrics"]:
        assert query["ReturnData"] is (query["Id"] == "result")
        if "MetricStat" in query:
            periods.add(query["MetricStat"]["Period"])
        text = series(query["MetricStat"]) if "MetricStat" in query else query["Expression"]
        parts.append(text if query["Id"] == "result" else f"{query['Id']} = {text};")
    (period,) = periods
    return " ".join(parts), period


def series(stated: Node) -> str:
    metric = stated["Metric"]
    dimensions = {one["Name"]: one["Value"] for one in metric.get("Dimensions", [])}
    places = ", ".join(f"{name}={value}" for name, value in dimensions.items())
    return f"{metric['Namespace']} {metric['MetricName']} {{{places}}} {stated['Stat']}"


def told(templates: Templates, found: Resource) -> str:
    """The topic that hears of its beginning and its end."""
    with templates.unrecorded():
        topics = {topic.ref: topic["TopicName"] for topic in templates["Monitoring"].resources("AWS::SNS::Topic")}
    (begins,), (ends,) = found["AlarmActions"], found["OKActions"]
    assert begins == ends
    return topics[begins].removeprefix("app-dw-alarms-")
