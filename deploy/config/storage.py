"""The buckets: what is kept in them, for how long, and who reads it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Transition:
    days: int
    storage_class: str


@dataclass(frozen=True)
class Lifecycle:
    name: str
    prefix: str = ""
    transitions: tuple[Transition, ...] = ()
    expiration_days: int | None = None
    noncurrent_expiration_days: int | None = None


@dataclass(frozen=True)
class Bucket:
    name: str
    lifecycle: Lifecycle
    # Nothing is written elsewhere in it; none stands for anywhere.
    folders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Storage:
    frontend_assets: Bucket = field(default=Bucket("genai-bootcamp-frontend-assets", Lifecycle("old-versions", noncurrent_expiration_days=7)))
    user_content: Bucket = field(
        default=Bucket(
            "genai-bootcamp-user-content",
            Lifecycle("archive-old-content", "archive/", (Transition(90, "INTELLIGENT_TIERING"),)),
            ("writing-submissions/", "generated-content/", "user-uploads/", "archive/"),
        )
    )
    logs: Bucket = field(
        default=Bucket(
            "genai-bootcamp-logs",
            Lifecycle("log-retention", transitions=(Transition(30, "INTELLIGENT_TIERING"), Transition(90, "GLACIER")), expiration_days=365),
            ("application-logs/", "cloudwatch-logs/", "alb-logs/", "vpc-flow-logs/"),
        )
    )
    backups: Bucket = field(
        default=Bucket(
            "genai-bootcamp-backups",
            Lifecycle("backup-retention", transitions=(Transition(30, "GLACIER"),), expiration_days=730),
            ("database-backups/", "application-state/", "configuration-backups/"),
        )
    )
    # The load balancer and S3's access logs are delivered only where SSE-S3 is the default, and inventories come without a header that names the key.
    delivery_logs: Bucket = field(
        default=Bucket(
            "genai-bootcamp-delivery-logs",
            Lifecycle("log-retention", transitions=(Transition(30, "INTELLIGENT_TIERING"), Transition(90, "GLACIER")), expiration_days=365),
            ("alb-logs/", "s3-access-logs/", "inventory/", "cloudfront-logs/"),
        )
    )
    # What the pipelines publish the React apps to.
    frontend_buckets: tuple[tuple[str, str], ...] = (("lang-portal", "lang-portal-frontend-dw"), ("haiku", "haiku-frontend-dw"))
    # What lifecycle rules leave behind: uploads that nobody finished, and, where a bucket's own rule does not speak of them, versions that were replaced.
    abandoned_upload_days: int = 7
    replaced_version_days: int = 30
    # Of what users made, CloudFront shows this to everybody.
    media_prefix: str = "generated-content/haiku/"
    flow_log_prefix: str = "vpc-flow-logs/"
    export_prefix: str = "cloudwatch-logs/"
    alb_log_prefix: str = "alb-logs/"
    cloudfront_log_prefix: str = "cloudfront-logs/"
    inventory_prefix: str = "inventory/"
    cors_methods: tuple[str, ...] = ("GET",)
    cors_headers: tuple[str, ...] = ("Authorization", "Content-Type")
    content_processor: str = "content-processor-lambda"
    content_processor_memory_mebibytes: int = 512
    content_processor_seconds: int = 60
    # Events it could not work on, after two more attempts, wait so long for somebody to look.
    content_processor_retries: int = 2
    failed_event_days: int = 14
    application_role: str = "application-role"
    backup_role: str = "backup-role"
    access_log_prefix: str = "s3-access-logs/"
    inventory_fields: tuple[str, ...] = ("Size", "LastModifiedDate", "StorageClass", "EncryptionStatus")
    inventory_frequency: str = "Weekly"
    # Alarms: so many answers 4xx in five minutes; a bucket of 1 TB, looked at once a day.
    error_alarm_count: int = 100
    error_alarm_minutes: int = 5
    growth_alarm_bytes: int = 10**12
    growth_alarm_hours: int = 24
