"""Who hears of pipelines."""

from aws_cdk import Aws
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from constructs import Construct

from stacks.delivery.artifacts import NOTIFIERS
from stacks.parameters import required


def pipeline_topic(scope: Construct, key: kms.Key) -> sns.Topic:
    """Failures and questions of all pipelines, by mail to who answers for them."""
    topic = sns.Topic(scope, "Notices", display_name="Pipelines", master_key=key, enforce_ssl=True)
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal(name) for name in NOTIFIERS],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions={"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}},
        )
    )
    address = required(
        scope,
        "NoticeAddress",
        description="E-mail address that hears of pipelines.",
        sentence="Say who hears of pipelines: --parameter-overrides NoticeAddress=<address>. SNS asks the address before it sends anything.",
    )
    sns.CfnSubscription(scope, "NoticeSubscription", topic_arn=topic.topic_arn, protocol="email", endpoint=address)
    return topic
