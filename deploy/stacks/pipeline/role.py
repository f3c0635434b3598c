"""The roles of a pipeline: what each may do, and why where a name is not known beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from constructs import Construct

from stacks.acknowledgements import acknowledge


@dataclass(frozen=True)
class Permission:
    """`why` says what a `*` in a resource stands for; there is none without."""

    sid: str
    actions: Sequence[str]
    resources: Sequence[str]
    why: str = ""
    conditions: dict[str, Any] = field(default_factory=dict)

    def statement(self) -> iam.PolicyStatement:
        return iam.PolicyStatement(sid=self.sid, actions=list(self.actions), resources=list(self.resources), conditions=self.conditions)


def service_role(scope: Construct, service: str, permissions: Sequence[Permission]) -> iam.Role:
    """A role that one AWS service takes, for this account alone."""
    role = iam.Role(
        scope,
        "Role",
        assumed_by=iam.ServicePrincipal(service, conditions={"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}}),
        inline_policies={"own": iam.PolicyDocument(statements=[one.statement() for one in permissions])},
    )
    explain(role, permissions)
    return role


def widened(scope: Construct, role: iam.IRole, permissions: Sequence[Permission]) -> iam.IRole:
    """A role of another stack, with these besides; they go with this stack."""
    policy = iam.Policy(scope, "Policy", roles=[role], statements=[one.statement() for one in permissions])
    explain(policy, permissions)
    return role


def explain(construct: Construct, permissions: Sequence[Permission]) -> None:
    """Answers the checks wherever a resource holds a `*`."""
    for one in permissions:
        for resource in one.resources:
            if one.why and "*" in (rendered := text(Stack.of(construct).resolve(resource))):
                acknowledge(construct, f"AwsSolutions::AwsSolutions-IAM5[Resource::{rendered}]", one.why)


def text(resource: Any) -> str:
    """A resource as the checks call it: `arn:<AWS::Partition>:s3:::bucket/*`."""
    if isinstance(resource, str):
        return resource
    ((function, argument),) = resource.items()
    return "".join(map(text, argument[1])) if function == "Fn::Join" else f"<{argument if isinstance(argument, str) else '.'.join(argument)}>"
