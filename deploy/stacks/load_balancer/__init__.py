"""The load balancer, its listeners and web ACL."""

from stacks.load_balancer.stack import LoadBalancerStack

__all__ = ["LoadBalancerStack"]
