"""The guardrail before the language models, the topic of its alarms, the execution role."""

from constructs import Construct

from config import Config
from stacks.base import SystemStack


class GuardrailStack(SystemStack):
    """What Bedrock refuses for us, beside our own policy; whom the services tell of an incident."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Guardrail", config, description="The guardrail before the language models, the topic of its alarms, the execution role.")
