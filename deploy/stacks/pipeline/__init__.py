"""One pipeline from GitHub to a running service or site."""

from stacks.pipeline.stack import PipelineStack

__all__ = ["PipelineStack"]
