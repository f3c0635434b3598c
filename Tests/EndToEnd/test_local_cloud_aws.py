"""local-cloud as boto3 sees it: every request is signed, sent over a socket and answered by the running program."""
from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
import urllib3.util.connection
from aws_clients import KEYS, READY, TOKEN, client, code_of, with_header
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError, HTTPClientError
from programs import running

# Signatures


def test_a_wrong_secret_is_refused_by_every_service(cloud_port: int) -> None:
    for service, call, code in (
        ("s3", lambda client: client.list_buckets(), "SignatureDoesNotMatch"),
        ("secretsmanager", lambda client: client.list_secrets(), "InvalidSignatureException"),
        ("sns", lambda client: client.list_topics(), "SignatureDoesNotMatch"),
    ):
        with pytest.raises(ClientError) as error:
            call(client(cloud_port, service, secret="another secret"))
        assert code_of(error) == code


def flipped(text: str, place: int) -> str:
    """Another digit or letter of the same kind at this place."""
    return text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]


@pytest.mark.parametrize("field", ["signature", "date", "scope", "path", "token", "body"])
def test_a_flipped_bit_is_refused(cloud_port: int, s3, bucket: str, field: str) -> None:
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    issued = requests.get(f"http://localhost:{cloud_port}/credentials", headers={"Authorization": TOKEN}, timeout=10).json()
    keys = Credentials(issued["AccessKeyId"], issued["SecretAccessKey"], issued["Token"])

    def send(change: bool) -> requests.Response:
        request = AWSRequest("PUT", f"http://localhost:{cloud_port}/{bucket}/k", data=b"word")
        S3SigV4Auth(keys, "s3", "us-east-1").add_auth(request)
        headers, url, body = dict(request.headers.items()), request.url, b"word"
        signed = headers["Authorization"]
        if change:
            match field:
                case "signature":
                    headers["Authorization"] = flipped(signed, len(signed) - 1)
                case "date":
                    headers["X-Amz-Date"] = flipped(headers["X-Amz-Date"], 14)
                case "scope":
                    headers["Authorization"] = flipped(signed, signed.index("/us-east-1") + 1)
                case "token":
                    headers["X-Amz-Security-Token"] = flipped(headers["X-Amz-Security-Token"], 5)
                case "path":
                    url = url[:-1] + "j"
                case "body":
                    body = b"wore"
        return requests.put(url, data=body, headers=headers, timeout=10)

    assert send(False).status_code == 200
    refused = send(True)
    assert refused.status_code in (400, 403) and "<Code>" in refused.text
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"word"


# Faults


def test_throttling_is_tried_again(cloud_port: int) -> None:
    calls = {"s3": lambda client: client.list_buckets(), "secretsmanager": lambda client: client.list_secrets(), "sns": lambda client: client.list_topics()}
    for service, call in calls.items():
        patient = client(cloud_port, service, attempts=3)
        with with_header(patient, "X-Local-Fault", "throttle;count=2"):
            assert call(patient)["ResponseMetadata"]["RetryAttempts"] == 2
        hasty = client(cloud_port, service)
        with with_header(hasty, "X-Local-Fault", "throttle"), pytest.raises(ClientError) as error:
            call(hasty)
        assert code_of(error) in ("SlowDown", "ThrottlingException", "Throttling")


@pytest.mark.parametrize("fault", ["reset", "cut"])
def test_an_answer_breaks_off(cloud_port: int, s3, bucket: str, fault: str) -> None:
    body = os.urandom(200_000)
    s3.put_object(Bucket=bucket, Key="k", Body=body)
    with with_header(s3, "X-Local-Fault", fault), pytest.raises((HTTPClientError, OSError, urllib3.exceptions.HTTPError)) as error:
        s3.get_object(Bucket=bucket, Key="k")["Body"].read()
    assert not isinstance(error.value, ClientError)
    patient = client(cloud_port, "s3", attempts=2)
    with with_header(patient, "X-Local-Fault", "reset;count=1"):
        assert patient.get_object(Bucket=bucket, Key="k")["Body"].read() == body


def test_the_control_page_sets_faults_until_they_are_cleared(cloud_port: int, s3) -> None:
    page = f"http://localhost:{cloud_port}/_faults"
    assert requests.put(f"{page}/services/s3", json={"fault": "error;status=503"}, timeout=10).status_code == 200
    with pytest.raises(ClientError) as error:
        s3.list_buckets()
    assert code_of(error) == "ServiceUnavailable"
    assert requests.get(f"{page}/services", timeout=10).json()["services"] == [{"service": "s3", "fault": "error;status=503", "happened": 1}]
    assert requests.post(page, data={"service": "s3", "clear": "1"}, timeout=10).status_code == 200
    s3.list_buckets()


# Secrets Manager


def test_versions_of_a_secret_move_their_stages(cloud_port: int) -> None:
    secrets = client(cloud_port, "secretsmanager")
    first = secrets.create_secret(Name="test/stages", SecretString="one", Description="a test")
    assert first["ARN"].startswith("arn:aws:secretsmanager:us-east-1:000000000000:secret:test/stages-")
    second = secrets.put_secret_value(SecretId="test/stages", SecretString="two")
    pending = secrets.put_secret_value(SecretId=first["ARN"], SecretBinary=b"\0three", VersionStages=["AWSPENDING"])
    values = {stage: secrets.get_secret_value(SecretId="test/stages", VersionStage=stage) for stage in ("AWSCURRENT", "AWSPREVIOUS", "AWSPENDING")}
    assert (values["AWSCURRENT"]["SecretString"], values["AWSPREVIOUS"]["SecretString"], values["AWSPENDING"]["SecretBinary"]) == ("two", "one", b"\0three")
    secrets.update_secret_version_stage(
        SecretId="test/stages", VersionStage="AWSCURRENT", MoveToVersionId=pending["VersionId"], RemoveFromVersionId=second["VersionId"]
    )
    described = secrets.describe_secret(SecretId="test/stages")["VersionIdsToStages"]
    assert sorted(described[pending["VersionId"]]) == ["AWSCURRENT", "AWSPENDING"] and described[second["VersionId"]] == ["AWSPREVIOUS"]
    with pytest.raises(ClientError) as error:
        secrets.create_secret(Name="test/stages", SecretString="x")
    assert code_of(error) == "ResourceExistsException"
    assert "test/stages" in {item["Name"] for item in secrets.list_secrets()["SecretList"]}


def test_a_deleted_secret_is_kept_for_a_while(cloud_port: int) -> None:
    secrets = client(cloud_port, "secretsmanager")
    secrets.create_secret(Name="test/deleted", SecretString="one")
    assert secrets.delete_secret(SecretId="test/deleted")["DeletionDate"] > datetime.now(UTC) + timedelta(days=29)
    with pytest.raises(ClientError) as error:
        secrets.get_secret_value(SecretId="test/deleted")
    assert code_of(error) == "InvalidRequestException"
    secrets.restore_secret(SecretId="test/deleted")
    assert secrets.get_secret_value(SecretId="test/deleted")["SecretString"] == "one"
    secrets.delete_secret(SecretId="test/deleted", ForceDeleteWithoutRecovery=True)
    with pytest.raises(ClientError) as error:
        secrets.get_secret_value(SecretId="test/deleted")
    assert code_of(error) == "ResourceNotFoundException"


def test_the_key_of_the_services_is_there_from_the_start(cloud_port: int) -> None:
    value = client(cloud_port, "secretsmanager").get_secret_value(SecretId="lang-portal/api-key")
    assert value["SecretString"] == "the-key-that-services-show-each-other"


# SNS


def test_what_is_published_lies_in_the_mailbox(cloud_port: int) -> None:
    sns = client(cloud_port, "sns")
    topic = sns.create_topic(Name="alerts")["TopicArn"]
    assert sns.create_topic(Name="alerts")["TopicArn"] == topic == "arn:aws:sns:us-east-1:000000000000:alerts"
    sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@example.com", ReturnSubscriptionArn=True)
    message = "Budget at 80 %: 予算 & <limits>"
    assert sns.publish(TopicArn=topic, Subject="Budget", Message=message)["MessageId"]
    assert topic in {item["TopicArn"] for item in sns.list_topics()["Topics"]}
    shown = requests.get(f"http://localhost:{cloud_port}/_mailbox", params={"to": "ops@example.com"}, timeout=10).json()["notifications"]
    assert [(item["topic"], item["subject"], item["body"], item["to"]) for item in shown] == [(topic, "Budget", message, ["ops@example.com"])]
    with pytest.raises(ClientError) as error:
        sns.publish(TopicArn=topic + "x", Message="nobody")
    assert code_of(error) == "NotFound"


# Credentials


def test_a_task_gets_keys_that_open_the_door(cloud_port: int) -> None:
    issued = requests.get(f"http://localhost:{cloud_port}/credentials", headers={"Authorization": TOKEN}, timeout=10).json()
    named = {"aws_access_key_id": issued["AccessKeyId"], "aws_secret_access_key": issued["SecretAccessKey"]}
    client(cloud_port, "s3", aws_session_token=issued["Token"], **named).list_buckets()
    with pytest.raises(ClientError) as error:
        client(cloud_port, "s3", aws_session_token="another", **named).list_buckets()
    assert code_of(error) == "InvalidToken"


def test_objects_outlive_a_restart(tmp_path) -> None:
    settings = KEYS | {"LOCAL_CLOUD_STATE": str(tmp_path / "state"), "LAME_DUCK_SECONDS": "0", "LOOPS": "1"}
    with running("local-cloud", settings, READY) as cloud_port:
        s3, secrets = client(cloud_port, "s3"), client(cloud_port, "secretsmanager")
        s3.create_bucket(Bucket="words")
        s3.put_object(Bucket="words", Key="猫/..", Body=b"cat", Metadata={"a": "b"}, ServerSideEncryption="aws:kms")
        tag = s3.put_object(Bucket="words", Key="猫/..", Body=b"the cat", Metadata={"a": "c"}, ServerSideEncryption="aws:kms")["ETag"]
        secrets.create_secret(Name="kept", SecretString="value")
        upload = s3.create_multipart_upload(Bucket="words", Key="parts", ContentType="audio/mpeg", ServerSideEncryption="aws:kms")["UploadId"]
        named = {"Bucket": "words", "Key": "parts", "UploadId": upload}
        first = os.urandom(5 << 20)
        s3.upload_part(**named, PartNumber=1, Body=b"replaced")
        s3.upload_part(**named, PartNumber=1, Body=first)
        given_up = s3.create_multipart_upload(Bucket="words", Key="given up")["UploadId"]
        s3.upload_part(Bucket="words", Key="given up", UploadId=given_up, PartNumber=1, Body=b"x")
        s3.abort_multipart_upload(Bucket="words", Key="given up", UploadId=given_up)
    assert len(list((tmp_path / "state" / "s3" / "data").iterdir())) == 2
    (tmp_path / "state" / "s3" / "data" / "00000000-0000-4000-8000-000000000000").write_bytes(b"left by a crash")
    with running("local-cloud", settings, READY) as cloud_port:
        got = client(cloud_port, "s3").get_object(Bucket="words", Key="猫/..")
        assert (got["Body"].read(), got["ETag"], got["Metadata"], got["ServerSideEncryption"]) == (b"the cat", tag, {"a": "c"}, "aws:kms")
        assert client(cloud_port, "secretsmanager").get_secret_value(SecretId="kept")["SecretString"] == "value"
        # An upload goes on where it was.
        s3 = client(cloud_port, "s3")
        assert [found["UploadId"] for found in s3.list_multipart_uploads(Bucket="words")["Uploads"]] == [upload]
        last = s3.upload_part(**named, PartNumber=2, Body=b"the end")
        listed = [{"PartNumber": part["PartNumber"], "ETag": part["ETag"]} for part in s3.list_parts(**named)["Parts"]]
        assert listed[-1]["ETag"] == last["ETag"]
        s3.complete_multipart_upload(**named, MultipartUpload={"Parts": listed})
        got = s3.get_object(Bucket="words", Key="parts")
        assert (got["Body"].read(), got["ContentType"], got["ServerSideEncryption"]) == (first + b"the end", "audio/mpeg", "aws:kms")
    assert len(list((tmp_path / "state" / "s3" / "data").iterdir())) == 2
    assert list((tmp_path / "state" / "s3" / "uploads").iterdir()) == []


def test_without_a_state_folder_nothing_is_left(cloud_port: int) -> None:
    body = secrets.token_bytes(32)

    def is_kept_in(folder: Path) -> bool:
        with suppress(FileNotFoundError):  # what belongs to another may end meanwhile
            return any(path.is_file() and path.read_bytes() == body for path in folder.rglob("*"))
        return False
    with running("local-cloud", KEYS | {"LAME_DUCK_SECONDS": "0", "LOOPS": "1"}, READY) as other:
        s3 = client(other, "s3")
        s3.create_bucket(Bucket="words")
        s3.put_object(Bucket="words", Key="k", Body=body)
        # Other stand-ins may run on this machine.
        [folder] = filter(is_kept_in, Path("/tmp").glob("local-cloud-??????"))
    assert not folder.exists()
