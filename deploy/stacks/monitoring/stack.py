"""Log groups, dashboards, alarms, traces and budgets."""

from collections.abc import Mapping

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.databases import DatabaseStack
from stacks.edge import EdgeStack
from stacks.frontend import FrontendStack
from stacks.load_balancer import LoadBalancerStack
from stacks.monitoring.alarm import Alarms
from stacks.monitoring.budgets import monthly_budget
from stacks.monitoring.dashboards import api_health, costs, interface_health, react_health
from stacks.monitoring.database_alarms import database_alarms
from stacks.monitoring.failed_tasks import FailedTasks
from stacks.monitoring.filters import Filters
from stacks.monitoring.insights import application_insights
from stacks.monitoring.log_groups import LogGroups
from stacks.monitoring.queries import saved_queries
from stacks.monitoring.security_alarms import model_alarms, security_alarms
from stacks.monitoring.service_alarms import service_alarms
from stacks.monitoring.topics import Topics
from stacks.monitoring.tracing import tracing
from stacks.monitoring.watched import Watched
from stacks.service import ServiceStack


class MonitoringStack(SystemStack):
    """Looks at everything and is looked at by nothing: it can be deployed again or removed at any time."""

    def __init__(
        self,
        scope: Construct,
        config: Config,
        load_balancer: LoadBalancerStack,
        databases: Mapping[str, DatabaseStack],
        services: Mapping[str, ServiceStack],
        frontends: Mapping[str, FrontendStack],
        edge: EdgeStack,
    ) -> None:
        super().__init__(scope, "Monitoring", config, description="Log groups, dashboards, alarms, traces and budgets.")
        watched = Watched(config, load_balancer, databases, services, frontends, edge)
        # Most are called by names, and must be there before: filters read their log groups.
        for stack in (load_balancer, edge, *databases.values(), *services.values(), *frontends.values()):
            self.add_stack_dependency(stack)
        prefix = config.account.prefix
        LogGroups(self, "LogGroups", watched)
        Filters(self, "Filters", watched)
        FailedTasks(self, "FailedTasks", watched)
        topics = Topics(self, "Topics", prefix)
        self._alarms(watched, topics)
        self._cache_metrics(frontends)
        for dashboard in (react_health, interface_health, api_health, costs):
            dashboard(self, watched)
        saved_queries(self, watched)
        tracing(self, config.monitoring, prefix)
        application_insights(self, prefix)
        monthly_budget(self, config.monitoring, prefix, topics.medium.topic_arn)

    def _alarms(self, watched: Watched, topics: Topics) -> None:
        high, medium = Alarms(self, "High", topics.high.topic_arn), Alarms(self, "Medium", topics.medium.topic_arn)
        service_alarms(watched, high, medium)
        database_alarms(watched, high, medium)
        security_alarms(watched, high)
        model_alarms(watched, high, medium)

    def _cache_metrics(self, frontends: Mapping[str, FrontendStack]) -> None:
        """CloudFront counts hits of its cache only where it is told to."""
        Kind = cloudfront.CfnMonitoringSubscription
        enabled = Kind.RealtimeMetricsSubscriptionConfigProperty(realtime_metrics_subscription_status="Enabled")
        for app, frontend in frontends.items():
            subscription = Kind.MonitoringSubscriptionProperty(realtime_metrics_subscription_config=enabled)
            cloudfront.CfnMonitoringSubscription(self, f"{app}-cache-metrics", distribution_id=frontend.distribution_id, monitoring_subscription=subscription)
