"""What asking models needs of IAM, made from the table of models that the services embed."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

import models
from config.models import Models

INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]


def invocation(stack: Stack, config: Models) -> list[iam.PolicyStatement]:
    """Calls of the models in use: of inference profiles and of what is behind them, of others where they run."""
    used = models.living((*config.specified, *config.text, *config.images))
    routed = [model for model in used if model.has_profile]
    profiles = [f"arn:{stack.partition}:bedrock:{stack.region}:{stack.account}:inference-profile/{model.invocation_id}" for model in routed]
    direct = [foundation(stack, model, region) for model in used if not model.has_profile for region in model.regions]
    behind = [foundation(stack, model, region) for model in routed for region in model.regions]
    return [
        iam.PolicyStatement(sid="CallModels", actions=INVOKE, resources=profiles + direct),
        # A model of a profile is called by its profile alone.
        iam.PolicyStatement(sid="CallModelsOfProfiles", actions=INVOKE, resources=behind, conditions={"StringLike": {"bedrock:InferenceProfileArn": profiles}}),
    ]


def foundation(stack: Stack, model: models.Model, region: str) -> str:
    return f"arn:{stack.partition}:bedrock:{region}::foundation-model/{model.id}"
