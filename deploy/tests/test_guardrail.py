"""The guardrail mirrors our own guardrails, and whoever asks models may do that and no more."""

import re
from pathlib import Path

import pytest

from config.models import Models
from models import Model, living, resolve
from states import states
from templates import Node, Resource, Templates

SOURCES = Path(__file__).parents[2] / "Sources"
CONFIG = Models()


@pytest.fixture
def guardrail(templates: Templates) -> Resource:
    return templates["Guardrail"].only("AWS::Bedrock::Guardrail", Name="app-dw-guardrail")


@states("high-level-summary-of-requirements.12")
def test_attempts_on_the_model_and_harm_are_filtered(guardrail: Resource, templates: Templates) -> None:
    kinds = ("VIOLENCE", "SEXUAL", "MISCONDUCT", "INSULTS", "HATE")
    filters = [{"Type": "PROMPT_ATTACK", "InputStrength": "HIGH", "OutputStrength": "NONE"}]
    filters += [{"Type": kind, "InputStrength": "MEDIUM", "OutputStrength": "MEDIUM"} for kind in kinds]
    assert guardrail["ContentPolicyConfig"] == {"ContentFiltersTierConfig": {"TierName": "STANDARD"}, "FiltersConfig": filters}


@states("content-safety.7-12")
def test_topics_are_denied(guardrail: Resource, templates: Templates) -> None:
    topics = guardrail["TopicPolicyConfig"]["TopicsConfig"]
    names = ["Violence", "Explicit Content", "Harmful Instructions", "System Commands", "Network Operations", "File Operations"]
    assert [topic["Name"] for topic in topics] == names
    assert [topic["Type"] for topic in topics] == ["DENY"] * len(names)


def test_words_about_a_topic_are_allowed(guardrail: Resource) -> None:
    """Learners ask for words about war and crime; and examples are of a language each."""
    for topic in guardrail["TopicPolicyConfig"]["TopicsConfig"].plain():
        assert topic["Definition"].endswith("is allowed.") and len(topic["Definition"]) <= 200
        assert [example.isascii() for example in topic["Examples"]] == [True, False]


def test_vulgar_words_are_refused_and_personal_data_is_masked(guardrail: Resource) -> None:
    assert guardrail["WordPolicyConfig"] == {"ManagedWordListsConfig": [{"Type": "PROFANITY"}]}
    entities = guardrail["SensitiveInformationPolicyConfig"]["PiiEntitiesConfig"].plain()
    assert {entity["Action"] for entity in entities} == {"ANONYMIZE"}
    assert {entity["Type"] for entity in entities} == {entity for one in CONFIG.personal for entity in one.entities}


def raw_values(file: str, enum: str) -> set[str]:
    """The raw values of a Swift enumeration of texts."""
    body = (SOURCES / file).read_text().partition(f"enum {enum}: String")[2].partition("\n    }")[0]
    return {value or name for name, value in re.findall(r'^\s+case (\w+)(?: = "([^"]+)")?$', body, re.MULTILINE)}


def test_every_family_of_our_own_guardrails_has_its_place() -> None:
    mirrored = {family for one in (*CONFIG.filters, *CONFIG.topics) for family in one.families}
    known = raw_values("Guardrails/Finding.swift", "Family") - {"personal-data"}
    assert len(known) > 20
    assert mirrored | set(CONFIG.ours_alone) == known
    assert not mirrored & set(CONFIG.ours_alone)


def test_every_kind_of_personal_data_has_its_place() -> None:
    assert {one.kind for one in CONFIG.personal} == raw_values("Guardrails/Content/PersonalData.swift", "Kind")


def test_another_policy_is_another_version(templates: Templates, guardrail: Resource) -> None:
    """Versions stay for the services that use them; the number is in a parameter, for an export could not change."""
    version = templates["Guardrail"].only("AWS::Bedrock::GuardrailVersion", GuardrailIdentifier=guardrail.attribute("GuardrailId"))
    assert re.fullmatch(r"Policy [0-9a-f]{16}", version["Description"])
    assert (version.beside("DeletionPolicy"), version.beside("UpdateReplacePolicy")) == ("Retain", "Retain")
    parameter = templates["Guardrail"].only("AWS::SSM::Parameter", Name="/app-dw/guardrail/version")
    assert parameter["Value"] == version.attribute("Version")


def test_settings_are_the_ones_of_the_services() -> None:
    """The models of the policy's defaults are those that the permissions are for."""
    policy = (SOURCES / "LanguageModel" / "Policy" / "ModelPolicy.swift").read_text()
    for name, (primary, backup) in (("text", CONFIG.text), ("images", CONFIG.images)):
        assert f'var {name} = Models(primary: "{primary}", backup: "{backup}")' in policy


def test_what_the_specification_names_leads_to_living_models() -> None:
    assert [model.id for model in living(CONFIG.specified)] == ["anthropic.claude-sonnet-5-5", "amazon.nova-lite-v1:0"]


def test_unknown_and_endless_lines_of_models_are_errors() -> None:
    with pytest.raises(KeyError):
        living(["nobody.knows-this"])
    round_and_round = {id: Model(id, id, (), "retired", successor) for id, successor in (("one", "two"), ("two", "one"))}
    with pytest.raises(ValueError, match="circle"):
        resolve(round_and_round, "one")
    with pytest.raises(ValueError, match="no successor"):
        resolve({"last": Model("last", "last", (), "retired", None)}, "last")


ROUTED = ["anthropic.claude-sonnet-5-5", "amazon.nova-lite-v1:0", "anthropic.claude-haiku-4-5-20251001-v1:0"]
PAINTERS = ["stability.stable-image-core-v1:1", "stability.sd3-5-large-v1:0"]
REGIONS = ["us-east-1", "us-east-2", "us-west-2"]
BEDROCK = "arn:${AWS::Partition}:bedrock:"
PROFILES = [f"{BEDROCK}us-east-1:${{AWS::AccountId}}:inference-profile/us.{model}" for model in ROUTED]


def allowed(templates: Templates, sid: str) -> Node:
    statements = templates["Guardrail"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName="app-dw-models")["PolicyDocument"]["Statement"]
    with templates.unrecorded():
        (place,) = [place for place, one in enumerate(statements) if one["Sid"] == sid]
    return statements[place]


@states("bedrock-configuration.6-8", "high-level-summary-of-requirements.7", "high-level-summary-of-requirements.10")
def test_models_in_use_may_be_called(templates: Templates) -> None:
    invoke = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
    painters = [f"{BEDROCK}us-west-2::foundation-model/{model}" for model in PAINTERS]
    assert allowed(templates, "CallModels") == {"Sid": "CallModels", "Effect": "Allow", "Action": invoke, "Resource": PROFILES + painters}
    assert allowed(templates, "CallModelsOfProfiles") == {
        "Sid": "CallModelsOfProfiles",
        "Effect": "Allow",
        "Action": invoke,
        "Resource": [f"{BEDROCK}{region}::foundation-model/{model}" for model in ROUTED for region in REGIONS],
        "Condition": {"StringLike": {"bedrock:InferenceProfileArn": PROFILES}},
    }


def test_the_guardrail_may_be_asked_wherever_its_judges_run(templates: Templates, guardrail: Resource) -> None:
    profiles = [f"{BEDROCK}{region}:${{AWS::AccountId}}:guardrail-profile/us.guardrail.v1:0" for region in REGIONS]
    asked = allowed(templates, "AskTheGuardrail")
    assert (asked["Action"], asked["Resource"]) == ("bedrock:ApplyGuardrail", [guardrail.attribute("GuardrailArn"), *profiles])
    assert guardrail["CrossRegionConfig"] == {"GuardrailProfileArn": profiles[0]}


@states("bedrock-configuration.5", "bedrock-configuration.9-10")
def test_the_execution_role_may_look_at_logging(templates: Templates) -> None:
    role = templates["Guardrail"].only("AWS::IAM::Role", RoleName="bedrock-execution-role")
    assert role["ManagedPolicyArns"] == [templates["Guardrail"].only("AWS::IAM::ManagedPolicy", ManagedPolicyName="app-dw-models").ref]
    (policy,) = role["Policies"]
    assert policy["PolicyDocument"]["Statement"] == [{"Action": "bedrock:GetModelInvocationLoggingConfiguration", "Effect": "Allow", "Resource": "*"}]


@states("prompt-guards.11", "prompt-guards.13")
def test_prompts_are_secrets_with_versions(templates: Templates) -> None:
    """Secrets Manager gives every text that is put there a version of its own; services read the ones of their names."""
    prompt = templates["Guardrail"].only("AWS::SecretsManager::Secret", Name="app-dw/prompts/vocabulary")
    assert prompt["SecretString"] == (SOURCES.parent / "deploy" / "prompts" / "vocabulary.txt").read_text()
    assert allowed(templates, "ReadPrompts")["Resource"] == prompt.ref


def test_every_prompt_has_its_secret(templates: Templates) -> None:
    texts = {file.stem for file in (SOURCES.parent / "deploy" / "prompts").glob("*.txt")}
    assert set(CONFIG.prompts) == texts


def test_administrators_hear_of_alarms(templates: Templates) -> None:
    stack = templates["Guardrail"]
    topic = stack.only("AWS::SNS::Topic", TopicName="app-dw-admin")
    key = stack.only("AWS::KMS::Key", EnableKeyRotation=True)
    assert topic["KmsMasterKeyId"] == key.attribute("Arn")
    subscription = stack.only("AWS::SNS::Subscription", TopicArn=topic.ref)
    assert (subscription["Protocol"], subscription["Endpoint"]) == ("email", "${AdminEmail}")
    statements = stack.only("AWS::SNS::TopicPolicy")["PolicyDocument"]["Statement"].plain()
    publishers = [one["Principal"]["Service"] for one in statements if one["Effect"] == "Allow" and one["Principal"] != {"AWS": "*"}]
    assert publishers == [["cloudwatch.amazonaws.com", "budgets.amazonaws.com"]]


def test_services_tell_the_administrators_and_nobody_else(templates: Templates) -> None:
    stack = templates["Guardrail"]
    tell, seal = (allowed(templates, sid) for sid in ("TellAdministrators", "SealMessages"))
    assert (tell["Action"], tell["Resource"]) == ("sns:Publish", stack.only("AWS::SNS::Topic").ref)
    assert (seal["Action"], seal["Resource"]) == (["kms:Decrypt", "kms:GenerateDataKey"], stack.only("AWS::KMS::Key").attribute("Arn"))
