"""Who publishes to topics besides the services: alarms of CloudWatch and AWS Budgets, both in this account's name alone."""

from aws_cdk import Aws
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns

PUBLISHERS = ("cloudwatch.amazonaws.com", "budgets.amazonaws.com")


def _publishers() -> list[iam.ServicePrincipal]:
    ours = {"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}}
    return [iam.ServicePrincipal(publisher, conditions=ours) for publisher in PUBLISHERS]


def let_use(key: kms.Key) -> None:
    """Without it what they publish is lost in silence. In a key's policy `*` is the key itself."""
    key.add_to_resource_policy(iam.PolicyStatement(principals=_publishers(), actions=["kms:Decrypt", "kms:GenerateDataKey"], resources=["*"]))


def let_publish(topic: sns.Topic) -> None:
    topic.add_to_resource_policy(iam.PolicyStatement(principals=_publishers(), actions=["sns:Publish"], resources=[topic.topic_arn]))
