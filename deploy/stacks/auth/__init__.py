"""Cognito: user pool, web client, domains, identity pool."""

from stacks.auth.stack import AuthStack

__all__ = ["AuthStack"]
