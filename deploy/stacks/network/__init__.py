"""VPC, end points, security groups, flow logs."""

from stacks.network.stack import NetworkStack

__all__ = ["NetworkStack"]
