"""One alarm: what is measured, when that is too much, who hears of it and what they read."""

from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from config.monitoring import Threshold
from stacks.monitoring.series import Calculation, Series

COMPARISONS = {
    ">": "GreaterThanThreshold",
    ">=": "GreaterThanOrEqualToThreshold",
    "<": "LessThanThreshold",
    "<=": "LessThanOrEqualToThreshold",
}


class Alarms(Construct):
    """Alarms that tell one topic, both when they begin and when they end."""

    def __init__(self, scope: Construct, name: str, topic_arn: str) -> None:
        super().__init__(scope, name)
        self.topic_arn = topic_arn

    def add(self, name: str, meaning: str, what: Series | Calculation, comparison: str, threshold: Threshold) -> None:
        """`meaning` stands in the message: what has happened and where to look."""
        seconds = threshold.period_seconds
        cloudwatch.CfnAlarm(
            self,
            "".join(part.capitalize() for part in name.split("-")),
            alarm_name=name,
            alarm_description=meaning,
            metrics=[what.query("result", seconds, is_result=True)] if isinstance(what, Series) else what.queries(seconds),
            comparison_operator=COMPARISONS[comparison],
            threshold=threshold.value,
            evaluation_periods=threshold.periods,
            datapoints_to_alarm=threshold.periods,
            # Who is not asked measures nothing: at night nobody is woken by silence. That tasks are missing has an alarm of its own.
            treat_missing_data="notBreaching",
            alarm_actions=[self.topic_arn],
            ok_actions=[self.topic_arn],
        )
