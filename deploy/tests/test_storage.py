"""Buckets: what holds for each of them, and what each is for."""

import pytest

from states import states
from templates import Resource, Templates

ASSETS, CONTENT, LOGS, BACKUPS, DELIVERIES = (f"genai-bootcamp-{name}" for name in ("frontend-assets", "user-content", "logs", "backups", "delivery-logs"))
KEY = "${Storage/Key.Arn}"


def bucket(templates: Templates, name: str) -> Resource:
    return templates["Storage"].only("AWS::S3::Bucket", BucketName=name)


def stated_rule(templates: Templates, name: str) -> dict:
    """The rule that the specification names; the one after it is about what that leaves behind."""
    return bucket(templates, name)["LifecycleConfiguration"]["Rules"][0]


@states("high-level-summary-of-requirements.11")
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(ASSETS, marks=states("s3-buckets.1")),
        pytest.param(CONTENT, marks=states("application-storage.1")),
        pytest.param(LOGS, marks=states("logs-storage.1")),
        pytest.param(BACKUPS, marks=states("backup-storage-2.1")),
    ],
)
def test_a_bucket_stays_when_its_stack_goes(templates: Templates, name: str) -> None:
    made = bucket(templates, name)
    assert (made.beside("DeletionPolicy"), made.beside("UpdateReplacePolicy")) == ("Retain", "Retain")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(ASSETS, marks=states("s3-buckets.2", "data-protection-2.2")),
        pytest.param(CONTENT, marks=states("application-storage.2", "data-protection-2.2")),
        pytest.param(LOGS, marks=states("logs-storage.2", "data-protection-2.2")),
        pytest.param(BACKUPS, marks=states("backup-storage-2.2", "data-protection-2.2")),
    ],
)
def test_versions_are_kept(templates: Templates, name: str) -> None:
    """MFA delete is no property of CloudFormation: only the account's root user can turn it on."""
    assert bucket(templates, name)["VersioningConfiguration"] == {"Status": "Enabled"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(ASSETS, marks=states("s3-buckets.3")),
        pytest.param(CONTENT, marks=states("application-storage.3")),
        pytest.param(LOGS, marks=states("logs-storage.3")),
        pytest.param(BACKUPS, marks=states("backup-storage-2.3")),
    ],
)
def test_objects_are_encrypted_under_our_key(templates: Templates, name: str) -> None:
    rule = {"BucketKeyEnabled": True, "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": KEY}}
    assert bucket(templates, name)["BucketEncryption"]["ServerSideEncryptionConfiguration"] == [rule]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(ASSETS, marks=states("s3-buckets.4")),
        pytest.param(CONTENT, marks=states("application-storage.4")),
        pytest.param(LOGS, marks=states("logs-storage.4")),
        pytest.param(BACKUPS, marks=states("backup-storage-2.4")),
    ],
)
def test_the_public_is_shut_out(templates: Templates, name: str) -> None:
    made = bucket(templates, name)
    names = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
    assert made["PublicAccessBlockConfiguration"] == dict.fromkeys(names, True)
    assert made["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}


@states("s3-buckets.5-15")
def test_apps_may_read_assets(templates: Templates) -> None:
    origins = [f"https://{app}.app-dw.net" for app in ("lang-portal", "haiku", "vocab", "writing")]
    origins += [f"http://localhost:{port}" for port in (3000, 3001, 3002, 3003)]
    rules = bucket(templates, ASSETS)["CorsConfiguration"]["CorsRules"]
    assert rules == [{"AllowedOrigins": origins, "AllowedMethods": ["GET"], "AllowedHeaders": ["Authorization", "Content-Type"]}]


@states("s3-buckets.16-19")
def test_old_versions_of_assets_go_after_a_week(templates: Templates) -> None:
    rule = {"Id": "old-versions", "Prefix": "", "Status": "Enabled", "NoncurrentVersionExpiration": {"NoncurrentDays": 7}}
    assert stated_rule(templates, ASSETS) == rule


@states("application-storage.5-9")
def test_archived_content_grows_cold(templates: Templates) -> None:
    steps = [{"StorageClass": "INTELLIGENT_TIERING", "TransitionInDays": 90}]
    assert stated_rule(templates, CONTENT) == {"Id": "archive-old-content", "Prefix": "archive/", "Status": "Enabled", "Transitions": steps}


@states("logs-storage.5-11")
def test_logs_are_kept_for_a_year(templates: Templates) -> None:
    steps = [{"StorageClass": "INTELLIGENT_TIERING", "TransitionInDays": 30}, {"StorageClass": "GLACIER", "TransitionInDays": 90}]
    rule = {"Id": "log-retention", "Prefix": "", "Status": "Enabled", "Transitions": steps, "ExpirationInDays": 365}
    assert stated_rule(templates, LOGS) == rule
    assert stated_rule(templates, DELIVERIES) == rule


@states("backup-storage-2.5-9")
def test_backups_are_kept_for_two_years(templates: Templates) -> None:
    steps = [{"StorageClass": "GLACIER", "TransitionInDays": 30}]
    rule = {"Id": "backup-retention", "Prefix": "", "Status": "Enabled", "Transitions": steps, "ExpirationInDays": 730}
    assert stated_rule(templates, BACKUPS) == rule


@pytest.mark.parametrize("name", [ASSETS, CONTENT, LOGS, BACKUPS, DELIVERIES])
def test_nothing_is_left_behind(templates: Templates, name: str) -> None:
    """Neither uploads that nobody finished nor, for ever, versions that were replaced."""
    rules = bucket(templates, name)["LifecycleConfiguration"]["Rules"].plain()
    assert rules[1]["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 7}
    assert [rule["NoncurrentVersionExpiration"]["NoncurrentDays"] for rule in rules if "NoncurrentVersionExpiration" in rule] == [7 if name == ASSETS else 30]


@states("application-storage.10-11")
def test_every_upload_is_looked_at(templates: Templates) -> None:
    storage = templates["Storage"]
    function = storage.only("AWS::Lambda::Function", FunctionName="content-processor-lambda")
    told = bucket(templates, CONTENT)["NotificationConfiguration"]["LambdaConfigurations"]
    assert told == [{"Event": "s3:ObjectCreated:*", "Function": function.attribute("Arn")}]
    permission = storage.only("AWS::Lambda::Permission", FunctionName=function.attribute("Arn"))
    assert permission["Principal"] == "s3.amazonaws.com"
    assert permission["SourceArn"] == "arn:${AWS::Partition}:s3:::genai-bootcamp-user-content"


PROCESSOR = [
    {
        "PolicyName": "content",
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {"Action": "s3:GetObject", "Effect": "Allow", "Resource": "arn:${AWS::Partition}:s3:::genai-bootcamp-user-content/*"},
                {"Action": "kms:Decrypt", "Effect": "Allow", "Resource": KEY},
                {"Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Effect": "Allow", "Resource": "${Storage/ContentProcessor/Logs.Arn}"},
                {"Action": "sqs:SendMessage", "Effect": "Allow", "Resource": "${Storage/ContentProcessor/Failures.Arn}"},
            ],
        },
    }
]


def test_who_looks_at_uploads_writes_none(templates: Templates) -> None:
    """Else it would wake itself."""
    function = templates["Storage"].only("AWS::Lambda::Function", FunctionName="content-processor-lambda")
    role = templates["Storage"].only("AWS::IAM::Role", Policies=PROCESSOR)
    assert function["Role"] == role.attribute("Arn")


@states("storage-monitoring.4-6")
@pytest.mark.parametrize("name", [ASSETS, CONTENT, LOGS, BACKUPS])
def test_accesses_are_written_down(templates: Templates, name: str) -> None:
    """In the bucket of deliveries: S3 delivers them only where its own encryption is the default."""
    deliveries = bucket(templates, DELIVERIES)
    assert bucket(templates, name)["LoggingConfiguration"] == {"DestinationBucketName": deliveries.ref, "LogFilePrefix": f"s3-access-logs/{name}/"}
    (rule,) = deliveries["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}


@states("data-protection-2.4-9")
@pytest.mark.parametrize("name", [ASSETS, CONTENT, LOGS, BACKUPS])
def test_there_is_an_inventory_every_week(templates: Templates, name: str) -> None:
    deliveries = bucket(templates, DELIVERIES)
    destination = {"BucketArn": deliveries.attribute("Arn"), "BucketAccountId": "${AWS::AccountId}", "Format": "CSV", "Prefix": "inventory"}
    inventory = {
        "Id": "weekly",
        "Enabled": True,
        "IncludedObjectVersions": "Current",
        "ScheduleFrequency": "Weekly",
        "OptionalFields": ["Size", "LastModifiedDate", "StorageClass", "EncryptionStatus"],
        "Destination": destination,
    }
    assert bucket(templates, name)["InventoryConfigurations"] == [inventory]


@states("data-protection-2.1", "data-protection-2.3")
def test_objects_are_neither_locked_nor_copied_elsewhere(templates: Templates) -> None:
    for name in (ASSETS, CONTENT, LOGS, BACKUPS):
        made = bucket(templates, name)
        assert not {"ObjectLockEnabled", "ObjectLockConfiguration", "ReplicationConfiguration"} & set(made)
