"""What holds for every template, whatever is in it: linters, and what they do not see."""

import json
import re
from collections import Counter
from pathlib import Path

from cfnlint.api import lint_by_config
from cfnlint.config import ManualArgs

import services
from templates import Templates

# What people say against the linter's warnings stands in the code, by `acknowledge`; these are about how templates are made.
IGNORED = {
    "W3005": "CDK states dependencies that references imply, too.",
    "W3010": "The three zones are configuration; see the network's acknowledgement.",
    "W3045": "Access to buckets is by policies; ACLs are off.",
}


def report(folder: Path) -> list[dict]:
    return json.loads((folder / "validation-report.json").read_text())["pluginReports"]


def test_nothing_is_objected_to_without_an_answer(folder: Path) -> None:
    """cdk-nag's AwsSolutions and CloudFormation's own rules; F0001 is a stack that is still empty."""
    objections = [
        f"{violation['ruleName']}: {construct['constructPath']}: {violation['description']}"
        for plugin in report(folder)
        for violation in plugin["violations"]
        if violation["ruleName"] != "F0001"
        for construct in violation["violatingConstructs"]
    ]
    assert not objections, "\n".join(objections)


def test_every_answer_is_a_reason(folder: Path) -> None:
    answers = [line for plugin in report(folder) for line in plugin.get("suppressedViolations") or []]
    assert answers
    for answer in answers:
        assert len(re.findall(r"\w+", json.dumps(answer.get("suppressions", answer)))) > 5, answer


def test_cfn_lint_finds_nothing(folder: Path, templates: Templates) -> None:
    # One that has no resources is one that nobody has filled yet.
    files = [str(folder / f"{stack}.template.json") for stack, document in templates.documents.items() if "Resources" in document]
    found = [
        f"{Path(match.filename).name}: {match.rule.id}: {'/'.join(map(str, match.path))}: {match.message}"
        for match in lint_by_config(ManualArgs(templates=files, regions=["us-east-1"]))
        if match.rule.id not in IGNORED
    ]
    assert not found, "\n".join(found)


def test_listener_priorities_are_unique(templates: Templates) -> None:
    rules = [(rule["ListenerArn"], rule["Priority"]) for template in templates for rule in template.matching("AWS::ElasticLoadBalancingV2::ListenerRule", {})]
    assert [rule for rule, times in Counter(rules).items() if times > 1] == []


STORAGE_CLASSES = ("STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE")


def test_objects_grow_colder_before_they_go(templates: Templates) -> None:
    for template in templates:
        for bucket in template.matching("AWS::S3::Bucket", {}):
            for rule in bucket.get("LifecycleConfiguration", {"Rules": []})["Rules"]:
                steps = [(step["TransitionInDays"], STORAGE_CLASSES.index(step["StorageClass"])) for step in rule.get("Transitions", [])]
                assert steps == sorted(steps), bucket.id
                assert not steps or "ExpirationInDays" not in rule or rule["ExpirationInDays"] > steps[-1][0], bucket.id


def test_no_policy_allows_everything(templates: Templates) -> None:
    """Narrower wildcards are cdk-nag's IAM5; a lone `*` as action or as the principal of an unconditional Allow is never right."""
    for template in templates:
        for statement in statements_in(templates.documents[template.stack]):
            if statement.get("Effect") == "Allow":
                actions = statement.get("Action", [])
                assert "*" not in (actions if isinstance(actions, list) else [actions]), (template.stack, statement)
                assert statement.get("Principal") not in ("*", {"AWS": "*"}) or statement.get("Condition"), (template.stack, statement)


def statements_in(value: object) -> list[dict]:
    """Every policy statement anywhere in a template."""
    if isinstance(value, list):
        return [one for item in value for one in statements_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "Effect" in value and "Action" in value else []
    return own + [one for item in value.values() for one in statements_in(item)]


SECRET = re.compile(r"AKIA[0-9A-Z]{16}|-----BEGIN|postgres(?:ql)?://[^\s/]*:[^\s/@]+@")


def test_no_template_holds_a_secret(templates: Templates) -> None:
    secrets = {name for service in services.load().values() for name in service.secrets}
    for template in templates:
        document = templates.documents[template.stack]
        assert not SECRET.search(json.dumps(document)), template.stack
        for task in template.matching("AWS::ECS::TaskDefinition", {}):
            for container in task["ContainerDefinitions"]:
                assert not secrets & {variable["Name"] for variable in container.get("Environment", [])}
        for secret in template.matching("AWS::SecretsManager::Secret", {}):
            assert "SecretString" not in secret or "password" not in secret["SecretString"].lower(), secret.id


def test_a_new_image_touches_one_stack(templates: Templates) -> None:
    """The tag is a parameter of the service's stack, and leaves it by no output."""
    stacks = [stack for stack, document in templates.documents.items() if "ImageTag" in document.get("Parameters", {})]
    assert len(stacks) == len(services.load())
    for stack in stacks:
        assert "ImageTag" not in json.dumps(templates.documents[stack].get("Outputs", {}))


def test_a_missing_parameter_is_answered_with_a_sentence(templates: Templates) -> None:
    for stack, document in templates.documents.items():
        for name, parameter in document.get("Parameters", {}).items():
            if parameter.get("Default") == "":
                (assertion,) = document["Rules"][f"{name}IsGiven"]["Assertions"]
                assert "--parameter-overrides" in assertion["AssertDescription"], f"{stack}: {name}"


def test_stacks_have_an_order(folder: Path) -> None:
    """Every stack can be deployed after the ones it depends on."""
    artifacts = json.loads((folder / "manifest.json").read_text())["artifacts"]
    waiting = {name: set(one.get("dependencies", [])) & set(artifacts) for name, one in artifacts.items() if one["type"] == "aws:cloudformation:stack"}
    waiting = {name: {other for other in others if other in waiting} for name, others in waiting.items()}
    while ready := [name for name, others in waiting.items() if not others]:
        waiting = {name: others - set(ready) for name, others in waiting.items() if name not in ready}
    assert not waiting
