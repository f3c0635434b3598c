"""From a commit to a service on the cluster."""

from aws_cdk import aws_codepipeline as codepipeline
from constructs import Construct

from config import Config
from config.pipelines import Pipeline
from stacks.databases import DatabaseStack
from stacks.delivery import DeliveryStack
from stacks.pipeline import permissions, specs, stages
from stacks.pipeline.stack import PipelineStack
from stacks.service import ServiceStack

IMAGE = "DockerImage"


class ServicePipelineStack(PipelineStack):
    """Tests, an image, and the service set on it; before that, for a service with a database, a question and a snapshot.

    ECS runs the new image under a definition that the pipeline registers. Who deploys the service's stack later gives it the tag that runs.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        config: Config,
        pipeline: Pipeline,
        delivery: DeliveryStack,
        target: ServiceStack,
        database: DatabaseStack | None,
    ) -> None:
        super().__init__(scope, name, config, pipeline, delivery)
        # They are called by their names, and must be there before.
        self.add_stack_dependency(target)
        service, cluster = target.service, config.compute.cluster_name
        roles = [f"arn:{self.partition}:iam::{self.account}:role/{name(service.name)}" for name in (config.compute.execution_role, config.compute.task_role)]
        self.assemble(
            [
                stages.stage("Build", stages.build("Image", self._image(target), writes=IMAGE)),
                *(self._preparation(database) if database else []),
                stages.stage("Deploy", stages.service(cluster, service.name, IMAGE)),
            ],
            permissions.deploy_service(self, cluster, service.name, service.name, roles),
        )

    def _image(self, target: ServiceStack) -> stages.Build:
        service, pipelines = target.service, self.config.pipelines
        repository = self.delivery.repositories[service.image]
        return self.build(
            "Image",
            specs.image(self.pipeline.folder, service.image, service.container),
            image=pipelines.aws_image,
            size=pipelines.large,
            minutes=pipelines.build_minutes,
            allowed=permissions.push_image(repository.attr_arn),
            variables={"REPOSITORY": repository.attr_repository_uri},
            makes_images=True,
        )

    def _preparation(self, database: DatabaseStack) -> list[codepipeline.CfnPipeline.StageDeclarationProperty]:
        """A new program may migrate the database, which no rollback of containers undoes: somebody says yes, and a snapshot is there before."""
        pipelines, snapshots = self.config.pipelines, database.snapshots
        snapshot = self.build(
            "Snapshot",
            specs.snapshot(database.cluster.name, self.config.databases.snapshot_retention_days),
            image=pipelines.aws_image,
            size=pipelines.small,
            minutes=pipelines.build_minutes,
            role=snapshots.role,
            variables={"CLUSTER": snapshots.cluster_arn, "BACKUP_ROLE": snapshots.service_role_arn},
        )
        question = f"Deploy #{{Source.CommitId}} of {self.pipeline.name}? A snapshot of its database is taken first."
        return [
            stages.stage("Approval", stages.approval(self.delivery, question)),
            stages.stage("Snapshot", stages.build("Snapshot", snapshot, reads=IMAGE)),
        ]
