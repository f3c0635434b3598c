"""The language models: which may be asked, and what the guardrail before them refuses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Models:
    execution_role: str = "bedrock-execution-role"
    # What the specification names; AWS has retired them, so that the shared table of models says who succeeds each.
    specified: tuple[str, ...] = ("anthropic.claude-v2", "amazon.titan-text-express-v1")
    # What is kept as secrets under this prefix: the system prompts.
    prompt_prefix: str = "app-dw/prompts/"
    guardrail_name: str = "app-dw-guardrail"
    blocked_topics: tuple[str, ...] = ("Violence", "Explicit Content", "Harmful Instructions")
    metrics: tuple[str, ...] = ("TokenUsage", "PromptLength", "ResponseLength", "ProcessingTime", "ErrorRates", "GuardrailViolations")
