"""One pipeline from GitHub to a running service or site."""

from stacks.pipeline.service import ServicePipelineStack
from stacks.pipeline.site import SitePipelineStack
from stacks.pipeline.stack import PipelineStack

__all__ = ["PipelineStack", "ServicePipelineStack", "SitePipelineStack"]
