"""Bedrock's guardrail: what a second judge refuses beside our own guardrails."""

import hashlib
import json

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_bedrock as bedrock
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from config.models import Models

REFUSED = "This cannot be answered here."
Kind = bedrock.CfnGuardrail


class Guardrail(Construct):
    """The guardrail, and a version of it that never changes: another policy is another version.

    Services read the version's number from a parameter: as an export it could not change while a service uses it.
    """

    def __init__(self, scope: Construct, name: str, models: Models) -> None:
        super().__init__(scope, name)
        policies = policy(models)
        region = Stack.of(self).region
        self.profiles = [profile(Stack.of(self), models, one) for one in models.guardrail_regions]
        self.guardrail = bedrock.CfnGuardrail(
            self,
            "Guardrail",
            name=models.guardrail_name,
            description="The second judge of questions and answers, beside the services' own guardrails.",
            blocked_input_messaging=REFUSED,
            blocked_outputs_messaging=REFUSED,
            cross_region_config=Kind.GuardrailCrossRegionConfigProperty(guardrail_profile_arn=profile(Stack.of(self), models, region)),
            **policies,
        )
        # A version is a copy of what the guardrail is when it is made; another description makes another one. Those in use stay.
        version = bedrock.CfnGuardrailVersion(
            self, "Version", guardrail_identifier=self.guardrail.attr_guardrail_id, description=f"Policy {digest(self, policies)}"
        )
        version.apply_removal_policy(RemovalPolicy.RETAIN)
        ssm.CfnParameter(self, "VersionParameter", name=models.guardrail_version_parameter, type="String", value=version.attr_version)


def profile(stack: Stack, models: Models, region: str) -> str:
    return f"arn:{stack.partition}:bedrock:{region}:{stack.account}:guardrail-profile/{models.guardrail_profile}"


def digest(scope: Construct, policies: dict) -> str:
    text = json.dumps(Stack.of(scope).resolve(policies), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def policy(models: Models) -> dict:
    """What is judged: attempts and harm by filters, what is asked for by topics, vulgar words by a list; personal data is masked."""
    filters = [
        Kind.ContentFilterConfigProperty(type=one.type, input_strength=one.input_strength, output_strength=one.output_strength) for one in models.filters
    ]
    topics = [Kind.TopicConfigProperty(name=one.name, definition=one.definition, examples=list(one.examples), type="DENY") for one in models.topics]
    entities = [Kind.PiiEntityConfigProperty(type=entity, action="ANONYMIZE") for one in models.personal for entity in one.entities]
    return {
        "content_policy_config": Kind.ContentPolicyConfigProperty(
            filters_config=filters, content_filters_tier_config=Kind.ContentFiltersTierConfigProperty(tier_name=models.guardrail_tier)
        ),
        "topic_policy_config": Kind.TopicPolicyConfigProperty(
            topics_config=topics, topics_tier_config=Kind.TopicsTierConfigProperty(tier_name=models.guardrail_tier)
        ),
        "word_policy_config": Kind.WordPolicyConfigProperty(managed_word_lists_config=[Kind.ManagedWordsConfigProperty(type="PROFANITY")]),
        "sensitive_information_policy_config": Kind.SensitiveInformationPolicyConfigProperty(pii_entities_config=entities),
    }
