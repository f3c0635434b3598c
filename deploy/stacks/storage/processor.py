"""The function that looks at every upload."""

from aws_cdk import Duration, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from config.monitoring import Monitoring
from config.storage import Storage
from stacks.acknowledgements import acknowledge
from stacks.parameters import required


class ContentProcessor(Construct):
    """Reads what was uploaded and writes nothing there, so that it never wakes itself."""

    def __init__(self, scope: Construct, name: str, storage: Storage, monitoring: Monitoring, key: kms.IKey) -> None:
        super().__init__(scope, name)
        stack = Stack.of(self)
        image = required(
            scope,
            "ContentProcessorImage",
            description=f"URI of the image of {storage.content_processor}, with its digest or tag.",
            sentence="Say which image looks at uploads: --parameter-overrides ContentProcessorImage=<account>.dkr.ecr.<region>.amazonaws.com/<name>@<digest>.",
        )
        group = logs.CfnLogGroup(self, "Logs", log_group_name=f"/aws/lambda/{storage.content_processor}", retention_in_days=monitoring.log_retention_days)
        failures = sqs.Queue(
            self,
            "Failures",
            queue_name=f"{storage.content_processor}-failures",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(storage.failed_event_days),
        )
        acknowledge(failures, "AwsSolutions::AwsSolutions-SQS3", "This is the dead-letter queue itself.")
        role = self._role(stack, storage, key, group, failures)
        self.function = lambda_.CfnFunction(
            self,
            "Function",
            function_name=storage.content_processor,
            package_type="Image",
            code=lambda_.CfnFunction.CodeProperty(image_uri=image),
            role=role.role_arn,
            memory_size=storage.content_processor_memory_mebibytes,
            timeout=storage.content_processor_seconds,
            logging_config=lambda_.CfnFunction.LoggingConfigProperty(log_group=group.ref),
        )
        lambda_.CfnEventInvokeConfig(
            self,
            "Events",
            function_name=self.function.ref,
            qualifier="$LATEST",
            maximum_retry_attempts=storage.content_processor_retries,
            destination_config=lambda_.CfnEventInvokeConfig.DestinationConfigProperty(
                on_failure=lambda_.CfnEventInvokeConfig.OnFailureProperty(destination=failures.queue_arn)
            ),
        )
        # By its name: the bucket wants this permission before it tells the function anything.
        self.permission = lambda_.CfnPermission(
            self,
            "Bucket",
            action="lambda:InvokeFunction",
            function_name=self.function.attr_arn,
            principal="s3.amazonaws.com",
            source_account=stack.account,
            source_arn=f"arn:{stack.partition}:s3:::{storage.user_content.name}",
        )

    def _role(self, stack: Stack, storage: Storage, key: kms.IKey, group: logs.CfnLogGroup, failures: sqs.IQueue) -> iam.Role:
        objects = f"arn:{stack.partition}:s3:::{storage.user_content.name}/*"
        statements = [
            iam.PolicyStatement(actions=["s3:GetObject"], resources=[objects]),
            iam.PolicyStatement(actions=["kms:Decrypt"], resources=[key.key_arn]),
            iam.PolicyStatement(actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[group.attr_arn]),
            iam.PolicyStatement(actions=["sqs:SendMessage"], resources=[failures.queue_arn]),
        ]
        role = iam.Role(
            self,
            "Role",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            inline_policies={"content": iam.PolicyDocument(statements=statements)},
        )
        acknowledge(
            role,
            f"AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::{storage.user_content.name}/*]",
            "It looks at every upload of this bucket.",
        )
        return role
