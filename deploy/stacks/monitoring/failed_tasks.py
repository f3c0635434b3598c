"""Tasks that ended by themselves, did not start or did not answer their probes, each with its reason, and how many they are."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_events as events
from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.base import SystemStack
from stacks.monitoring.watched import Watched

# EventBridge writes only where a name begins so.
GROUP = "/aws/events/failed-tasks"
# Those that do not answer their probes are ended by the scheduler, as are those of a deployment: only the reason tells them apart.
FAILURES = [{"stopCode": ["TaskFailedToStart", "EssentialContainerExited"]}, {"stoppedReason": [{"prefix": "Task failed "}]}]


class FailedTasks(Construct):
    """Not counted: tasks that scaling or a deployment ends, and those whose spot capacity was taken back."""

    def __init__(self, scope: Construct, name: str, watched: Watched) -> None:
        super().__init__(scope, name)
        stack = SystemStack.of(self)
        settings = watched.config.monitoring
        group = logs.CfnLogGroup(self, "Logs", log_group_name=GROUP, retention_in_days=settings.log_retention_days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        arn = f"arn:{stack.partition}:logs:{stack.region}:{stack.account}:log-group:{GROUP}"
        cluster = f"arn:{stack.partition}:ecs:{stack.region}:{stack.account}:cluster/{watched.config.compute.cluster_name}"
        rule = events.CfnRule(
            self,
            "Rule",
            description="Tasks that ended by themselves, did not start or did not answer their probes.",
            event_pattern={
                "source": ["aws.ecs"],
                "detail-type": ["ECS Task State Change"],
                "detail": {"clusterArn": [cluster], "lastStatus": ["STOPPED"], "$or": FAILURES},
            },
            targets=[events.CfnRule.TargetProperty(id="logs", arn=arn)],
        )
        logs.CfnResourcePolicy(self, "Policy", policy_name="failed-tasks", policy_document=stack.to_json_string(allows(arn, rule.attr_arn)))
        count = logs.CfnMetricFilter.MetricTransformationProperty(metric_namespace=settings.log_namespace, metric_name="FailedTasks", metric_value="1")
        logs.CfnMetricFilter(
            self,
            "Count",
            log_group_name=group.ref,
            filter_name="failed-tasks",
            filter_pattern='{ $.detail.lastStatus = "STOPPED" }',
            metric_transformations=[count],
        )


def allows(group_arn: str, rule_arn: str) -> dict:
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": ["events.amazonaws.com", "delivery.logs.amazonaws.com"]},
                "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                "Resource": f"{group_arn}:*",
                "Condition": {"ArnEquals": {"aws:SourceArn": rule_arn}},
            }
        ],
    }
