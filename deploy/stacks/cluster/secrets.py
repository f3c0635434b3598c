"""What services keep from everybody else and share among themselves."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config.compute import Compute
from stacks.acknowledgements import acknowledge


class SharedSecrets(Construct):
    """Keys by the names of services.json. They stay when the stack goes: without them no session can be opened and no audit line be compared."""

    def __init__(self, scope: Construct, name: str, compute: Compute) -> None:
        super().__init__(scope, name)
        self.secrets: dict[str, secrets.ISecret] = {}
        generation = secrets.CfnSecret.GenerateSecretStringProperty(password_length=compute.generated_secret_length, exclude_punctuation=True)
        for secret in compute.generated_secrets:
            self._secret(secret, "Generated; services read it when they start.", generation)
        self._secret(
            compute.session_keys_secret,
            "The ring of keys that sessions are sealed with, newest first: put `openssl rand -base64 32` here before the first service is deployed.",
            None,
        )
        acknowledge(
            self,
            "AwsSolutions::AwsSolutions-SMG4",
            "A key of a ring is added by hand before the one before it goes: replaced at once, it would end every session and break calls under way.",
        )

    def _secret(self, name: str, description: str, generation: secrets.CfnSecret.GenerateSecretStringProperty | None) -> None:
        id = name.title().replace("-", "")
        secret = secrets.CfnSecret(self, id, name=name, description=description, generate_secret_string=generation)
        secret.apply_removal_policy(RemovalPolicy.RETAIN)
        # By the whole ARN: `jwt-secret` ends like one, and Secrets Manager would look for a secret called `jwt`.
        self.secrets[name] = secrets.Secret.from_secret_complete_arn(self, f"{id}View", secret.ref)
