"""One React app behind CloudFront."""

from stacks.frontend.stack import FrontendStack

__all__ = ["FrontendStack"]
