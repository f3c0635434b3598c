"""Snapshots beside the cluster's own backups: daily ones, and those that somebody takes before a deployment."""

from aws_cdk import ArnFormat, RemovalPolicy, Stack
from aws_cdk import aws_backup as backup
from aws_cdk import aws_iam as iam
from constructs import Construct

from config.databases import Cluster, Databases
from stacks.acknowledgements import acknowledge
from stacks.databases.cluster import AuroraCluster

COLON = ArnFormat.COLON_RESOURCE_NAME


class Snapshots(Construct):
    """A vault that takes nothing which would not live exactly as long as the specification says; they outlive the cluster, as its own backups do not."""

    def __init__(self, scope: Construct, name: str, databases: Databases, cluster: Cluster, aurora: AuroraCluster) -> None:
        super().__init__(scope, name)
        stack = Stack.of(self)
        days = databases.snapshot_retention_days
        self.vault = backup.CfnBackupVault(
            self,
            "Vault",
            backup_vault_name=cluster.name,
            lock_configuration=backup.CfnBackupVault.LockConfigurationTypeProperty(min_retention_days=days, max_retention_days=days),
        )
        self.vault.apply_removal_policy(RemovalPolicy.RETAIN)
        arn = stack.format_arn(service="rds", resource="cluster", resource_name=aurora.cluster.ref, arn_format=COLON)
        service = self._service_role()
        self._daily(databases, cluster, arn, service)
        self._by_hand(stack, databases, cluster, arn, service)
        # What the step before a deployment tells AWS Backup.
        self.cluster_arn, self.service_role_arn = arn, service.role_arn

    def _service_role(self) -> iam.Role:
        policy = "service-role/AWSBackupServiceRolePolicyForBackup"
        role = iam.Role(
            self,
            "BackupRole",
            assumed_by=iam.ServicePrincipal("backup.amazonaws.com"),
            managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(policy)],
        )
        finding = f"AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/{policy}]"
        acknowledge(role, finding, "What AWS Backup needs of RDS is its own to say, and changes with it.")
        return role

    def _daily(self, databases: Databases, cluster: Cluster, arn: str, service: iam.IRole) -> None:
        rule = backup.CfnBackupPlan.BackupRuleResourceTypeProperty(
            rule_name="daily",
            target_backup_vault=self.vault.ref,
            schedule_expression=f"cron(0 {databases.snapshot_hour_utc} * * ? *)",
            schedule_expression_timezone="Etc/UTC",
            lifecycle=backup.CfnBackupPlan.LifecycleResourceTypeProperty(delete_after_days=databases.snapshot_retention_days),
        )
        plan = backup.CfnBackupPlan(
            self,
            "Plan",
            backup_plan=backup.CfnBackupPlan.BackupPlanResourceTypeProperty(backup_plan_name=f"{cluster.name}-daily", backup_plan_rule=[rule]),
        )
        selection = backup.CfnBackupSelection.BackupSelectionResourceTypeProperty(selection_name=cluster.name, iam_role_arn=service.role_arn, resources=[arn])
        backup.CfnBackupSelection(self, "Selection", backup_plan_id=plan.ref, backup_selection=selection)

    def _by_hand(self, stack: Stack, databases: Databases, cluster: Cluster, arn: str, service: iam.IRole) -> None:
        """For the step before a deployment: `aws backup start-backup-job` into this vault, and waiting for its end."""
        vault = stack.format_arn(service="backup", resource="backup-vault", resource_name=cluster.name, arn_format=COLON)
        statements = [
            iam.PolicyStatement(sid="Start", actions=["backup:StartBackupJob"], resources=[vault]),
            iam.PolicyStatement(
                sid="Pass",
                actions=["iam:PassRole"],
                resources=[service.role_arn],
                conditions={"StringEquals": {"iam:PassedToService": "backup.amazonaws.com"}},
            ),
            # Jobs have no ARN.
            iam.PolicyStatement(sid="Wait", actions=["backup:DescribeBackupJob"], resources=["*"]),
        ]
        role = iam.Role(
            self,
            "SnapshotRole",
            role_name=databases.snapshot_role(cluster),
            assumed_by=iam.ServicePrincipal("codebuild.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": stack.account}}),
            inline_policies={"snapshot": iam.PolicyDocument(statements=statements)},
        )
        acknowledge(role, "AwsSolutions::AwsSolutions-IAM5[Resource::*]", "Backup jobs have no ARN; this only reads how far they are.")
        self.role: iam.IRole = role
