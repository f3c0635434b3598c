"""What all pipelines have in common: their source, their tests, who may do what, who hears of it."""

from collections.abc import Sequence

from aws_cdk import RemovalPolicy
from aws_cdk import aws_codepipeline as codepipeline
from aws_cdk import aws_codestarnotifications as notifications
from aws_cdk import aws_logs as logs
from constructs import Construct

from config import Config
from config.pipelines import Pipeline
from stacks.base import SystemStack
from stacks.delivery import DeliveryStack
from stacks.pipeline import permissions, specs, stages
from stacks.pipeline.build import Build
from stacks.pipeline.role import Permission, service_role
from stacks.pipeline.trigger import push_to_its_folders

Kind = codepipeline.CfnPipeline
# Whoever answers for pipelines hears of failures and of questions.
EVENTS = ("codepipeline-pipeline-pipeline-execution-failed", "codepipeline-pipeline-manual-approval-needed")


class PipelineStack(SystemStack):
    """Source and this repository's own tests; what is built of it and where that goes is added by those who know the target."""

    def __init__(self, scope: Construct, name: str, config: Config, pipeline: Pipeline, delivery: DeliveryStack) -> None:
        super().__init__(scope, name, config, description=f"The pipeline {pipeline.name}.")
        self.pipeline, self.delivery = pipeline, delivery
        self.log_group = f"/aws/codebuild/{pipeline.name}"
        group = logs.CfnLogGroup(self, "Logs", log_group_name=self.log_group, retention_in_days=config.monitoring.log_retention_days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        self.builds: list[Build] = []

    def tests(self) -> codepipeline.CfnPipeline.StageDeclarationProperty:
        """Three at a time, each required: one that fails ends the execution. A site's unit tests run where it is built."""
        pipelines = self.config.pipelines
        commands = {
            "Check": specs.tests("make check", "STAGES=infrastructure make test"),
            "Unit": specs.reported(specs.tests("STAGES=unit make test"), "unit"),
            "Integration": specs.reported(specs.tests("STAGES=end-to-end make test"), "integration"),
        }
        if self.pipeline.is_site:
            del commands["Unit"]
        builds = {
            name: self.build(name, one, image=pipelines.swift_image, size=pipelines.large, minutes=pipelines.test_minutes) for name, one in commands.items()
        }
        return stages.stage("Test", *(stages.build(name, one, category="Test") for name, one in builds.items()))

    def build(self, name: str, specification: dict, *, allowed: Sequence[Permission] = (), **more: object) -> Build:
        """A project; one that reads the source clones it."""
        reads_source = name not in ("Snapshot", "Publication")
        own = [permissions.connection(self.delivery)] if reads_source else []
        build = Build(self, name, self.pipeline, self.config.pipelines, self.delivery, self.log_group, specification, allowed=[*own, *allowed], **more)
        self.builds.append(build)
        return build

    def assemble(self, rest: Sequence[codepipeline.CfnPipeline.StageDeclarationProperty], allowed: Sequence[Permission] = ()) -> None:
        """The pipeline: source, tests, the rest; `allowed` is what the rest asks of its role."""
        tests = self.tests()
        projects = [build.project.attr_arn for build in self.builds]
        role = service_role(
            self,
            "codepipeline.amazonaws.com",
            [
                *permissions.artifacts(self, self.config.pipelines, self.delivery, [permissions.place_of(self.pipeline)]),
                permissions.connection(self.delivery),
                Permission("Build", ["codebuild:StartBuild", "codebuild:BatchGetBuilds"], projects),
                Permission("Ask", ["sns:Publish"], [self.delivery.topic.topic_arn]),
                *allowed,
            ],
        )
        pipeline = codepipeline.CfnPipeline(
            self,
            "Pipeline",
            name=self.pipeline.name,
            pipeline_type="V2",
            # One after another: no deployment overtakes another.
            execution_mode="QUEUED",
            role_arn=role.role_arn,
            artifact_store=Kind.ArtifactStoreProperty(
                type="S3",
                location=self.delivery.artifacts.bucket_name,
                encryption_key=Kind.EncryptionKeyProperty(type="KMS", id=self.delivery.key.key_arn),
            ),
            stages=[stages.stage("Source", stages.source(self.config.pipelines, self.delivery)), tests, *rest],
            triggers=[push_to_its_folders(self.pipeline, self.config.pipelines, stages.SOURCE)],
        )
        notifications.CfnNotificationRule(
            self,
            "Notices",
            name=self.pipeline.name,
            resource=f"arn:{self.partition}:codepipeline:{self.region}:{self.account}:{pipeline.ref}",
            detail_type="BASIC",
            event_type_ids=list(EVENTS),
            targets=[notifications.CfnNotificationRule.TargetProperty(target_type="SNS", target_address=self.delivery.topic.topic_arn)],
        )
