"""Who starts a task, and what the task may do then."""

from collections.abc import Mapping

from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from config import Config
from services import Service
from stacks.acknowledgements import acknowledge
from stacks.cluster import ClusterStack
from stacks.databases import DatabaseStack
from stacks.service.surroundings import Surroundings

# Services that speak: their words become sound in Polly.
SPEAKING = ("vocab-backend", "haiku-api")
NO_ARN = "AwsSolutions::AwsSolutions-IAM5[Resource::*]"


def execution_role(
    scope: Construct, config: Config, service: Service, cluster: ClusterStack, given: Mapping[str, secrets.ISecret], group: logs.CfnLogGroup
) -> iam.Role:
    """ECS itself as it starts a task: fetches this one image and these secrets, and opens the log. The task never has this role."""
    stack = Stack.of(scope)
    repository = stack.format_arn(service="ecr", resource="repository", resource_name=service.image)
    pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    statements = [
        # A token for the account's registry, which has no ARN; what may be pulled with it says the next one.
        iam.PolicyStatement(sid="Registry", actions=["ecr:GetAuthorizationToken"], resources=["*"]),
        iam.PolicyStatement(sid="Image", actions=pull, resources=[repository]),
        iam.PolicyStatement(sid="Logs", actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[group.attr_arn]),
        iam.PolicyStatement(sid="Secrets", actions=["secretsmanager:GetSecretValue"], resources=[secret.secret_arn for secret in given.values()]),
        iam.PolicyStatement(sid="Collector", actions=["ssm:GetParameters"], resources=[cluster.collector_configuration]),
    ]
    role = iam.Role(
        scope,
        "ExecutionRole",
        role_name=config.compute.execution_role(service.name),
        assumed_by=tasks(stack),
        inline_policies={"start": iam.PolicyDocument(statements=statements, minimize=False)},
    )
    acknowledge(role, NO_ARN, "A token for the account's registry has no ARN; the statement after it names the one image.")
    acknowledge(role, f"AwsSolutions::AwsSolutions-IAM5[Resource::<{stack.get_logical_id(group)}.Arn>]", "The ARN of a log group ends in a star: its streams.")
    return role


def task_role(scope: Construct, config: Config, service: Service, surroundings: Surroundings, database: DatabaseStack | None) -> iam.Role:
    """The service's own: what it is given a setting for, and nothing else."""
    stack = Stack.of(scope)
    policies = [surroundings.cluster.telemetry_policy]
    if database:
        policies.append(database.connect_policy)
    if "BEDROCK_GUARDRAIL_ID" in service.environment:
        policies.append(surroundings.guardrail.models_policy)
    if "CONTENT_BUCKET" in service.environment:
        policies.append(surroundings.storage.application_policy)
    # Words are spoken without a lexicon, and only lexicons have ARNs.
    speaks = [iam.PolicyStatement(sid="Speak", actions=["polly:SynthesizeSpeech"], resources=["*"])]
    inline = {"speech": iam.PolicyDocument(statements=speaks)} if service.name in SPEAKING else None
    name = config.compute.task_role(service.name)
    role = iam.Role(scope, "TaskRole", role_name=name, assumed_by=tasks(stack), managed_policies=policies, inline_policies=inline)
    if inline:
        acknowledge(role, NO_ARN, "Of what Polly speaks with only lexicons have ARNs, and there is none.")
    return role


def tasks(stack: Stack) -> iam.ServicePrincipal:
    """Tasks of this account alone, lest another one's ECS be made to use the role."""
    return iam.ServicePrincipal("ecs-tasks.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": stack.account}})
