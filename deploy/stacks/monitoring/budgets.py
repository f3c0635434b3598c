"""What the language models may cost in a month."""

from aws_cdk import aws_budgets as budgets
from constructs import Construct

from config.monitoring import Monitoring

Kind = budgets.CfnBudget


def monthly_budget(scope: Construct, settings: Monitoring, prefix: str, topic_arn: str) -> None:
    """Told of at the specification's part of it, and when AWS expects more than all of it.

    The specification says it among the controls of the models: the system as a whole costs more when nobody uses it (`make cost`).
    """
    subscriber = Kind.SubscriberProperty(subscription_type="SNS", address=topic_arn)

    def notice(kind: str, percent: int) -> Kind.NotificationWithSubscribersProperty:
        notification = Kind.NotificationProperty(notification_type=kind, comparison_operator="GREATER_THAN", threshold=percent, threshold_type="PERCENTAGE")
        return Kind.NotificationWithSubscribersProperty(notification=notification, subscribers=[subscriber])

    budgets.CfnBudget(
        scope,
        "Monthly",
        budget=Kind.BudgetDataProperty(
            budget_name=f"{prefix}-models-monthly",
            budget_type="COST",
            time_unit="MONTHLY",
            cost_filters={"Service": list(settings.model_services)},
            budget_limit=Kind.SpendProperty(amount=settings.monthly_usd, unit="USD"),
        ),
        notifications_with_subscribers=[notice("ACTUAL", settings.monthly_alert_percent), notice("FORECASTED", 100)],
    )
