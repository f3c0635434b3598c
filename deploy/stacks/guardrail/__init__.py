"""The guardrail before the language models, the topic of its alarms, the execution role."""

from stacks.guardrail.stack import GuardrailStack

__all__ = ["GuardrailStack"]
