"""The system prompts, kept in Secrets Manager: every deployment of another text is another version there, which log lines name."""

from pathlib import Path

from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config.models import Models
from stacks.acknowledgements import acknowledge

FOLDER = Path(__file__).parents[2] / "prompts"


class Prompts(Construct):
    """One secret for each text of `deploy/prompts`, named as the services look for it."""

    def __init__(self, scope: Construct, name: str, models: Models) -> None:
        super().__init__(scope, name)
        self.arns = []
        for prompt in models.prompts:
            secret = secrets.CfnSecret(
                self,
                prompt.capitalize(),
                name=models.prompt_prefix + prompt,
                description=f"What the language model is told: {prompt}.",
                secret_string=(FOLDER / f"{prompt}.txt").read_text(),
            )
            self.arns.append(secret.ref)
        acknowledge(self, "AwsSolutions::AwsSolutions-SMG4", "A system prompt is a text, not a credential: it changes when somebody writes a better one.")
