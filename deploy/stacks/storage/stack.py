"""Buckets and what reads and writes them."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from config import Config
from config.account import APPS
from config.auth import LOCAL_PORTS
from stacks.acknowledgements import acknowledge
from stacks.base import SystemStack
from stacks.delivery import DeliveryStack
from stacks.guardrail import GuardrailStack
from stacks.storage.alarms import bucket_alarms
from stacks.storage.bucket import closed_bucket, encrypted, kept_bucket, policy, view
from stacks.storage.key import storage_key
from stacks.storage.policies import browsers_read, delivered, folders_only, kms_only, load_balancers_write, logs_are_written, tls_only
from stacks.storage.processor import ContentProcessor
from stacks.storage.roles import bucket_policy, task_role

FLOW_LOGS = "delivery.logs.amazonaws.com"


class StorageStack(SystemStack):
    """Five buckets with their keys, policies and alarms, the roles of application and backup, and the function that looks at every upload.

    Others take the buckets, which only look; services take `application_policy` for their task's role.
    """

    def __init__(self, scope: Construct, config: Config, delivery: DeliveryStack, guardrail: GuardrailStack) -> None:
        super().__init__(scope, "Storage", config, description="Buckets and what reads and writes them.")
        storage = config.storage
        # The function's image must be in its repository before.
        self.add_stack_dependency(delivery)
        application = task_role(self, "ApplicationRole", storage.application_role)
        backup = task_role(self, "BackupRole", storage.backup_role)
        key = storage_key(self, [application, backup])
        self.key: kms.IKey = key
        self.application_policy: iam.IManagedPolicy = bucket_policy(
            self, "ApplicationPolicy", f"{config.account.prefix}-content", storage.user_content.name, key, application
        )
        bucket_policy(self, "BackupPolicy", f"{config.account.prefix}-backups", storage.backups.name, key, backup)
        deliveries = self._deliveries()
        self.delivery_logs: s3.IBucket = view(self, deliveries, None)
        self.frontend_assets: s3.IBucket = view(self, self._frontend_assets(key, deliveries), key)
        self.user_content: s3.IBucket = view(self, self._user_content(key, deliveries), key)
        self.logs: s3.IBucket = view(self, self._logs(key, deliveries), key)
        self.backups: s3.IBucket = view(self, self._backups(key, deliveries), key)
        for bucket in (storage.frontend_assets, storage.user_content, storage.logs, storage.backups, storage.delivery_logs):
            bucket_alarms(self, storage, bucket, guardrail.admin_topic)

    def _frontend_assets(self, key: kms.IKey, deliveries: s3.CfnBucket) -> s3.CfnBucket:
        storage, account = self.config.storage, self.config.account
        origins = [account.origin(app) for app in APPS] + [f"http://localhost:{port}" for port in LOCAL_PORTS]
        rule = s3.CfnBucket.CorsRuleProperty(allowed_origins=origins, allowed_methods=list(storage.cors_methods), allowed_headers=list(storage.cors_headers))
        cors = s3.CfnBucket.CorsConfigurationProperty(cors_rules=[rule])
        bucket = kept_bucket(self, "FrontendAssets", storage, storage.frontend_assets, key, deliveries, cors_configuration=cors)
        arn = bucket.attr_arn
        policy(self, bucket, [tls_only(arn), kms_only(arn), browsers_read(self, arn)])
        return bucket

    def _user_content(self, key: kms.IKey, deliveries: s3.CfnBucket) -> s3.CfnBucket:
        storage = self.config.storage
        processor = ContentProcessor(self, "ContentProcessor", storage, self.config.monitoring, key)
        notification = s3.CfnBucket.NotificationConfigurationProperty(
            lambda_configurations=[s3.CfnBucket.LambdaConfigurationProperty(event="s3:ObjectCreated:*", function=processor.function.attr_arn)]
        )
        bucket = kept_bucket(self, "UserContent", storage, storage.user_content, key, deliveries, notification_configuration=notification)
        bucket.add_resource_dependency(processor.permission)
        arn = bucket.attr_arn
        policy(self, bucket, [tls_only(arn), kms_only(arn), folders_only(arn, storage.user_content), browsers_read(self, arn, storage.media_prefix)])
        return bucket

    def _logs(self, key: kms.IKey, deliveries: s3.CfnBucket) -> s3.CfnBucket:
        storage = self.config.storage
        bucket = kept_bucket(self, "Logs", storage, storage.logs, key, deliveries)
        arn, exports = bucket.attr_arn, f"logs.{self.region}.amazonaws.com"
        statements = [tls_only(arn), kms_only(arn, but_for=(FLOW_LOGS, exports)), folders_only(arn, storage.logs)]
        statements += logs_are_written(self, arn, FLOW_LOGS, storage.flow_log_prefix)
        statements += logs_are_written(self, arn, exports, storage.export_prefix)
        policy(self, bucket, statements)
        return bucket

    def _backups(self, key: kms.IKey, deliveries: s3.CfnBucket) -> s3.CfnBucket:
        storage = self.config.storage
        bucket = kept_bucket(self, "Backups", storage, storage.backups, key, deliveries)
        arn = bucket.attr_arn
        policy(self, bucket, [tls_only(arn), kms_only(arn), folders_only(arn, storage.backups)])
        return bucket

    def _deliveries(self) -> s3.CfnBucket:
        """What AWS delivers only with its own encryption: the load balancer's logs, access logs, inventories."""
        storage = self.config.storage
        bucket = closed_bucket(self, "DeliveryLogs", storage, storage.delivery_logs, encrypted("AES256"))
        arn = bucket.attr_arn
        policy(
            self,
            bucket,
            [
                tls_only(arn),
                folders_only(arn, storage.delivery_logs),
                load_balancers_write(self, arn, storage.alb_log_prefix),
                delivered(self, arn, "logging.s3.amazonaws.com", storage.access_log_prefix),
                delivered(self, arn, "s3.amazonaws.com", storage.inventory_prefix),
                # CloudFront's logs come as flow logs do.
                *logs_are_written(self, arn, FLOW_LOGS, storage.cloudfront_log_prefix),
            ],
        )
        acknowledge(bucket, "AwsSolutions::AwsSolutions-S1", "It takes the access logs of the other buckets; its own would be written for every one of them.")
        return bucket
