"""local-cloud's S3 as boto3 sees it: every request is signed, sent over a socket and answered by the running program."""
from __future__ import annotations

import base64
import hashlib
import io
import os
import zlib
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import boto3
import pytest
import requests
import urllib3.util.connection
from aws_clients import CONTENT_BUCKET, KEYS, client, code_of
from boto3.s3.transfer import TransferConfig
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

AWKWARD_KEYS = [
    "plain.txt", "with space", "plus+plus", "100%", "%41", "日本語/猫.txt", "e\u0301", "\u00e9", "../up", "a/../b", "./here", "a//b",
    "//double", "/leading", "trailing/", "'single'", '"double"', "<xml>&amp;", "new\nline", "tab\there", "return\r", "~tilde",
    "a?b=c&d", "a#b", "semi;colon", "back\\slash", "🍁", "*", "=", "@", "x" * 1024,
]  # fmt: skip


# S3: objects


@pytest.mark.parametrize("key", AWKWARD_KEYS, ids=[ascii(key[:20]) for key in AWKWARD_KEYS])
def test_an_object_comes_back_whatever_its_key(s3, bucket: str, key: str) -> None:
    body = key.encode() * 3
    stored = s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType="text/plain; charset=utf-8", Metadata={"word": "neko", "level": "5"})
    assert stored["ETag"] == f'"{hashlib.md5(body).hexdigest()}"'
    assert stored["ChecksumCRC32"] == base64.b64encode(zlib.crc32(body).to_bytes(4)).decode()
    got = s3.get_object(Bucket=bucket, Key=key)
    assert got["Body"].read() == body
    assert got["ContentType"] == "text/plain; charset=utf-8"
    assert got["Metadata"] == {"word": "neko", "level": "5"}
    assert [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]] == [key]
    s3.copy_object(Bucket=bucket, Key=f"copy of {key}"[:1024], CopySource={"Bucket": bucket, "Key": key})
    assert s3.get_object(Bucket=bucket, Key=f"copy of {key}"[:1024])["Body"].read() == body
    s3.delete_object(Bucket=bucket, Key=key)
    with pytest.raises(ClientError) as error:
        s3.get_object(Bucket=bucket, Key=key)
    assert code_of(error) == "NoSuchKey"


def test_keys_that_look_alike_are_two_and_sorted_by_their_bytes(s3, bucket: str) -> None:
    keys = ["e\u0301", "\u00e9", "z", "Z", "a/", "a", "🍁", "\uffff"]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    listed = [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]]
    assert listed == sorted(keys, key=str.encode)
    assert s3.get_object(Bucket=bucket, Key="e\u0301")["Body"].read() != s3.get_object(Bucket=bucket, Key="\u00e9")["Body"].read()


def test_many_are_deleted_at_once(s3, bucket: str) -> None:
    for key in AWKWARD_KEYS:
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    # XML cannot hold every key as it is: real S3 has the same limit.
    keys = [key for key in AWKWARD_KEYS if "\r" not in key]
    deleted = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key} for key in keys]})
    assert [item["Key"] for item in deleted["Deleted"]] == keys
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == len(AWKWARD_KEYS) - len(keys)


def test_parts_and_conditions_are_heeded(s3, bucket: str) -> None:
    tag = s3.put_object(Bucket=bucket, Key="k", Body=b"0123456789")["ETag"]
    for asked, body, told in (("bytes=2-4", b"234", "bytes 2-4/10"), ("bytes=7-", b"789", "bytes 7-9/10"), ("bytes=-3", b"789", "bytes 7-9/10")):
        got = s3.get_object(Bucket=bucket, Key="k", Range=asked)
        assert (got["Body"].read(), got["ContentRange"], got["ResponseMetadata"]["HTTPStatusCode"]) == (body, told, 206)
    for asked, status in ({"Range": "bytes=10-"}, 416), ({"IfNoneMatch": tag}, 304), ({"IfMatch": '"another"'}, 412):
        with pytest.raises(ClientError) as error:
            s3.get_object(Bucket=bucket, Key="k", **asked)
        assert error.value.response["ResponseMetadata"]["HTTPStatusCode"] == status
    later = datetime.now(UTC) + timedelta(hours=1)
    with pytest.raises(ClientError) as error:
        s3.head_object(Bucket=bucket, Key="k", IfModifiedSince=later)
    assert error.value.response["ResponseMetadata"]["HTTPStatusCode"] == 304
    assert s3.head_object(Bucket=bucket, Key="k", IfMatch=tag)["ContentLength"] == 10
    with pytest.raises(ClientError) as error:
        s3.put_object(Bucket=bucket, Key="k", Body=b"again", IfNoneMatch="*")
    assert code_of(error) == "PreconditionFailed"


# Of "123456789": the check values of the catalogue of parametrised CRC algorithms, and what hashlib says.
CHECKSUMS = {
    "CRC32": bytes.fromhex("cbf43926"),
    "CRC32C": bytes.fromhex("e3069283"),
    "CRC64NVME": bytes.fromhex("ae8b14860a799888"),
    "SHA1": hashlib.sha1(b"123456789").digest(),
    "SHA256": hashlib.sha256(b"123456789").digest(),
}


@pytest.mark.parametrize("algorithm", CHECKSUMS)
def test_checksums_are_told_and_compared(s3, bucket: str, algorithm: str) -> None:
    value = base64.b64encode(CHECKSUMS[algorithm]).decode()
    told = {f"Checksum{algorithm}": value}
    assert s3.put_object(Bucket=bucket, Key="k", Body=b"123456789", **told)[f"Checksum{algorithm}"] == value
    assert s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")[f"Checksum{algorithm}"] == value
    with pytest.raises(ClientError) as error:
        s3.put_object(Bucket=bucket, Key="k", Body=b"123456780", **told)
    assert code_of(error) == "BadDigest"


# S3: listing


def test_a_listing_goes_on_from_page_to_page(s3, bucket: str) -> None:
    keys = [f"{folder}/{index}" for folder in ("a", "b", "b b") for index in range(4)] + ["root 1", "root 2"]
    for key in keys:
        s3.put_object(Bucket=bucket, Key=key, Body=b"")
    pages = list(s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": 3}))
    assert [item["Key"] for page in pages for item in page["Contents"]] == sorted(keys)
    assert [page["KeyCount"] for page in pages] == [3, 3, 3, 3, 2]
    pages = list(s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Delimiter="/", PaginationConfig={"PageSize": 2}))
    assert [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", [])] == ["a/", "b b/", "b/"]
    assert [item["Key"] for page in pages for item in page.get("Contents", [])] == ["root 1", "root 2"]
    below = s3.list_objects_v2(Bucket=bucket, Prefix="b b/", StartAfter="b b/1")
    assert [item["Key"] for item in below["Contents"]] == ["b b/2", "b b/3"]
    first = s3.list_objects(Bucket=bucket, MaxKeys=1, Delimiter="/")
    assert first["IsTruncated"] and first["NextMarker"] == "a/"
    assert s3.list_objects(Bucket=bucket, MaxKeys=1, Delimiter="/", Marker="a/")["CommonPrefixes"] == [{"Prefix": "b b/"}]
    with pytest.raises(ClientError) as error:
        s3.list_objects_v2(Bucket=bucket, ContinuationToken="nonsense!")
    assert code_of(error) == "InvalidArgument"


def test_buckets_are_made_listed_and_deleted_when_empty(cloud_port: int, s3, bucket: str) -> None:
    assert {bucket, CONTENT_BUCKET} <= {item["Name"] for item in s3.list_buckets()["Buckets"]}
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="k", Body=b"")
    for call, code in (
        (lambda: s3.delete_bucket(Bucket=bucket), "BucketNotEmpty"),
        (lambda: s3.list_objects_v2(Bucket="nobody-s-bucket"), "NoSuchBucket"),
        (lambda: s3.get_object(Bucket="nobody-s-bucket", Key="k"), "NoSuchBucket"),
        (lambda: s3.put_object(Bucket="nobody-s-bucket", Key="k", Body=b""), "NoSuchBucket"),
        (lambda: s3.get_object_acl(Bucket=bucket, Key="k"), "NotImplemented"),
    ):
        with pytest.raises(ClientError) as error:
            call()
        assert code_of(error) == code
    assert s3.head_bucket(Bucket=bucket)["BucketRegion"] == "us-east-1"


# S3: uploads in parts, presigned and streamed


def test_three_parts_make_an_object(s3, bucket: str) -> None:
    parts = [os.urandom(5 << 20), os.urandom((5 << 20) + 1), b"the end"]
    upload = s3.create_multipart_upload(Bucket=bucket, Key="big", ContentType="audio/mpeg", Metadata={"a": "b"})["UploadId"]
    named = {"Bucket": bucket, "Key": "big", "UploadId": upload}
    tags = [s3.upload_part(**named, PartNumber=number, Body=part)["ETag"] for number, part in enumerate(parts, 1)]
    assert [part["Size"] for part in s3.list_parts(**named)["Parts"]] == [len(part) for part in parts]
    listed = [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, 1)]
    unknown = [listed[0], listed[2], {"PartNumber": 4, "ETag": "x"}]
    for wrong, code in ((listed[::-1], "InvalidPartOrder"), ([{"PartNumber": 1, "ETag": tags[1]}], "InvalidPart"), (unknown, "InvalidPart")):
        with pytest.raises(ClientError) as error:
            s3.complete_multipart_upload(**named, MultipartUpload={"Parts": wrong})
        assert code_of(error) == code
    digests = b"".join(hashlib.md5(part).digest() for part in parts)
    done = s3.complete_multipart_upload(**named, MultipartUpload={"Parts": listed})
    assert done["ETag"] == f'"{hashlib.md5(digests).hexdigest()}-3"'
    got = s3.get_object(Bucket=bucket, Key="big")
    assert (got["Body"].read(), got["ContentType"], got["Metadata"]) == (b"".join(parts), "audio/mpeg", {"a": "b"})
    assert s3.get_object(Bucket=bucket, Key="big", Range=f"bytes={5 << 20}-{(5 << 20) + 9}")["Body"].read() == parts[1][:10]
    with pytest.raises(ClientError) as error:
        s3.list_parts(**named)
    assert code_of(error) == "NoSuchUpload"


def test_small_parts_are_refused_and_uploads_are_aborted(s3, bucket: str) -> None:
    named = {"Bucket": bucket, "Key": "k"} | {"UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]}
    listed = [{"PartNumber": number, "ETag": s3.upload_part(**named, PartNumber=number, Body=b"small")["ETag"]} for number in (1, 2)]
    with pytest.raises(ClientError) as error:
        s3.complete_multipart_upload(**named, MultipartUpload={"Parts": listed})
    assert code_of(error) == "EntityTooSmall"
    assert len(s3.list_multipart_uploads(Bucket=bucket)["Uploads"]) == 1
    s3.abort_multipart_upload(**named)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)


@pytest.mark.parametrize("algorithm", [None, "CRC32", "SHA256"])
def test_a_part_is_made_of_an_object_that_is_there(s3, bucket: str, algorithm: str | None) -> None:
    source, end = os.urandom((5 << 20) + 7), b"the end"
    tag = s3.put_object(Bucket=bucket, Key="猫/source", Body=source)["ETag"]
    more = {"ChecksumAlgorithm": algorithm} if algorithm else {}
    upload = s3.create_multipart_upload(Bucket=bucket, Key="copy", **more)["UploadId"]
    named = {"Bucket": bucket, "Key": "copy", "UploadId": upload}
    origin = {"CopySource": {"Bucket": bucket, "Key": "猫/source"}}
    whole = s3.upload_part_copy(**named, PartNumber=1, **origin, CopySourceIfMatch=tag)["CopyPartResult"]
    assert whole["ETag"] == tag
    assert (f"Checksum{algorithm}" in whole) == (algorithm is not None)
    part = s3.upload_part_copy(**named, PartNumber=2, **origin, CopySourceRange=f"bytes=3-{(5 << 20) + 2}")["CopyPartResult"]
    last = s3.upload_part(**named, PartNumber=3, Body=end, **more)
    parts = [{"PartNumber": n, "ETag": p["ETag"]} | {k: v for k, v in p.items() if k.startswith("Checksum") and k != "ChecksumType" and algorithm}
             for n, p in enumerate((whole, part, last), 1)]  # fmt: skip
    done = s3.complete_multipart_upload(**named, MultipartUpload={"Parts": parts})
    assert done["ETag"].endswith('-3"')
    assert s3.get_object(Bucket=bucket, Key="copy")["Body"].read() == source + source[3 : (5 << 20) + 3] + end


def test_what_a_part_cannot_be_made_of_is_a_typed_error(s3, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="source", Body=b"0123456789")
    named = {"Bucket": bucket, "Key": "k", "UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"], "PartNumber": 1}
    origin = {"Bucket": bucket, "Key": "source"}
    for more, code in (
        ({"CopySource": origin, "CopySourceRange": "bytes=0-10"}, "InvalidArgument"),
        ({"CopySource": origin, "CopySourceRange": "bytes=5-"}, "InvalidArgument"),
        ({"CopySource": origin | {"Key": "none"}}, "NoSuchKey"),
        ({"CopySource": origin | {"Bucket": "no-such-bucket"}}, "NoSuchBucket"),
        ({"CopySource": origin, "CopySourceIfMatch": '"another"'}, "PreconditionFailed"),
        ({"CopySource": origin, "UploadId": "none"}, "NoSuchUpload"),
    ):
        with pytest.raises(ClientError) as error:
            s3.upload_part_copy(**named | more)
        assert code_of(error) == code
    assert "Parts" not in s3.list_parts(**{name: named[name] for name in ("Bucket", "Key", "UploadId")})


@pytest.mark.parametrize(
    ("operation", "more"),
    [
        ("get_bucket_acl", {}),
        ("get_bucket_versioning", {}),
        ("list_object_versions", {}),
        ("get_object_tagging", {"Key": "k"}),
        ("get_object_attributes", {"Key": "k", "ObjectAttributes": ["ETag"]}),
        ("get_object", {"Key": "k", "PartNumber": 1}),
        ("put_object", {"Key": "k", "Body": b"x", "Tagging": "a=b"}),
        ("put_object", {"Key": "k", "Body": b"x", "ACL": "public-read"}),
        ("put_object", {"Key": "k", "Body": b"x", "SSECustomerAlgorithm": "AES256", "SSECustomerKey": "k" * 32}),
        ("create_multipart_upload", {"Key": "k", "StorageClass": "GLACIER"}),
    ],
)
def test_what_is_not_there_says_so_as_aws_does(cloud_port: int, bucket: str, operation: str, more: dict) -> None:
    s3 = client(cloud_port, "s3", signature_version="s3v4")
    with pytest.raises(ClientError) as error:
        getattr(s3, operation)(Bucket=bucket, **more)
    assert (code_of(error), error.value.response["ResponseMetadata"]["HTTPStatusCode"]) == ("NotImplemented", 501)
    assert len(error.value.response["Error"]["Message"]) > 20
    assert "Contents" not in s3.list_objects_v2(Bucket=bucket)


def test_streams_are_uploaded_whole_or_in_parts(s3, bucket: str) -> None:
    for size in (0, 1, 300_000, 17 << 20):
        body = os.urandom(size)
        config = TransferConfig(multipart_threshold=8 << 20, multipart_chunksize=6 << 20, max_concurrency=3)
        s3.upload_fileobj(io.BytesIO(body), bucket, "stream", Config=config)
        target = io.BytesIO()
        s3.download_fileobj(bucket, "stream", target, Config=config)
        assert target.getvalue() == body


def test_presigned_urls_put_and_get(s3, bucket: str) -> None:
    key = "a b/+%猫"
    put = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": key, "ContentType": "text/plain"}, ExpiresIn=60)
    assert requests.put(put, data=b"word", headers={"Content-Type": "text/plain"}, timeout=10).status_code == 200
    # Its content type is signed.
    assert requests.put(put, data=b"word", headers={"Content-Type": "text/html"}, timeout=10).status_code == 403
    get = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key, "ResponseContentDisposition": "attachment"}, ExpiresIn=60)
    got = requests.get(get, timeout=10)
    assert (got.content, got.headers["Content-Type"], got.headers["Content-Disposition"]) == (b"word", "text/plain", "attachment")
    assert requests.get(get, headers={"Range": "bytes=1-2"}, timeout=10).content == b"or"
    with patch("botocore.auth.get_current_datetime", return_value=datetime.now(UTC).replace(tzinfo=None) - timedelta(hours=1)):
        old = s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key}, ExpiresIn=60)
    assert "Request has expired" in requests.get(old, timeout=10).text


@pytest.mark.parametrize("host", ["{bucket}.localhost", "{bucket}.s3.localhost"])
def test_a_bucket_is_named_by_its_host(cloud_port: int, s3, bucket: str, host: str) -> None:
    resolve = urllib3.util.connection.create_connection
    with patch("urllib3.util.connection.create_connection", lambda address, *rest, **more: resolve(("127.0.0.1", address[1]), *rest, **more)):
        endpoint = f"http://{host.removeprefix('{bucket}.')}:{cloud_port}"
        config = Config(s3={"addressing_style": "virtual"}, retries={"total_max_attempts": 1})
        keys = {"aws_access_key_id": KEYS["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": KEYS["AWS_SECRET_ACCESS_KEY"]}
        virtual = boto3.client("s3", region_name="us-east-1", endpoint_url=endpoint, config=config, **keys)
        sent = []
        virtual.meta.events.register("before-send", lambda request, **_: sent.append(request.url))
        virtual.put_object(Bucket=bucket, Key="/a//../b", Body=b"virtual")
        assert [item["Key"] for item in virtual.list_objects_v2(Bucket=bucket)["Contents"]] == ["/a//../b"]
        assert sent[0].startswith(f"http://{host.format(bucket=bucket)}:{cloud_port}/")
    assert s3.get_object(Bucket=bucket, Key="/a//../b")["Body"].read() == b"virtual"


def test_a_bucket_may_be_called_as_a_page(s3, cloud_port: int) -> None:
    s3.create_bucket(Bucket="login")
    s3.put_object(Bucket="login", Key="k", Body=b"x")
    assert s3.get_object(Bucket="login", Key="k")["Body"].read() == b"x"
    assert requests.get(f"http://localhost:{cloud_port}/login/k", timeout=10).status_code == 404
    denied = requests.get(f"http://127.0.0.1:{cloud_port}/k", headers={"Host": "login.localhost"}, timeout=10)
    assert denied.status_code == 403 and "<Code>AccessDenied</Code>" in denied.text


# S3: chunks


def chunked(cloud_port: int, path: str, body: bytes, trailers: str, **headers: str) -> requests.Response:
    """An upload in chunks without signatures, with trailers behind them: botocore writes such ones over TLS alone."""
    url = f"http://localhost:{cloud_port}{path}"
    told = {"X-Amz-Content-SHA256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "X-Amz-Decoded-Content-Length": str(len(body)), "Content-Encoding": "aws-chunked"}
    request = AWSRequest("PUT", url, headers=told | headers)
    request.context["checksum"] = {"request_algorithm": {"in": "trailer"}}
    auth = S3SigV4Auth(Credentials(KEYS["AWS_ACCESS_KEY_ID"], KEYS["AWS_SECRET_ACCESS_KEY"]), "s3", "us-east-1")
    with patch.object(auth, "payload", return_value="STREAMING-UNSIGNED-PAYLOAD-TRAILER"):
        auth.add_auth(request)
    wire = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (body[:7], body[7:]) if piece) + b"0\r\n" + trailers.encode() + b"\r\n"
    return requests.put(url, data=wire, headers=dict(request.headers.items()), timeout=10)


def test_trailers_of_chunks_are_compared(cloud_port: int, s3, bucket: str) -> None:
    body = b"content in two chunks"
    right = base64.b64encode(zlib.crc32(body).to_bytes(4)).decode()
    named = {"X-Amz-Trailer": "x-amz-checksum-crc32"}
    stored = chunked(cloud_port, f"/{bucket}/k", body, f"x-amz-checksum-crc32:{right}\r\n", **named)
    assert (stored.status_code, stored.headers["x-amz-checksum-crc32"]) == (200, right), stored.text
    got = s3.get_object(Bucket=bucket, Key="k")
    assert got["Body"].read() == body and "ContentEncoding" not in got
    wrong = chunked(cloud_port, f"/{bucket}/k", body + b"!", f"x-amz-checksum-crc32:{right}\r\n", **named)
    assert wrong.status_code == 400 and "BadDigest" in wrong.text
    assert chunked(cloud_port, f"/{bucket}/k", body, "", **named).status_code == 400
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == body


# S3: encryption


def test_a_policy_refuses_uploads_without_a_key_of_kms(s3, bucket: str) -> None:
    with pytest.raises(ClientError) as error:
        s3.put_object(Bucket=CONTENT_BUCKET, Key="k", Body=b"x")
    assert code_of(error) == "AccessDenied"
    with pytest.raises(ClientError) as error:
        s3.create_multipart_upload(Bucket=CONTENT_BUCKET, Key="k", ServerSideEncryption="AES256")
    assert code_of(error) == "AccessDenied"
    stored = s3.put_object(Bucket=CONTENT_BUCKET, Key="k", Body=b"x", ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/content")
    assert (stored["ServerSideEncryption"], stored["SSEKMSKeyId"]) == ("aws:kms", "alias/content")
    head = s3.head_object(Bucket=CONTENT_BUCKET, Key="k")
    assert (head["ServerSideEncryption"], head["SSEKMSKeyId"]) == ("aws:kms", "alias/content")
    assert s3.put_object(Bucket=bucket, Key="k", Body=b"x")["ServerSideEncryption"] == "AES256"
    s3.put_bucket_policy(Bucket=bucket, Policy=s3.get_bucket_policy(Bucket=CONTENT_BUCKET)["Policy"])
    with pytest.raises(ClientError) as error:
        s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "k"})
    assert code_of(error) == "AccessDenied"
    s3.delete_bucket_policy(Bucket=bucket)
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "k"})
