"""Image repositories, pipeline artifacts, the connection to GitHub."""

from aws_cdk import aws_ecr as ecr
from constructs import Construct

import services
from config import Config
from stacks.base import SystemStack
from stacks.delivery.artifacts import artifacts_bucket, delivery_key
from stacks.delivery.notices import pipeline_topic
from stacks.delivery.repositories import function_repository, image_repository
from stacks.parameters import required


class DeliveryStack(SystemStack):
    """What must exist before anything is built: a repository per service (scanned, with a lifecycle), the artifacts' bucket and key, the connection.

    Pipelines take all of it; a service finds its image by the name of its repository, the `image` of services.json.
    """

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Delivery", config, description="Image repositories, pipeline artifacts, the connection to GitHub.")
        images = [service.image for service in services.load().values()]
        self.repositories: dict[str, ecr.CfnRepository] = {image: image_repository(self, image, config.pipelines) for image in images}
        function_repository(self, config.pipelines)
        self.key = delivery_key(self)
        self.artifacts = artifacts_bucket(self, self.key, config.pipelines)
        self.connection_arn = required(
            self,
            "ConnectionArn",
            description="ARN of the connection to GitHub (Developer Tools, Connections).",
            sentence="Say which connection reads GitHub: --parameter-overrides ConnectionArn=<arn>. Its handshake is done by hand in the console.",
        )
        self.owner = required(
            self,
            "RepositoryOwner",
            description=f"Owner of {config.pipelines.repository} on GitHub.",
            sentence="Say whose repository is built: --parameter-overrides RepositoryOwner=<account on GitHub>.",
        )
        self.topic = pipeline_topic(self, self.key)
