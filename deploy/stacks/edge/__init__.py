"""CloudFront's web ACL and the fields that all answers carry."""

from stacks.edge.stack import EdgeStack

__all__ = ["EdgeStack"]
