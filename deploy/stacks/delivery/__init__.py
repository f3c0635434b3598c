"""Image repositories, pipeline artifacts, the connection to GitHub."""

from stacks.delivery.stack import DeliveryStack

__all__ = ["DeliveryStack"]
