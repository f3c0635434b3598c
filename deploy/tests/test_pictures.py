"""Pictures follow the templates: what is changed there is changed in them, and what they cannot draw they say."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from picture import alarms, stacks
from picture.requests import requests
from picture.services import services
from picture.view import View
from templates import Templates


@pytest.fixture
def documents(templates: Templates) -> dict[str, dict]:
    """Templates to be changed at will."""
    return copy.deepcopy(dict(templates.documents))


def properties(documents: dict[str, dict], stack: str, type: str, is_it: Callable[[dict], bool] = lambda _: True) -> dict:
    """Of the one resource of a type that is meant."""
    (found,) = [one["Properties"] for one in documents[stack]["Resources"].values() if one["Type"] == f"AWS::{type}" and is_it(one["Properties"])]
    return found


def test_a_rule_of_a_security_group_is_an_arrow(documents: dict[str, dict]) -> None:
    arrow = 'WritingPracticeFrontend_Service -->|":8000"| LangPortalBackend_Service'
    assert arrow in requests(View(documents)).text()
    rule = properties(documents, "Network", "EC2::SecurityGroupIngress", lambda one: one["Description"] == "Allow traffic from Writing Practice")
    rule["FromPort"] = rule["ToPort"] = 8001
    assert arrow not in requests(View(documents)).text()


def test_a_behavior_is_an_arrow(documents: dict[str, dict]) -> None:
    assert '"/media/*"' in requests(View(documents)).text()
    properties(documents, "HaikuFrontend", "CloudFront::Distribution")["DistributionConfig"]["CacheBehaviors"].pop()
    assert '"/media/*"' not in requests(View(documents)).text()


def test_a_rule_that_reaches_nobody_is_told(documents: dict[str, dict]) -> None:
    rule = properties(documents, "Network", "EC2::SecurityGroupIngress", lambda one: one["Description"] == "Allow traffic from ALB for Streamlit")
    rule["FromPort"] = rule["ToPort"] = 80
    with pytest.raises(ValueError, match="VocabFrontend_Service"):
        requests(View(documents))


def test_a_right_is_an_arrow(documents: dict[str, dict]) -> None:
    before = services(View(documents)).text()
    role = properties(documents, "VocabBackend", "IAM::Role", lambda one: any(policy["PolicyName"] == "speech" for policy in one.get("Policies", [])))
    del role["Policies"]
    assert services(View(documents)).text() != before


def test_a_right_that_has_no_name_here_is_told(documents: dict[str, dict]) -> None:
    role = properties(documents, "VocabBackend", "IAM::Role", lambda one: any(policy["PolicyName"] == "speech" for policy in one.get("Policies", [])))
    role["Policies"][0]["PolicyDocument"]["Statement"] = [{"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "*"}]
    with pytest.raises(KeyError, match="dynamodb"):
        services(View(documents))


def test_an_alarm_without_a_sentence_is_told(documents: dict[str, dict]) -> None:
    alarm = {"AlarmName": "x", "Namespace": "AWS/Lambda", "MetricName": "Errors"}
    documents["Storage"]["Resources"]["X"] = {"Type": "AWS::CloudWatch::Alarm", "Properties": alarm}
    assert alarms.unspoken(View(documents)) == ["AWS/Lambda Errors"]


def test_a_sentence_without_an_alarm_is_told(documents: dict[str, dict]) -> None:
    resources = documents["Storage"]["Resources"]
    documents["Storage"]["Resources"] = {name: one for name, one in resources.items() if one["Type"] != "AWS::CloudWatch::Alarm"}
    assert alarms.unspoken(View(documents)) == ["AWS/S3 4xxErrors", "AWS/S3 BucketSizeBytes"]


def test_order_and_values_are_told_apart(folder: Path) -> None:
    known = stacks.load(folder)
    assert known["Auth"].waits == {"LoadBalancer"}
    assert known["Auth"].takes == {"Domain"}
    imports = {name for name, stack in known.items() if "Fn::ImportValue" in (folder / f"{name}.template.json").read_text()}
    assert imports == {name for name, stack in known.items() if stack.takes}
