"""The topic by which administrators hear of incidents and alarms."""

from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from config.models import Models
from stacks.parameters import required
from stacks.publishers import let_publish, let_use


class AdminTopic(Construct):
    """Encrypted with a key of its own, as AWS's key for topics would not let alarms write."""

    def __init__(self, scope: Construct, name: str, models: Models) -> None:
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
        let_use(self.key)
        let_publish(self.topic)
