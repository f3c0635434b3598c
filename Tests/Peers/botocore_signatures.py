"""Asks a real botocore for its signatures of generated requests and writes them to botocore_signatures.json.

A test signs the same requests in Swift and compares, byte for byte: the Authorization header and the digest header, or the whole presigned URL;
tokens for RDS; and content coded as aws-chunked. Run again after an upgrade of botocore: python botocore_signatures.py  (needs botocore; without
awscrt, which would sign in its place)
"""

import datetime
import hashlib
import io
import json
import pathlib
import random
import types

import botocore
import botocore.auth
import botocore.httpchecksum
import botocore.session
from botocore.awsrequest import AWSRequest
from botocore.compat import HAS_CRT
from botocore.credentials import Credentials
from botocore.utils import percent_encode

assert not HAS_CRT, "uninstall awscrt: botocore would let it sign"

SEED = 20260208
PER_VARIANT = 560
random.seed(SEED)

CREDENTIALS = [
    ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", None),
    ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None),
    ("ASIAEXAMPLETOKEN", "s3cr3t/with+signs=", "IQoJb3JpZ2luX2VjEXAMPLE//+8aDGV1LXdlc3QtMSJHM==+a/b"),
    ("ASIASHORT", "x", "t0k=n"),
]
REGIONS = ["us-east-1", "eu-west-1", "ap-northeast-1", "us-gov-west-1", "cn-north-1"]
SERVICES = ["bedrock", "polly", "secretsmanager", "sns", "sts", "execute-api", "cognito-idp"]
METHODS = ["GET", "PUT", "POST", "HEAD", "DELETE"]
HOSTS = [
    "https://bedrock-runtime.us-east-1.amazonaws.com", "https://Example.Amazonaws.COM", "http://localhost:4566", "https://s3.amazonaws.com:443",
    "http://127.0.0.1:80", "https://bucket.s3.eu-west-1.amazonaws.com:8443", "http://[::1]:9000",
]
PIECES = [
    "a", "photo", "2026", " ", "  ", "ü", "é", "e\u0301", "日本語", "猫", "😀", "\u200b", "+", "&", "=", "%", "%41", "%2F", "%zz", "..", ".", "/", "//",
    "~", "*", "'", "(", ")", "!", "$", ":", "@", ",", ";", "?", "#", "[", "]", "{", "}", "|", "\\", "^", "`", "<", ">", '"', "\n", "\r\n", "\t", "\x01", "\x7f",
    "-", "_", "\u0301", "\uffff", "\u00a0", "\u3000", "Ａ", "ſ", "K",
]
SEGMENTS = [
    "model", "anthropic.claude-v2%3A1", "a%20b", "..", ".", "", "invoke", "%E7%8C%AB", "x:y", "(a)", "a+b", "a@b", "~me", "%2e%2e", "%252F", "a=b", "a,b;c",
    "..a", "...", "'q'", "*",
]
HEADERS = [
    ("Content-Type", "application/json"), ("content-type", "text/plain; charset=utf-8"), ("X-Amz-Meta-Title", "  two  spaces   within "),
    ("x-amz-meta-tab", "a\tb"),
    ("X-Amz-Meta-List", "b"), ("x-amz-meta-list", "a"), ("X-AMZ-META-LIST", " c , d "), ("x-amz-meta-empty", ""), ("x-amz-server-side-encryption", "aws:kms"),
    ("X-Amz-Target", "secretsmanager.GetSecretValue"), ("User-Agent", "app/1.0"), ("X-Amzn-Trace-Id", "Root=1-2-3"), ("Connection", "keep-alive"),
    ("Accept", "*/*"),
    ("Range", "bytes=0-9"), ("x-amz-meta-mlaut", "é è"), ("Expect", "100-continue"), ("traceparent", "00-a-b-01"),
    ("TE", "trailers"),
    ("If-None-Match", '"a  b"'), ("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="), ("X-Amz-Meta-Quote", '"a   b"'), ("Cache-Control", "max-age=60,  private"),
]
BODIES = ["", "{}", '{"prompt":"猫"}', "Action=Publish&Version=2010-03-31", "x" * 70]

now = None
botocore.auth.get_current_datetime = lambda *arguments, **named: now


def moment():
    seconds = random.randrange(1_369_353_600, 2_114_380_800)
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC), seconds


def text():
    return "".join(random.choice(PIECES) for _ in range(random.randrange(0, 5)))


def pairs(repeats):
    """Names and values, those of one name together when a presigned URL will hold them."""
    found = [(text() or "q", text()) for _ in range(random.randrange(0, 4))]
    if found and repeats and random.random() < 0.6:
        found.append((found[0][0], text()))
    return [pair for name in dict.fromkeys(name for name, _ in found) for pair in found if pair[0] == name]


def path_of(variant):
    """The path on the wire, and for S3 the decoded one."""
    if "s3" not in variant:
        return "/" + "/".join(random.choice(SEGMENTS) for _ in range(random.randrange(0, 6))), None
    key = "/" + "".join(random.choice(PIECES) for _ in range(random.randrange(0, 9)))
    return percent_encode(key, safe="/~"), key


def signed(variant, auth, is_query):
    global now
    access, secret, token = credentials = random.choice(CREDENTIALS)
    now, seconds = moment()
    method, region = random.choice(METHODS), random.choice(REGIONS)
    service = "s3" if "s3" in variant else random.choice(SERVICES)
    host = random.choice(HOSTS)
    path, key = path_of(variant)
    query = pairs(repeats=True)
    headers = random.sample(HEADERS, random.randrange(0, 5))
    payload = random.choice(["body", "body", "unsigned", "trailer"]) if variant == "s3" else random.choice(["body", "body", "body", "unsigned"])
    if payload == "unsigned":
        host = host.replace("http:", "https:")
    body = "" if is_query else random.choice(BODIES)
    by_url = random.random() < 0.3 and len({name for name, _ in query}) == len(query)
    url = host + path
    if by_url and query:
        url += "?" + "&".join(
            f"{percent_encode(name)}={percent_encode(value)}" if value or random.random() < 0.5 else percent_encode(name) for name, value in query)
        query = []
    request = AWSRequest(method=method, url=url, data=body.encode() or None)
    for name, value in headers:
        request.headers[name] = value
    if is_query:
        request.params = {name: [value for other, value in query if other == name] for name, _ in query}
    else:
        request.params = query
    if payload == "unsigned":
        request.context["payload_signing_enabled"] = False
        request.context["client_config"] = types.SimpleNamespace(s3={"payload_signing_enabled": False})
    if payload == "trailer":
        request.context["checksum"] = {"request_algorithm": {"algorithm": "crc32", "in": "trailer", "name": "x-amz-checksum-crc32"}}
    expires = random.choice([1, 60, 900, 3600, 604800]) if is_query else None
    arguments = {"expires": expires} if is_query else {}
    auth(Credentials(access, secret, token), service, region, **arguments).add_auth(request)
    case = {"v": variant, "m": method, "u": url, "c": CREDENTIALS.index(credentials), "r": region, "s": service, "t": seconds}
    optional = {"q": query, "h": headers, "b": body, "k": key, "e": expires}
    case |= {name: value for name, value in optional.items() if value}
    if payload != "body":
        case["p"] = payload
    if is_query:
        case["url"] = request.url
    else:
        assert request.headers["X-Amz-Date"] == now.strftime("%Y%m%dT%H%M%SZ") and request.headers["X-Amz-Security-Token"] == token
        case["a"] = request.headers["Authorization"]
        if "X-Amz-Content-SHA256" in request.headers:
            case["d"] = request.headers["X-Amz-Content-SHA256"]
    return case


def database_token():
    global now
    access, secret, token = credentials = random.choice(CREDENTIALS)
    now, seconds = moment()
    region = random.choice(REGIONS)
    host, port = random.choice(["db.cluster-abc.us-east-1.rds.amazonaws.com", "proxy.example"]), random.choice([5432, 3306, 443])
    user = random.choice(["app", "o'neil", "größe", "a b+c/d"])
    client = botocore.session.get_session().create_client(
        "rds", region_name=region, aws_access_key_id=access, aws_secret_access_key=secret, aws_session_token=token)
    answer = client.generate_db_auth_token(DBHostname=host, Port=port, DBUsername=user)
    return {"c": CREDENTIALS.index(credentials), "t": seconds, "r": region, "host": host, "port": port, "user": user, "token": answer}


def chunked(length, chunk, with_checksum):
    content = bytes((index * 7 + length) % 256 for index in range(length))
    checksum = botocore.httpchecksum.Crc32Checksum if with_checksum else None
    wire = botocore.httpchecksum.AwsChunkedWrapper(
        io.BytesIO(content), checksum_cls=checksum, checksum_name="x-amz-checksum-crc32", chunk_size=chunk).read()
    value = botocore.httpchecksum.Crc32Checksum().handle(content) if with_checksum else None
    return {"length": length, "chunk": chunk, "checksum": value, "bytes": len(wire), "digest": hashlib.sha256(wire).hexdigest()}


VARIANTS = [
    ("v4", botocore.auth.SigV4Auth, False), ("s3", botocore.auth.S3SigV4Auth, False), ("v4-query", botocore.auth.SigV4QueryAuth, True),
    ("s3-query", botocore.auth.S3SigV4QueryAuth, True),
]
cases = [signed(*variant) for variant in VARIANTS for _ in range(PER_VARIANT)]
tokens = [database_token() for _ in range(24)]
bodies = [
    chunked(length, chunk, checksum)
    for length, chunk in [(0, 8), (1, 1), (15, 4), (16, 4), (8192, 8192), (66560, 65536), (100_000, 9_000)] for checksum in (True, False)
]
document = {"botocore": botocore.__version__, "seed": SEED, "credentials": CREDENTIALS, "cases": cases, "tokens": tokens, "chunked": bodies}
target = pathlib.Path(__file__).with_suffix(".json")
parts = [f'"{name}":{json.dumps(value, ensure_ascii=True, separators=(",", ":"))}' for name, value in document.items() if name != "cases"]
lines = ",\n".join(json.dumps(case, ensure_ascii=True, separators=(",", ":")) for case in cases)
target.write_text("{" + ",\n".join(parts) + ',\n"cases":[\n' + lines + "\n]}\n")
print(f"{len(cases)} requests, {len(tokens)} tokens, {len(bodies)} bodies, {target.stat().st_size} bytes, botocore {botocore.__version__}")
