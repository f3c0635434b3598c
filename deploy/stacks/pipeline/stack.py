"""One pipeline from GitHub to a running service or site."""

from constructs import Construct

from config import Config
from config.pipelines import Pipeline
from stacks.base import SystemStack
from stacks.delivery import DeliveryStack
from stacks.frontend import FrontendStack
from stacks.service import ServiceStack


class PipelineStack(SystemStack):
    """Source, build with this repository's own tests, deployment; for a service with a database a snapshot before."""

    def __init__(self, scope: Construct, name: str, config: Config, pipeline: Pipeline, delivery: DeliveryStack, target: ServiceStack | FrontendStack) -> None:
        super().__init__(scope, name, config, description=f"The pipeline {pipeline.name}.")
