"""Who is let in by what resources say themselves, beside what roles say: every statement of every such policy, as one sentence."""

import json
from collections.abc import Iterator

import pytest

from templates import Templates

# Types with a policy of their own: what it is for, and the policy.
POLICIES = {
    "AWS::S3::BucketPolicy": ("Bucket", "PolicyDocument"),
    "AWS::KMS::Key": (None, "KeyPolicy"),
    "AWS::SNS::TopicPolicy": ("Topics", "PolicyDocument"),
    "AWS::SQS::QueuePolicy": ("Queues", "PolicyDocument"),
    "AWS::ECR::Repository": (None, "RepositoryPolicyText"),
    "AWS::Logs::ResourcePolicy": (None, "PolicyDocument"),
}


def allowed(templates: Templates) -> dict[str, set[str]]:
    """By resource: who may what, on which part of it, under which conditions."""
    found: dict[str, set[str]] = {}
    for template in templates:
        for type, (target, policy) in POLICIES.items():
            for resource in template.matching(type, {}):
                if policy in resource:
                    whole = resource[policy] if isinstance(resource[policy], str) else resource.plain(policy)
                    place = resource.ref if target is None else "".join(resource.plain(target))
                    found.setdefault(place[2:-1], set()).update(sentences(json.loads(whole) if isinstance(whole, str) else whole))
    return {place: said for place, said in found.items() if said}


def sentences(policy: dict) -> Iterator[str]:
    for one in policy["Statement"]:
        if one["Effect"] == "Allow":
            principal = one["Principal"] if isinstance(one["Principal"], str) else [name for names in one["Principal"].values() for name in listed(names)]
            conditions = [f"{test} {key}={value}" for test, keys in one.get("Condition", {}).items() for key, value in keys.items()]
            parts = [" ".join(listed(principal)), "may", " ".join(listed(one["Action"]))]
            parts += ["on", " ".join(listed(one.get("Resource", "it")))] if one.get("Resource", "*") != "*" else []
            yield " ".join([*parts, *(["if", ", ".join(sorted(conditions))] if conditions else [])])


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


ACCOUNT = "StringEquals aws:SourceAccount=${AWS::AccountId}"
ARN = "arn:${AWS::Partition}:"
OWNER = f"{ARN}iam::${{AWS::AccountId}}:root may kms:*"
BROWSERS = f"if ArnLike aws:SourceArn={ARN}cloudfront::${{AWS::AccountId}}:distribution/*"
LOGS = f"if ArnLike aws:SourceArn={ARN}logs:us-east-1:${{AWS::AccountId}}:*, {ACCOUNT}"
DELIVERED = f"if ArnLike aws:SourceArn={ARN}s3:::*, {ACCOUNT}"
OURS = "StringEquals s3:x-amz-acl=bucket-owner-full-control"
SEAL = "kms:Decrypt kms:GenerateDataKey"
ALARMS = "cloudwatch.amazonaws.com budgets.amazonaws.com"

ALLOWED = {
    "Delivery/ContentProcessor": {f"lambda.amazonaws.com may ecr:BatchGetImage ecr:GetDownloadUrlForLayer if {ACCOUNT}"},
    "Delivery/Key": {OWNER, f"codestar-notifications.amazonaws.com may {SEAL} if StringEquals kms:ViaService=sns.us-east-1.amazonaws.com"},
    "Delivery/Notices": {f"codestar-notifications.amazonaws.com may sns:Publish on ${{Delivery/Notices}} if {ACCOUNT}"},
    "Guardrail/Admin/Key": {OWNER, f"{ALARMS} may {SEAL} if {ACCOUNT}"},
    "Guardrail/Admin/Topic": {f"{ALARMS} may sns:Publish on ${{Guardrail/Admin/Topic}} if {ACCOUNT}"},
    "HaikuFrontend/Site": {f"cloudfront.amazonaws.com may s3:GetObject on ${{HaikuFrontend/Site.Arn}}/* {BROWSERS}"},
    "LangPortalFrontend/Site": {f"cloudfront.amazonaws.com may s3:GetObject on ${{LangPortalFrontend/Site.Arn}}/* {BROWSERS}"},
    "Monitoring/FailedTasks/Policy": {
        "events.amazonaws.com delivery.logs.amazonaws.com may logs:CreateLogStream logs:PutLogEvents"
        f" on {ARN}logs:us-east-1:${{AWS::AccountId}}:log-group:/aws/events/failed-tasks:* if ArnEquals aws:SourceArn=${{Monitoring/FailedTasks/Rule.Arn}}"
    },
    "Monitoring/LogGroups/Policy": {
        "delivery.logs.amazonaws.com may logs:CreateLogStream logs:PutLogEvents"
        f" on {ARN}logs:us-east-1:${{AWS::AccountId}}:log-group:/aws/cloudfront/* if {ACCOUNT}"
    },
    "Monitoring/Topics/Key": {OWNER, f"{ALARMS} may {SEAL} if {ACCOUNT}"},
    "Monitoring/Topics/High": {f"{ALARMS} may sns:Publish on ${{Monitoring/Topics/High}} if {ACCOUNT}"},
    "Monitoring/Topics/Medium": {f"{ALARMS} may sns:Publish on ${{Monitoring/Topics/Medium}} if {ACCOUNT}"},
    "Storage/DeliveryLogs": {
        f"delivery.logs.amazonaws.com may s3:GetBucketAcl s3:ListBucket on ${{Storage/DeliveryLogs.Arn}} {LOGS}",
        f"delivery.logs.amazonaws.com may s3:PutObject on ${{Storage/DeliveryLogs.Arn}}/cloudfront-logs/* {LOGS}, {OURS}",
        "logdelivery.elasticloadbalancing.amazonaws.com may s3:PutObject on ${Storage/DeliveryLogs.Arn}/alb-logs/AWSLogs/${AWS::AccountId}/*",
        f"logging.s3.amazonaws.com may s3:PutObject on ${{Storage/DeliveryLogs.Arn}}/s3-access-logs/* {DELIVERED}",
        f"s3.amazonaws.com may s3:PutObject on ${{Storage/DeliveryLogs.Arn}}/inventory/* {DELIVERED}",
    },
    "Storage/FrontendAssets": {f"cloudfront.amazonaws.com may s3:GetObject on ${{Storage/FrontendAssets.Arn}}/* {BROWSERS}"},
    "Storage/Key": {
        OWNER,
        f"${{Storage/ApplicationRole.Arn}} ${{Storage/BackupRole.Arn}} may {SEAL}",
        f"cloudfront.amazonaws.com may kms:Decrypt {BROWSERS}",
        f"delivery.logs.amazonaws.com logs.us-east-1.amazonaws.com may {SEAL} kms:Encrypt kms:ReEncryptFrom kms:ReEncryptTo kms:DescribeKey {LOGS}",
    },
    "Storage/Logs": {
        sentence
        for service, folder in (("delivery.logs.amazonaws.com", "vpc-flow-logs"), ("logs.us-east-1.amazonaws.com", "cloudwatch-logs"))
        for sentence in (
            f"{service} may s3:GetBucketAcl s3:ListBucket on ${{Storage/Logs.Arn}} {LOGS}",
            f"{service} may s3:PutObject on ${{Storage/Logs.Arn}}/{folder}/* {LOGS}, {OURS}",
        )
    },
    "Storage/UserContent": {f"cloudfront.amazonaws.com may s3:GetObject on ${{Storage/UserContent.Arn}}/generated-content/haiku/* {BROWSERS}"},
}


def test_nobody_else_is_let_in(templates: Templates) -> None:
    assert allowed(templates) == ALLOWED


def test_only_s3_wakes_the_function(templates: Templates) -> None:
    permission = templates["Storage"].only("AWS::Lambda::Permission")
    assert (permission["Action"], permission["Principal"]) == ("lambda:InvokeFunction", "s3.amazonaws.com")
    assert permission["SourceArn"] == f"{ARN}s3:::genai-bootcamp-user-content"
    assert permission["SourceAccount"] == "${AWS::AccountId}"


@pytest.mark.parametrize(("type", "target", "held"), [("S3::Bucket", "Bucket", "S3::BucketPolicy"), ("SNS::Topic", "Topics", "SNS::TopicPolicy")])
def test_nothing_is_asked_in_plain_text(templates: Templates, type: str, target: str, held: str) -> None:
    for template in templates:
        for resource in template.matching(f"AWS::{type}", {}):
            (policy,) = template.matching(f"AWS::{held}", {target: resource.ref if target == "Bucket" else [resource.ref]})
            plain = {"Bool": {"aws:SecureTransport": "false"}}
            (refused,) = [one for one in policy["PolicyDocument"].plain("Statement") if one["Effect"] == "Deny" and one.get("Condition") == plain]
            assert refused["Principal"] in ("*", {"AWS": "*"}) and refused["Action"] in ("s3:*", "sns:Publish"), resource.id
            whole = [resource.attribute("Arn"), f"{resource.attribute('Arn')}/*"] if target == "Bucket" else resource.ref
            assert refused["Resource"] == whole


def test_every_bucket_is_closed_and_encrypted(templates: Templates) -> None:
    """Those of the specification, the sites', and the ones for deliveries and artifacts."""
    buckets = [bucket for template in templates for bucket in template.matching("AWS::S3::Bucket", {})]
    assert len(buckets) == 8
    for bucket in buckets:
        assert set(bucket["PublicAccessBlockConfiguration"].plain().values()) == {True} and len(bucket["PublicAccessBlockConfiguration"]) == 4, bucket.id
        (default,) = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        sealed = default["ServerSideEncryptionByDefault"].plain()
        if bucket["BucketName"] == "genai-bootcamp-delivery-logs":
            assert sealed == {"SSEAlgorithm": "AES256"}
        else:
            assert sealed["SSEAlgorithm"] == "aws:kms" and sealed["KMSMasterKeyID"] in ("${Storage/Key.Arn}", "${Delivery/Key.Arn}"), bucket.id
