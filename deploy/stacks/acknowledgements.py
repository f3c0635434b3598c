"""What checks object to and we keep, each with its reason beside the code it is about."""

from aws_cdk import Acknowledgment, Validations
from constructs import IConstruct


def acknowledge(construct: IConstruct, rule: str, reason: str) -> None:
    """For the construct and all within it; `rule` as the report calls it: `AwsSolutions::AwsSolutions-VPC7`, `CloudFormation-Validate::W3010`."""
    Validations.of(construct).acknowledge(Acknowledgment(id=rule, reason=reason))
