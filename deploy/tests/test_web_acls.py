"""What is refused before a request comes to anybody: at CloudFront, and at the load balancer."""

import pytest

from states import states
from system import SITES, distribution
from templates import Node, Resource, Templates

EVERYWHERE = [("Edge", "CLOUDFRONT"), ("LoadBalancer", "REGIONAL")]


def acl(templates: Templates, stack: str, scope: str) -> Resource:
    return templates[stack].only("AWS::WAFv2::WebACL", Scope=scope)


def managed(acl: Resource, priority: int, group: str) -> None:
    rule = acl["Rules"][priority]
    assert (rule["Priority"], rule["OverrideAction"]) == (priority, {"None": {}})
    statement = rule["Statement"]["ManagedRuleGroupStatement"]
    assert (statement["VendorName"], statement["Name"]) == ("AWS", group)


def on_both(*statements: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("stack", "scope"), [pytest.param(*place, marks=states(*statements)) for place in EVERYWHERE])


@on_both("waf-configuration.1")
def test_the_core_rules_hold(templates: Templates, stack: str, scope: str) -> None:
    managed(acl(templates, stack, scope), 0, "AWSManagedRulesCommonRuleSet")


@on_both("waf-configuration.2")
def test_known_bad_inputs_are_refused(templates: Templates, stack: str, scope: str) -> None:
    managed(acl(templates, stack, scope), 1, "AWSManagedRulesKnownBadInputsRuleSet")


@on_both("waf-configuration.3")
def test_addresses_of_bad_repute_are_refused(templates: Templates, stack: str, scope: str) -> None:
    managed(acl(templates, stack, scope), 2, "AWSManagedRulesAmazonIpReputationList")


def test_only_the_size_of_bodies_is_left_to_the_services(templates: Templates) -> None:
    counted = [{"Name": "SizeRestrictions_BODY", "ActionToUse": {"Count": {}}}]
    for place in EVERYWHERE:
        groups = [rule["Statement"]["ManagedRuleGroupStatement"] for rule in list(acl(templates, *place)["Rules"])[:3]]
        assert [group.get("RuleActionOverrides") for group in groups] == [counted, None, None]


def rate(templates: Templates, stack: str, scope: str) -> Node:
    rule = acl(templates, stack, scope)["Rules"][3]
    assert rule["Action"] == {"Block": {"CustomResponse": {"ResponseCode": 429}}}
    return rule["Statement"]["RateBasedStatement"]


BOUND = {"Limit": 2000, "EvaluationWindowSec": 300, "AggregateKeyType": "IP"}


@states("waf-configuration.4")
def test_cloudfront_bounds_every_address(templates: Templates) -> None:
    assert rate(templates, "Edge", "CLOUDFRONT") == BOUND


@states("waf-configuration.4")
def test_the_load_balancer_bounds_addresses_where_no_cloudfront_is_before_it(templates: Templates) -> None:
    starts = [
        {
            "ByteMatchStatement": {
                "FieldToMatch": {"SingleHeader": {"Name": "host"}},
                "PositionalConstraint": "STARTS_WITH",
                "SearchString": host,
                "TextTransformations": [{"Priority": 0, "Type": "LOWERCASE"}],
            }
        }
        for host in ("vocab.app-dw.net", "writing.app-dw.net")
    ]
    assert rate(templates, "LoadBalancer", "REGIONAL") == {**BOUND, "ScopeDownStatement": {"OrStatement": {"Statements": starts}}}


@on_both("waf-configuration.5", "security-infrastructure-questions.3")
def test_nothing_else_is_refused(templates: Templates, stack: str, scope: str) -> None:
    """Basic protection, and no country is blocked."""
    whole = acl(templates, stack, scope)
    assert whole["DefaultAction"] == {"Allow": {}}
    assert [rule["Name"] for rule in whole["Rules"]] == [
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesAmazonIpReputationList",
        "rate-per-address",
    ]


@states("security-controls.1", "security-considerations.1")
def test_web_acls_are_on_cloudfront_and_the_load_balancer(templates: Templates) -> None:
    """By the distributions themselves, and by an association."""
    outer, inner = (acl(templates, *place) for place in EVERYWHERE)
    for app in SITES:
        assert distribution(templates, app)["WebACLId"] == outer.attribute("Arn")
    assert templates["LoadBalancer"].only("AWS::WAFv2::WebACLAssociation")["WebACLArn"] == inner.attribute("Arn")


@pytest.mark.parametrize(("stack", "scope"), EVERYWHERE)
def test_refusals_are_written_down_without_what_signs_in(templates: Templates, stack: str, scope: str) -> None:
    logging = templates[stack].only("AWS::WAFv2::LoggingConfiguration")
    group = templates[stack].only("AWS::Logs::LogGroup")
    assert logging["ResourceArn"] == acl(templates, stack, scope).attribute("Arn")
    assert group["LogGroupName"].startswith("aws-waf-logs-")
    assert group["RetentionInDays"] == 7
    assert [destination.endswith(f"log-group:{group['LogGroupName']}") for destination in logging["LogDestinationConfigs"]] == [True]
    assert logging["RedactedFields"] == [{"SingleHeader": {"Name": name}} for name in ("authorization", "cookie")]
    kept = [{"ActionCondition": {"Action": action}} for action in ("BLOCK", "COUNT", "EXCLUDED_AS_COUNT")]
    assert logging["LoggingFilter"] == {"DefaultBehavior": "DROP", "Filters": [{"Behavior": "KEEP", "Requirement": "MEETS_ANY", "Conditions": kept}]}
