"""Zones and certificates."""

from stacks.domain.stack import DomainStack

__all__ = ["DomainStack"]
