"""Log groups of no service.

CloudWatch delivers CloudFront's access logs into theirs. The others are there because the specification lists them, and nothing writes to them:
S3 and the load balancer deliver access logs to buckets alone, and RDS writes to /aws/rds/cluster/… by its own rule (the database's stack has those groups).
"""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.monitoring.watched import Watched

CLOUDFRONT = "/aws/cloudfront/"


class LogGroups(Construct):
    """Each keeps a week."""

    def __init__(self, scope: Construct, name: str, watched: Watched) -> None:
        super().__init__(scope, name)
        settings = watched.config.monitoring
        groups = {group: self._group(group, settings.log_retention_days) for group in (*settings.edge_log_groups, *settings.infrastructure_log_groups)}
        for app in watched.frontends:
            self._deliver(app, watched.config.account.prefix, groups[CLOUDFRONT + app])
        self._let_deliveries_write()

    def _group(self, name: str, days: int) -> logs.CfnLogGroup:
        group = logs.CfnLogGroup(self, name.title().replace("/", "").replace("-", ""), log_group_name=name, retention_in_days=days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        return group

    def _deliver(self, app: str, prefix: str, group: logs.CfnLogGroup) -> None:
        """A second delivery of the source that stands beside the distribution."""
        arn = Stack.of(self).format_arn(service="logs", resource=f"log-group:{CLOUDFRONT}{app}")
        destination = logs.CfnDeliveryDestination(self, f"{app}-destination", name=f"{prefix}-{app}-logs", destination_resource_arn=arn, output_format="json")
        destination.add_resource_dependency(group)
        logs.CfnDelivery(self, f"{app}-delivery", delivery_source_name=f"{prefix}-{app}", delivery_destination_arn=destination.attr_arn)

    def _let_deliveries_write(self) -> None:
        stack = Stack.of(self)
        policy = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Service": "delivery.logs.amazonaws.com"},
                    "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                    "Resource": stack.format_arn(service="logs", resource=f"log-group:{CLOUDFRONT}*"),
                    "Condition": {"StringEquals": {"aws:SourceAccount": stack.account}},
                }
            ],
        }
        logs.CfnResourcePolicy(self, "Policy", policy_name="cloudfront-access-logs", policy_document=stack.to_json_string(policy))
