"""Who hears of alarms: one topic for what cannot wait, one for what can until tomorrow."""

from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from constructs import Construct

from stacks.parameters import required
from stacks.publishers import let_publish, let_use


class Topics(Construct):
    """Both under a key of their own, for alarms may not write under AWS's key for topics."""

    def __init__(self, scope: Construct, name: str, prefix: str) -> None:
        super().__init__(scope, name)
        self.key = kms.Key(self, "Key", description="Messages of alarms.", enable_key_rotation=True)
        let_use(self.key)
        self.address = required(
            scope,
            "AlarmEmail",
            description="The mail address that hears of alarms.",
            sentence="Say who hears of alarms: --parameter-overrides AlarmEmail=<address>. SNS asks the address before it sends anything.",
        )
        self.high = self._topic("High", f"{prefix}-alarms-high")
        self.medium = self._topic("Medium", f"{prefix}-alarms-medium")

    def _topic(self, id: str, name: str) -> sns.Topic:
        topic = sns.Topic(self, id, topic_name=name, display_name=name, master_key=self.key, enforce_ssl=True)
        let_publish(topic)
        sns.CfnSubscription(self, f"{id}Mail", topic_arn=topic.topic_arn, protocol="email", endpoint=self.address)
        return topic
