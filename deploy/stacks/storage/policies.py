"""What buckets refuse whoever asks, and which services of AWS they let in."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from config.storage import Bucket
from stacks.storage.key import cloudfront

EVERYBODY = iam.StarPrincipal()


def tls_only(arn: str) -> iam.PolicyStatement:
    return iam.PolicyStatement(
        sid="TLSOnly",
        effect=iam.Effect.DENY,
        principals=[EVERYBODY],
        actions=["s3:*"],
        resources=[arn, f"{arn}/*"],
        conditions={"Bool": {"aws:SecureTransport": "false"}},
    )


def kms_only(arn: str, *, but_for: tuple[str, ...] = ()) -> iam.PolicyStatement:
    """`but_for` are services that write without the header and so with the bucket's own key."""
    conditions = {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    if but_for:
        conditions["StringNotEqualsIfExists"] = {"aws:PrincipalServiceName": list(but_for)}
    return iam.PolicyStatement(
        sid="KMSOnly", effect=iam.Effect.DENY, principals=[EVERYBODY], actions=["s3:PutObject"], resources=[f"{arn}/*"], conditions=conditions
    )


def folders_only(arn: str, bucket: Bucket) -> iam.PolicyStatement:
    """S3 has no folders: they are there as nothing can be written elsewhere."""
    return iam.PolicyStatement(
        sid="FoldersOnly",
        effect=iam.Effect.DENY,
        principals=[EVERYBODY],
        actions=["s3:PutObject"],
        not_resources=[f"{arn}/{folder}*" for folder in bucket.folders],
    )


def browsers_read(stack: Stack, arn: str, prefix: str = "") -> iam.PolicyStatement:
    return iam.PolicyStatement(sid="Browsers", principals=[cloudfront(stack)], actions=["s3:GetObject"], resources=[f"{arn}/{prefix}*"])


def logs_are_written(stack: Stack, arn: str, service: str, prefix: str) -> list[iam.PolicyStatement]:
    """Flow logs, and exports of log groups: services that look at the bucket before they write."""
    source = f"arn:{stack.partition}:logs:{stack.region}:{stack.account}:*"
    conditions = {"StringEquals": {"aws:SourceAccount": stack.account}, "ArnLike": {"aws:SourceArn": source}}
    owned = {"StringEquals": {**conditions["StringEquals"], "s3:x-amz-acl": "bucket-owner-full-control"}, "ArnLike": conditions["ArnLike"]}
    return [
        iam.PolicyStatement(
            sid=f"{sid(prefix)}Look",
            principals=[iam.ServicePrincipal(service, conditions=conditions)],
            actions=["s3:GetBucketAcl", "s3:ListBucket"],
            resources=[arn],
        ),
        iam.PolicyStatement(
            sid=sid(prefix), principals=[iam.ServicePrincipal(service, conditions=owned)], actions=["s3:PutObject"], resources=[f"{arn}/{prefix}*"]
        ),
    ]


def delivered(stack: Stack, arn: str, service: str, prefix: str) -> iam.PolicyStatement:
    """Access logs and inventories: S3 itself writes them, for buckets of this account."""
    conditions = {"StringEquals": {"aws:SourceAccount": stack.account}, "ArnLike": {"aws:SourceArn": f"arn:{stack.partition}:s3:::*"}}
    return iam.PolicyStatement(
        sid=sid(prefix), principals=[iam.ServicePrincipal(service, conditions=conditions)], actions=["s3:PutObject"], resources=[f"{arn}/{prefix}*"]
    )


def load_balancers_write(stack: Stack, arn: str, prefix: str) -> iam.PolicyStatement:
    """Load balancers name their account in the path, and only theirs."""
    service = iam.ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")
    return iam.PolicyStatement(sid=sid(prefix), principals=[service], actions=["s3:PutObject"], resources=[f"{arn}/{prefix}AWSLogs/{stack.account}/*"])


def sid(prefix: str) -> str:
    """`alb-logs/` → `AlbLogs`."""
    return prefix.title().replace("-", "").rstrip("/")
