"""An Aurora PostgreSQL cluster: its parameters, instances, logs."""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
from constructs import Construct

from config import Config
from config.databases import Cluster
from stacks.acknowledgements import acknowledge
from stacks.network import NetworkStack

ENGINE = "aurora-postgresql"


class AuroraCluster(Construct):
    """In the isolated subnets, under AWS's key for RDS; a writer, and a reader in another zone where the specification says Multi-AZ."""

    def __init__(self, scope: Construct, name: str, config: Config, cluster: Cluster, network: NetworkStack) -> None:
        super().__init__(scope, name)
        databases = config.databases
        self.identifier = f"{cluster.name}-aurora"
        subnets = rds.CfnDBSubnetGroup(
            self,
            "Subnets",
            db_subnet_group_name=f"{cluster.name}-{databases.subnet_group}",
            db_subnet_group_description="The isolated subnets of the databases.",
            subnet_ids=[subnet.subnet_id for subnet in network.vpc.isolated_subnets],
        )
        parameters = rds.CfnDBClusterParameterGroup(
            self,
            "Parameters",
            family=f"{ENGINE}{databases.engine_version.partition('.')[0]}",
            description=f"How {cluster.name} runs PostgreSQL.",
            parameters={
                **cluster.parameters.as_aurora_counts(),
                "rds.force_ssl": "1",
                # Statements that take longer are in the log, by which an alarm counts them.
                "log_min_duration_statement": str(1_000 * config.monitoring.long_query_seconds),
            },
        )
        self.logs = [self._log_group(kind, config.monitoring.log_retention_days) for kind in databases.log_exports]
        self.cluster = self._cluster(config, cluster, network, subnets, parameters)
        self.instances = self._instances(config, cluster)
        acknowledge(self.cluster, "CloudFormation-Validate::E9006", "cfn-lint's list of versions is the newer one, and has this newest 15.x.")
        acknowledge(
            self, "CloudFormation-Validate::W3010", "Writer and reader stand in two zones of the network's configuration; Aurora would choose by itself."
        )

    def _log_group(self, kind: str, days: int) -> logs.CfnLogGroup:
        """Made before RDS makes it, for that would keep logs for ever."""
        return logs.CfnLogGroup(
            self, f"Log{kind.title().replace('-', '')}", log_group_name=f"/aws/rds/cluster/{self.identifier}/{kind}", retention_in_days=days
        )

    def _cluster(
        self, config: Config, cluster: Cluster, network: NetworkStack, subnets: rds.CfnDBSubnetGroup, parameters: rds.CfnDBClusterParameterGroup
    ) -> rds.CfnDBCluster:
        databases = config.databases
        made = rds.CfnDBCluster(
            self,
            "Cluster",
            db_cluster_identifier=self.identifier,
            engine=ENGINE,
            engine_version=databases.engine_version,
            database_name=cluster.database,
            port=cluster.port,
            # RDS keeps the password in a secret of its own and changes it every week; nobody needs it but to make the roles.
            master_username=databases.master_user,
            manage_master_user_password=True,
            enable_iam_database_authentication=True,
            db_subnet_group_name=subnets.ref,
            vpc_security_group_ids=[network.security_groups[cluster.security_group].security_group_id],
            db_cluster_parameter_group_name=parameters.ref,
            storage_type="aurora",
            # Without the name of a key it is aws/rds.
            storage_encrypted=True,
            backup_retention_period=cluster.backup_retention_days,
            preferred_backup_window=cluster.backup_window,
            preferred_maintenance_window=databases.maintenance_window,
            enable_cloudwatch_logs_exports=list(databases.log_exports),
            copy_tags_to_snapshot=True,
            deletion_protection=True,
        )
        made.apply_removal_policy(RemovalPolicy.SNAPSHOT)
        for group in self.logs:
            made.add_resource_dependency(group)
        return made

    def _instances(self, config: Config, cluster: Cluster) -> list[rds.CfnDBInstance]:
        databases = config.databases
        monitoring = iam.Role(
            self,
            "MonitoringRole",
            description="Enhanced monitoring.",
            assumed_by=iam.ServicePrincipal("monitoring.rds.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": self.cluster.stack.account}}),
            inline_policies={"enhanced-monitoring": iam.PolicyDocument(statements=enhanced_monitoring(self.cluster.stack))},
        )
        acknowledge(
            monitoring,
            "AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:us-east-1:<AWS::AccountId>:log-group:RDSOSMetrics:log-stream:*]",
            "RDS names the streams of its one log group after instances that it knows, and we do not.",
        )
        zones = config.network.zones[: 2 if cluster.is_multi_az else 1]
        return [
            rds.CfnDBInstance(
                self,
                role,
                db_instance_identifier=f"{self.identifier}-{role.lower()}",
                db_cluster_identifier=self.cluster.ref,
                engine=ENGINE,
                db_instance_class=cluster.instance_class,
                availability_zone=zone,
                auto_minor_version_upgrade=True,
                preferred_maintenance_window=databases.maintenance_window,
                publicly_accessible=False,
                enable_performance_insights=True,
                performance_insights_retention_period=cluster.performance_insights_days,
                monitoring_interval=databases.monitoring_seconds,
                monitoring_role_arn=monitoring.role_arn,
            )
            for role, zone in zip(("Writer", "Reader"), zones, strict=False)
        ]


def enhanced_monitoring(stack: Stack) -> list[iam.PolicyStatement]:
    """What AWS's own policy for it allows, on its one log group."""
    group = f"arn:{stack.partition}:logs:{stack.region}:{stack.account}:log-group:RDSOSMetrics"
    return [
        iam.PolicyStatement(actions=["logs:CreateLogGroup", "logs:PutRetentionPolicy"], resources=[group]),
        iam.PolicyStatement(
            actions=["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", "logs:GetLogEvents"], resources=[f"{group}:log-stream:*"]
        ),
    ]
