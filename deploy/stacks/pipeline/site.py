"""From a commit to a React app behind CloudFront."""

from constructs import Construct

from config import Config
from config.pipelines import Pipeline
from stacks.delivery import DeliveryStack
from stacks.frontend import FrontendStack
from stacks.pipeline import permissions, specs, stages
from stacks.pipeline.stack import PipelineStack

SITE = "BuildArtifact"


class SitePipelineStack(PipelineStack):
    """Tests, the app's own build, its files in the bucket, and CloudFront told to forget the old ones."""

    def __init__(self, scope: Construct, name: str, config: Config, pipeline: Pipeline, delivery: DeliveryStack, target: FrontendStack) -> None:
        super().__init__(scope, name, config, pipeline, delivery)
        self.add_stack_dependency(target)
        pipelines = config.pipelines
        common = {"image": pipelines.aws_image, "size": pipelines.small, "minutes": pipelines.build_minutes}
        site = self.build("Site", specs.site(pipeline.folder, pipelines), **common)
        bucket = f"arn:{self.partition}:s3:::{pipeline.target}"
        distribution = f"arn:{self.partition}:cloudfront::{self.account}:distribution/{target.distribution_id}"
        publication = self.build(
            "Publication",
            specs.publication(pipeline),
            allowed=permissions.publish(bucket, target.bucket_key_arn, distribution),
            variables={"DISTRIBUTION": target.distribution_id},
            **common,
        )
        self.assemble(
            [
                stages.stage("Build", stages.build("Site", site, writes=SITE)),
                stages.stage("Deploy", stages.build("Publication", publication, reads=SITE)),
            ]
        )
