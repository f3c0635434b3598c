"""Where a service's containers write."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_logs as logs
from constructs import Construct

from config import Config
from services import Service


def log_group(scope: Construct, config: Config, service: Service) -> logs.CfnLogGroup:
    name = dict(config.monitoring.service_log_groups)[service.name]
    group = logs.CfnLogGroup(scope, "Logs", log_group_name=name, retention_in_days=config.monitoring.log_retention_days)
    group.apply_removal_policy(RemovalPolicy.DESTROY)
    return group
