"""What pipelines stand on: repositories, artifacts, notices; and what their roles may not do."""

import json

import pytest
from test_pipelines import ALL, SERVICES, template

import services
from states import states
from templates import Resource, Templates

IMAGES = [service.image for service in services.load().values()] + ["content-processor"]


@pytest.mark.parametrize("image", IMAGES)
def test_an_image_is_scanned_and_its_tag_never_changes(templates: Templates, image: str) -> None:
    repository = templates["Delivery"].only("AWS::ECR::Repository", RepositoryName=image)
    assert repository["ImageScanningConfiguration"] == {"ScanOnPush": True}
    assert repository["ImageTagMutability"] == "IMMUTABLE"
    untagged, kept = json.loads(repository["LifecyclePolicy"]["LifecyclePolicyText"])["rules"]
    assert (untagged["selection"]["tagStatus"], untagged["selection"]["countNumber"]) == ("untagged", 1)
    # The rule for any tag must be the last to be looked at.
    assert (kept["selection"]["tagStatus"], kept["selection"]["countNumber"], kept["rulePriority"]) == ("any", 20, 2)


@pytest.fixture
def artifacts(templates: Templates) -> Resource:
    return templates["Delivery"].only("AWS::S3::Bucket", BucketName="genai-bootcamp-artifacts")


@states("artifacts.1")
def test_artifacts_are_in_s3(templates: Templates, artifacts: Resource) -> None:
    for name in ALL:
        store = template(templates, name).only("AWS::CodePipeline::Pipeline", Name=name)["ArtifactStore"]
        assert (store["Type"], store["Location"]) == ("S3", artifacts.ref)


@states("artifacts.2")
def test_artifacts_are_encrypted_with_a_key_that_rotates(templates: Templates, artifacts: Resource) -> None:
    key = templates["Delivery"].only("AWS::KMS::Key")
    assert key["EnableKeyRotation"] is True
    assert artifacts["BucketEncryption"]["ServerSideEncryptionConfiguration"] == [
        {"BucketKeyEnabled": True, "ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key.attribute("Arn")}}
    ]
    for name in ALL:
        store = template(templates, name).only("AWS::CodePipeline::Pipeline", Name=name)["ArtifactStore"]
        assert store["EncryptionKey"] == {"Type": "KMS", "Id": key.attribute("Arn")}


def test_artifacts_go_after_a_month(artifacts: Resource) -> None:
    assert artifacts["LifecycleConfiguration"]["Rules"][0]["ExpirationInDays"] == 30
    assert artifacts["PublicAccessBlockConfiguration"] == {
        "BlockPublicAcls": True,
        "BlockPublicPolicy": True,
        "IgnorePublicAcls": True,
        "RestrictPublicBuckets": True,
    }


@pytest.mark.parametrize("name", ALL)
def test_failures_and_questions_reach_somebody(templates: Templates, name: str) -> None:
    rule = template(templates, name).only("AWS::CodeStarNotifications::NotificationRule")
    topic = templates["Delivery"].only("AWS::SNS::Topic")
    assert rule["Targets"] == [{"TargetType": "SNS", "TargetAddress": topic.ref}]
    assert rule["EventTypeIds"] == ["codepipeline-pipeline-pipeline-execution-failed", "codepipeline-pipeline-manual-approval-needed"]
    assert "KmsMasterKeyId" in topic


@pytest.mark.parametrize("name", ALL)
def test_what_builds_say_is_kept_a_week(templates: Templates, name: str) -> None:
    group = template(templates, name).only("AWS::Logs::LogGroup", LogGroupName=f"/aws/codebuild/{name}")
    assert group["RetentionInDays"] == 7
    for project in template(templates, name).resources("AWS::CodeBuild::Project"):
        assert project["LogsConfig"]["CloudWatchLogs"] == {"Status": "ENABLED", "GroupName": f"/aws/codebuild/{name}"}


@pytest.mark.parametrize("name", ALL)
def test_reports_and_caches(templates: Templates, name: str) -> None:
    """Tests report; what was fetched is fetched once; layers of images stay where they were built."""
    groups = {group["Name"] for group in template(templates, name).resources("AWS::CodeBuild::ReportGroup")}
    assert groups == {f"{name}-{kind}-{kind}" for kind in (("unit", "integration") if name in SERVICES else ("integration",))}
    for project in template(templates, name).resources("AWS::CodeBuild::Project"):
        specification = json.loads(project["Source"]["BuildSpec"])
        assert {f"{project['Name']}-{group}" for group in specification.get("reports", {})} <= groups
        if "cache" in specification:
            assert project["Cache"] == {"Type": "S3", "Location": f"genai-bootcamp-artifacts/cache/{project['Name']}"}


@pytest.mark.parametrize("name", ALL)
def test_a_role_reaches_what_is_its_own(templates: Templates, name: str) -> None:
    """Objects under its own prefixes, one repository, one service; nothing may be deleted."""
    for role in template(templates, name).resources("AWS::IAM::Role"):
        for statement in role["Policies"][0]["PolicyDocument"].plain("Statement"):
            actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            places = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
            assert not [one for one in actions if "*" in one or "Delete" in one]
            if statement["Sid"] == "Artifacts":
                assert all(f"/{name[:20]}/*" in place or f"/cache/{name}-" in place for place in places)
            if statement["Sid"] in ("SignInToECR", "SeeDefinitions"):
                assert places == ["*"]
            else:
                assert "*" not in places
