"""The guardrail before the language models, the topic of its alarms, the execution role."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from constructs import Construct

from config import Config
from stacks.acknowledgements import acknowledge
from stacks.base import SystemStack
from stacks.guardrail.guardrail import Guardrail
from stacks.guardrail.permissions import invocation
from stacks.guardrail.prompts import Prompts
from stacks.guardrail.topic import AdminTopic


class GuardrailStack(SystemStack):
    """What Bedrock refuses for us, beside our own policy; whom the services tell of an incident.

    Services that ask models take `models_policy` for their task's role, and `guardrail_id`, `guardrail_version` and `admin_topic` for their settings.
    """

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Guardrail", config, description="The guardrail before the language models, the topic of its alarms, the execution role.")
        models = config.models
        self.guardrail = Guardrail(self, "Guardrail", models)
        self.prompts = Prompts(self, "Prompts", models)
        admin = AdminTopic(self, "Admin", models)
        self.models_policy: iam.IManagedPolicy = self._models_policy(admin)
        self._execution_role()
        self.guardrail_id: str = self.guardrail.guardrail.attr_guardrail_id
        # Read when a service is deployed.
        self.guardrail_version: str = f"{{{{resolve:ssm:{models.guardrail_version_parameter}}}}}"
        self.admin_topic: sns.ITopic = admin.topic

    def _models_policy(self, admin: AdminTopic) -> iam.ManagedPolicy:
        """All that the road to the models needs: the models, the second judge, the prompts, and somebody to tell."""
        return iam.ManagedPolicy(
            self,
            "ModelsPolicy",
            managed_policy_name=f"{self.config.account.prefix}-models",
            description="Asks language models, the guardrail and the system prompts, and tells the administrators.",
            statements=[
                *invocation(self, self.config.models),
                iam.PolicyStatement(
                    sid="AskTheGuardrail",
                    actions=["bedrock:ApplyGuardrail"],
                    resources=[self.guardrail.guardrail.attr_guardrail_arn, *self.guardrail.profiles],
                ),
                iam.PolicyStatement(sid="ReadPrompts", actions=["secretsmanager:GetSecretValue"], resources=self.prompts.arns),
                iam.PolicyStatement(sid="TellAdministrators", actions=["sns:Publish"], resources=[admin.topic.topic_arn]),
                iam.PolicyStatement(sid="SealMessages", actions=["kms:Decrypt", "kms:GenerateDataKey"], resources=[admin.key.key_arn]),
            ],
        )

    def _execution_role(self) -> None:
        """The specification's role, for a task that asks models and needs nothing else; a task has one role, and others take the policy into theirs."""
        role = iam.Role(
            self,
            "ExecutionRole",
            role_name=self.config.models.execution_role,
            assumed_by=iam.ServicePrincipal("ecs-tasks.amazonaws.com", conditions={"StringEquals": {"aws:SourceAccount": self.account}}),
            managed_policies=[self.models_policy],
            inline_policies={
                # The account's one configuration of logging, which has no ARN: only `*` names it.
                "logging": iam.PolicyDocument(statements=[iam.PolicyStatement(actions=["bedrock:GetModelInvocationLoggingConfiguration"], resources=["*"])])
            },
        )
        acknowledge(
            role, "AwsSolutions::AwsSolutions-IAM5[Resource::*]", "The account has one configuration of model logging and it has no ARN; this only reads it."
        )
