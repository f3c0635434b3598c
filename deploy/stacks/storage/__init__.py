"""Buckets and what reads and writes them."""

from stacks.storage.stack import StorageStack

__all__ = ["StorageStack"]
