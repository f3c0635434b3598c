"""Actions and stages as CodePipeline wants them."""

from collections.abc import Mapping

from aws_cdk import aws_codepipeline as codepipeline

from config.pipelines import Pipelines
from stacks.delivery import DeliveryStack
from stacks.pipeline.build import Build

Kind = codepipeline.CfnPipeline
Action = codepipeline.CfnPipeline.ActionDeclarationProperty

SOURCE, SOURCE_ARTIFACT = "Source", "Source"


def action(
    name: str,
    category: str,
    provider: str,
    configuration: Mapping[str, str],
    *,
    owner: str = "AWS",
    reads: str | None = None,
    writes: str | None = None,
    order: int = 1,
    namespace: str | None = None,
) -> Action:
    return Action(
        name=name,
        action_type_id=Kind.ActionTypeIdProperty(category=category, owner=owner, provider=provider, version="1"),
        configuration=dict(configuration),
        input_artifacts=[Kind.InputArtifactProperty(name=reads)] if reads else None,
        output_artifacts=[Kind.OutputArtifactProperty(name=writes)] if writes else None,
        run_order=order,
        namespace=namespace,
    )


def source(pipelines: Pipelines, delivery: DeliveryStack) -> Action:
    """The commit as a clone with its history: `make check` asks git which files are ours. The trigger starts it, nothing else does."""
    return action(
        SOURCE,
        "Source",
        "CodeStarSourceConnection",
        {
            "ConnectionArn": delivery.connection_arn,
            "FullRepositoryId": f"{delivery.owner}/{pipelines.repository}",
            "BranchName": pipelines.branch,
            "OutputArtifactFormat": "CODEBUILD_CLONE_REF",
            "DetectChanges": "false",
        },
        writes=SOURCE_ARTIFACT,
        namespace="Source",
    )


def build(name: str, build: Build, *, category: str = "Build", reads: str = SOURCE_ARTIFACT, writes: str | None = None, order: int = 1) -> Action:
    return action(name, category, "CodeBuild", {"ProjectName": build.project.ref}, reads=reads, writes=writes, order=order)


def approval(delivery: DeliveryStack, question: str) -> Action:
    return action("Approve", "Approval", "Manual", {"NotificationArn": delivery.topic.topic_arn, "CustomData": question})


def service(cluster: str, service: str, image: str) -> Action:
    """ECS registers the running task definition with the new image and replaces tasks one by one; its circuit breaker goes back by itself."""
    configuration = {"ClusterName": cluster, "ServiceName": service, "FileName": "imagedefinitions.json"}
    return action("Service", "Deploy", "ECS", configuration, reads=image)


def stage(name: str, *actions: Action) -> codepipeline.CfnPipeline.StageDeclarationProperty:
    return Kind.StageDeclarationProperty(name=name, actions=list(actions))
