"""An Aurora PostgreSQL cluster and the proxy before it."""

from stacks.databases.stack import DatabaseStack

__all__ = ["DatabaseStack"]
