"""A CodeBuild project: one build specification, one role that can do what it does."""

import json
from collections.abc import Sequence

from aws_cdk import Stack
from aws_cdk import aws_codebuild as codebuild
from aws_cdk import aws_iam as iam
from constructs import Construct

from config.pipelines import Pipeline, Pipelines
from stacks.acknowledgements import acknowledge
from stacks.delivery import DeliveryStack
from stacks.pipeline import permissions
from stacks.pipeline.role import Permission, service_role, widened

Kind = codebuild.CfnProject


class Build(Construct):
    """What one action of a pipeline runs. Its source and its artifacts are the pipeline's; with a role of another stack, that one may build, too."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        pipeline: Pipeline,
        pipelines: Pipelines,
        delivery: DeliveryStack,
        log_group: str,
        specification: dict,
        *,
        image: str,
        size: str,
        minutes: int,
        allowed: Sequence[Permission] = (),
        variables: dict[str, str] | None = None,
        makes_images: bool = False,
        role: iam.IRole | None = None,
    ) -> None:
        super().__init__(scope, name)
        self.label = f"{pipeline.name}-{name.lower()}"
        cache = f"cache/{self.label}"
        # CodeBuild puts the project's name before a group's.
        reports = [f"{self.label}-{group}" for group in specification.get("reports", {})]
        stack = Stack.of(self)
        needed = [
            permissions.logs(stack, log_group),
            *permissions.reports(stack, reports),
            *permissions.artifacts(stack, pipelines, delivery, [permissions.place_of(pipeline), cache]),
            *allowed,
        ]
        role = widened(self, role, needed) if role else service_role(self, "codebuild.amazonaws.com", needed)
        self.project = codebuild.CfnProject(
            self,
            "Project",
            name=self.label,
            service_role=role.role_arn,
            encryption_key=delivery.key.key_arn,
            source=Kind.SourceProperty(type="CODEPIPELINE", build_spec=json.dumps(specification)),
            artifacts=Kind.ArtifactsProperty(type="CODEPIPELINE"),
            cache=self._cache(specification, f"{pipelines.artifacts_bucket}/{cache}", makes_images),
            environment=Kind.EnvironmentProperty(
                type="LINUX_CONTAINER",
                image=image,
                image_pull_credentials_type="CODEBUILD",
                compute_type=size,
                privileged_mode=makes_images,
                environment_variables=[Kind.EnvironmentVariableProperty(name=key, value=value) for key, value in (variables or {}).items()],
            ),
            logs_config=Kind.LogsConfigProperty(cloud_watch_logs=Kind.CloudWatchLogsConfigProperty(status="ENABLED", group_name=log_group)),
            timeout_in_minutes=minutes,
            queued_timeout_in_minutes=pipelines.queued_minutes,
        )
        for report in reports:
            self._report(report)
        if not image.startswith("aws/"):
            acknowledge(self.project, "AwsSolutions::AwsSolutions-CB5", "Swift's own image, from AWS's mirror of it: CodeBuild's images have no Swift.")
        if makes_images:
            acknowledge(self.project, "AwsSolutions::AwsSolutions-CB3", "Docker builds images in a container that may start others; it runs our own commits.")

    @staticmethod
    def _cache(specification: dict, place: str, makes_images: bool) -> codebuild.CfnProject.ProjectCacheProperty:
        """Layers of images stay where they were built; what is fetched is kept in the bucket."""
        if makes_images:
            return Kind.ProjectCacheProperty(type="LOCAL", modes=["LOCAL_DOCKER_LAYER_CACHE"])
        return Kind.ProjectCacheProperty(type="S3", location=place) if "cache" in specification else Kind.ProjectCacheProperty(type="NO_CACHE")

    def _report(self, name: str) -> None:
        codebuild.CfnReportGroup(
            self,
            "Report",
            name=name,
            type="TEST",
            export_config=codebuild.CfnReportGroup.ReportExportConfigProperty(export_config_type="NO_EXPORT"),
        )
