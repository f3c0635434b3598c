"""AWS's distribution of OpenTelemetry's collector: what the one beside every service is told, and what it may."""

import json

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from config import Config
from config.compute import Collector
from stacks.acknowledgements import acknowledge


class Telemetry(Construct):
    """The configuration as a parameter, the group its metrics go to, and the policy of whoever sends them."""

    def __init__(self, scope: Construct, name: str, config: Config) -> None:
        super().__init__(scope, name)
        stack, collector = Stack.of(self), config.compute.collector
        text = json.dumps(configuration(collector, config.account.region), indent=1)
        # A name in place of a reference: another configuration changes this stack alone, and tasks read it when they start.
        ssm.CfnParameter(self, "Configuration", name=collector.configuration, type="String", value=text)
        self.configuration_arn: str = stack.format_arn(service="ssm", resource="parameter", resource_name=collector.configuration.lstrip("/"))
        group = logs.CfnLogGroup(self, "Metrics", log_group_name=collector.log_group, retention_in_days=config.monitoring.log_retention_days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        streams = f"arn:{stack.partition}:logs:{stack.region}:{stack.account}:log-group:{collector.log_group}:*"
        self.policy = iam.ManagedPolicy(
            self,
            "Policy",
            managed_policy_name=f"{config.account.prefix}-telemetry",
            description="Sends traces and metrics.",
            statements=[
                # Traces have no ARN.
                iam.PolicyStatement(sid="Traces", actions=["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources=["*"]),
                iam.PolicyStatement(sid="Metrics", actions=["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], resources=[streams]),
            ],
        )
        acknowledge(self.policy, "AwsSolutions::AwsSolutions-IAM5[Resource::*]", "X-Ray takes traces for the account; they have no ARN to name.")
        acknowledge(
            self.policy,
            f"AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:{stack.region}:<AWS::AccountId>:log-group:{collector.log_group}:*]",
            "Streams of this one group are called after the services that write them.",
        )


def configuration(collector: Collector, region: str) -> dict:
    """JSON, which is YAML, too. It hears only its own task; what exceeds its memory is refused, for it must not take the service's."""
    together = ["memory_limiter", "batch"]
    own = {"job_name": "collector", "scrape_interval": f"{collector.scrape_seconds}s", "static_configs": [{"targets": ["127.0.0.1:8888"]}]}
    return {
        "extensions": {"health_check": {"endpoint": "127.0.0.1:13133"}},
        "receivers": {
            "otlp": {"protocols": {"grpc": {"endpoint": "127.0.0.1:4317"}, "http": {"endpoint": "127.0.0.1:4318"}}},
            # Its own health: how much it took, refused and could not send.
            "prometheus": {"config": {"scrape_configs": [own]}},
        },
        "processors": {
            "memory_limiter": {"check_interval": "1s", "limit_mib": collector.limit_mebibytes, "spike_limit_mib": collector.spike_mebibytes},
            "batch": {"timeout": f"{collector.batch_seconds}s"},
        },
        "exporters": {
            "awsxray": {"region": region},
            "awsemf": {
                "region": region,
                "namespace": collector.namespace,
                "log_group_name": collector.log_group,
                "log_stream_name": "{ServiceName}",
                "dimension_rollup_option": "NoDimensionRollup",
                "resource_to_telemetry_conversion": {"enabled": True},
            },
        },
        "service": {
            "extensions": ["health_check"],
            "pipelines": {
                "traces": {"receivers": ["otlp"], "processors": together, "exporters": ["awsxray"]},
                "metrics": {"receivers": ["otlp", "prometheus"], "processors": together, "exporters": ["awsemf"]},
            },
        },
    }
