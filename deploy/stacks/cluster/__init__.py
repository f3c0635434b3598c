"""The ECS cluster and the names services call each other by."""

from stacks.cluster.stack import ClusterStack

__all__ = ["ClusterStack"]
