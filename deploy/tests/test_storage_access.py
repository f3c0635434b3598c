"""Who may do what with buckets and their key."""

import pytest

from states import states
from templates import Node, Templates

ACCOUNT = {"aws:SourceAccount": "${AWS::AccountId}"}
ARN = "arn:${AWS::Partition}:"
BUCKETS = {"FrontendAssets": (), "UserContent": (), "Logs": ("delivery.logs.amazonaws.com", "logs.us-east-1.amazonaws.com"), "Backups": ()}
FOLDERS = {
    "UserContent": ["writing-submissions/", "generated-content/", "user-uploads/", "archive/"],
    "Logs": ["application-logs/", "cloudwatch-logs/", "alb-logs/", "vpc-flow-logs/"],
    "Backups": ["database-backups/", "application-state/", "configuration-backups/"],
    "DeliveryLogs": ["alb-logs/", "s3-access-logs/", "inventory/", "cloudfront-logs/"],
}


def statement(templates: Templates, bucket: str, sid: str) -> Node:
    policy = templates["Storage"].only("AWS::S3::BucketPolicy", Bucket=f"${{Storage/{bucket}}}")
    return sid_of(policy["PolicyDocument"]["Statement"], sid)


def sid_of(statements: Node, sid: str) -> Node:
    with statements.templates.unrecorded():
        (place,) = [place for place, one in enumerate(statements) if one.get("Sid") == sid]
    return statements[place]


@states("security-configuration.1-4")
@pytest.mark.parametrize("bucket", [*BUCKETS, "DeliveryLogs"])
def test_nobody_comes_without_tls(templates: Templates, bucket: str) -> None:
    arn = f"${{Storage/{bucket}.Arn}}"
    assert statement(templates, bucket, "TLSOnly") == {
        "Sid": "TLSOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [arn, f"{arn}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }


@states("security-configuration.5-8")
@pytest.mark.parametrize("bucket", BUCKETS)
def test_nothing_is_written_without_kms(templates: Templates, bucket: str) -> None:
    """Only services that cannot say so are taken without the header, where they write logs; the bucket's default encrypts what they write."""
    conditions: dict = {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    if BUCKETS[bucket]:
        conditions["StringNotEqualsIfExists"] = {"aws:PrincipalServiceName": list(BUCKETS[bucket])}
    assert statement(templates, bucket, "KMSOnly") == {
        "Sid": "KMSOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:PutObject",
        "Resource": f"${{Storage/{bucket}.Arn}}/*",
        "Condition": conditions,
    }


@pytest.mark.parametrize(
    "bucket",
    [
        pytest.param("UserContent", marks=states("application-storage.12-14")),
        pytest.param("Logs", marks=states("logs-storage.12-15")),
        pytest.param("Backups", marks=states("backup-storage-2.10-12")),
        "DeliveryLogs",
    ],
)
def test_objects_are_in_folders(templates: Templates, bucket: str) -> None:
    assert statement(templates, bucket, "FoldersOnly") == {
        "Sid": "FoldersOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:PutObject",
        "NotResource": [f"${{Storage/{bucket}.Arn}}/{folder}*" for folder in FOLDERS[bucket]],
    }


BROWSERS = {
    "Service": "cloudfront.amazonaws.com",
    "Condition": {"ArnLike": {"aws:SourceArn": f"{ARN}cloudfront::${{AWS::AccountId}}:distribution/*"}},
}


@pytest.mark.parametrize(("bucket", "prefix"), [pytest.param("FrontendAssets", "", marks=states("s3-buckets.20")), ("UserContent", "generated-content/haiku/")])
def test_browsers_read_by_cloudfront(templates: Templates, bucket: str, prefix: str) -> None:
    assert statement(templates, bucket, "Browsers") == {
        "Sid": "Browsers",
        "Effect": "Allow",
        "Principal": {"Service": BROWSERS["Service"]},
        "Action": "s3:GetObject",
        "Resource": f"${{Storage/{bucket}.Arn}}/{prefix}*",
        "Condition": BROWSERS["Condition"],
    }


@pytest.mark.parametrize(
    ("sid", "service", "prefix"), [("S3AccessLogs", "logging.s3.amazonaws.com", "s3-access-logs/"), ("Inventory", "s3.amazonaws.com", "inventory/")]
)
def test_s3_delivers(templates: Templates, sid: str, service: str, prefix: str) -> None:
    assert statement(templates, "DeliveryLogs", sid) == {
        "Sid": sid,
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "s3:PutObject",
        "Resource": f"${{Storage/DeliveryLogs.Arn}}/{prefix}*",
        "Condition": {"StringEquals": ACCOUNT, "ArnLike": {"aws:SourceArn": f"{ARN}s3:::*"}},
    }


def test_load_balancers_of_this_account_deliver(templates: Templates) -> None:
    assert statement(templates, "DeliveryLogs", "AlbLogs") == {
        "Sid": "AlbLogs",
        "Effect": "Allow",
        "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": "${Storage/DeliveryLogs.Arn}/alb-logs/AWSLogs/${AWS::AccountId}/*",
    }


def test_flow_logs_are_taken(templates: Templates) -> None:
    """Where the network writes them, under the conditions that EC2 itself asks for."""
    flow = templates["Network"].only("AWS::EC2::FlowLog", LogDestinationType="s3")
    assert flow["LogDestination"] == f"{ARN}s3:::genai-bootcamp-logs/vpc-flow-logs/"
    source = {"ArnLike": {"aws:SourceArn": f"{ARN}logs:us-east-1:${{AWS::AccountId}}:*"}}
    written = statement(templates, "Logs", "VpcFlowLogs")
    assert written["Principal"] == {"Service": "delivery.logs.amazonaws.com"}
    assert written["Resource"] == "${Storage/Logs.Arn}/vpc-flow-logs/*"
    assert written["Condition"] == {"StringEquals": {**ACCOUNT, "s3:x-amz-acl": "bucket-owner-full-control"}, **source}
    assert statement(templates, "Logs", "VpcFlowLogsLook")["Action"] == ["s3:GetBucketAcl", "s3:ListBucket"]
    sealed = sid_of(templates["Storage"].only("AWS::KMS::Key")["KeyPolicy"]["Statement"], "Logs")
    assert sealed["Principal"] == {"Service": ["delivery.logs.amazonaws.com", "logs.us-east-1.amazonaws.com"]}


@states("security-configuration.9-13")
def test_the_key_is_for_the_two_roles(templates: Templates) -> None:
    storage = templates["Storage"]
    roles = [storage.only("AWS::IAM::Role", RoleName=name).attribute("Arn") for name in ("application-role", "backup-role")]
    key = storage.only("AWS::KMS::Key", EnableKeyRotation=True)
    assert sid_of(key["KeyPolicy"]["Statement"], "Roles") == {
        "Sid": "Roles",
        "Effect": "Allow",
        "Principal": {"AWS": roles},
        "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
        "Resource": "*",
    }


@pytest.mark.parametrize(
    ("name", "role", "bucket"),
    [
        pytest.param("app-dw-content", "application-role", "genai-bootcamp-user-content", marks=states("access-configuration.1-6")),
        pytest.param("app-dw-backups", "backup-role", "genai-bootcamp-backups", marks=states("access-configuration.7-12")),
    ],
)
def test_a_role_reads_and_writes_one_bucket(templates: Templates, name: str, role: str, bucket: str) -> None:
    storage = templates["Storage"]
    policy = storage.only("AWS::IAM::ManagedPolicy", ManagedPolicyName=name)
    assert policy["Roles"] == [storage.only("AWS::IAM::Role", RoleName=role).ref]
    arn = f"{ARN}s3:::{bucket}"
    assert policy["PolicyDocument"]["Statement"] == [
        {"Sid": "Objects", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject", "s3:ListBucket"], "Resource": [arn, f"{arn}/*"]},
        {"Sid": "Key", "Effect": "Allow", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "${Storage/Key.Arn}"},
    ]
