"""One service on the cluster."""

from stacks.service.stack import ServiceStack

__all__ = ["ServiceStack"]
