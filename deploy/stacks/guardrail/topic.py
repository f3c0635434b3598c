"""The topic by which administrators hear of incidents and alarms."""

from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from config.models import Models
from stacks.parameters import required

# Who publishes besides the services: alarms, and AWS Budgets.
PUBLISHERS = ("cloudwatch.amazonaws.com", "budgets.amazonaws.com")


class AdminTopic(Construct):
    """Encrypted with a key of its own, as AWS's key for topics would not let alarms write."""

    def __init__(self, scope: Construct, name: str, models: Models, account: str) -> None:
        super().__init__(scope, name)
        address = required(
            scope,
            "AdminEmail",
            description="The mail address that hears of incidents and alarms.",
            sentence="Say who hears of incidents and alarms: --parameter-overrides AdminEmail=<address>.",
        )
        self.key = kms.Key(self, "Key", description="Messages to the administrators.", enable_key_rotation=True)
        self.topic = sns.Topic(self, "Topic", topic_name=models.admin_topic, display_name="app-dw", master_key=self.key, enforce_ssl=True)
        self.topic.add_subscription(subscriptions.EmailSubscription(address))
        for service in PUBLISHERS:
            # The topic's policy says for which account they speak; SNS asks for the key in the service's name alone.
            self.key.add_to_resource_policy(
                iam.PolicyStatement(principals=[iam.ServicePrincipal(service)], actions=["kms:Decrypt", "kms:GenerateDataKey"], resources=["*"])
            )
            speaker = iam.ServicePrincipal(service, conditions={"StringEquals": {"aws:SourceAccount": account}})
            self.topic.add_to_resource_policy(iam.PolicyStatement(principals=[speaker], actions=["sns:Publish"], resources=[self.topic.topic_arn]))
