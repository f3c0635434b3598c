"""The secrets by which the load balancer knows CloudFront."""

from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config.edge import Edge
from stacks.acknowledgements import acknowledge

LENGTH = 64


class OriginSecrets(Construct):
    """Two, so that one can be changed while the other is sent (`Edge.origin_secrets`). CloudFormation reads them when it deploys; no template holds them."""

    def __init__(self, scope: Construct, name: str, edge: Edge) -> None:
        super().__init__(scope, name)
        generation = secrets.CfnSecret.GenerateSecretStringProperty(password_length=LENGTH, exclude_punctuation=True)
        self.secrets = {
            secret: secrets.CfnSecret(
                self,
                secret.title().replace("-", ""),
                name=secret,
                description=f"What CloudFront shows the load balancer in {edge.origin_header}.",
                generate_secret_string=generation,
            )
            for secret in edge.origin_secrets
        }
        acknowledge(self, "AwsSolutions::AwsSolutions-SMG4", "Both sides of it are templates: it changes by two deployments, as config/edge.py says.")
        self.accepted: list[str] = [value(secret) for secret in self.secrets.values()]
        self.sent: str = value(self.secrets[edge.sent_origin_secret])


def value(secret: secrets.CfnSecret) -> str:
    return f"{{{{resolve:secretsmanager:{secret.ref}:SecretString:::}}}}"
