"""React Apps Health: CloudFront, the buckets behind it, and the APIs as the load balancer sees them."""

from constructs import Construct

from stacks.monitoring.dashboards.widgets import Dashboard
from stacks.monitoring.series import rate
from stacks.monitoring.watched import Watched

NAME = "React-Apps-Health"


def react_health(scope: Construct, watched: Watched) -> None:
    board = Dashboard(watched.config.account.region, watched.config.monitoring.metric_seconds)
    apps = watched.frontends
    board.heading("CloudFront Metrics")
    board.graph("Request Count", {app: watched.distribution(stack, "Requests") for app, stack in apps.items()})
    board.graph("Error Rate", {app: watched.distribution(stack, "TotalErrorRate", "Average") for app, stack in apps.items()})
    board.graph("Cache Hit Rate", {app: watched.distribution(stack, "CacheHitRate", "Average") for app, stack in apps.items()})
    board.heading("S3 Metrics")
    board.graph("Request Count", {app: watched.site(app, "AllRequests") for app in apps})
    board.graph("Error Count", {f"{app} {kind}": watched.site(app, kind) for app in apps for kind in ("4xxErrors", "5xxErrors")})
    board.heading("ALB API Metrics")
    services = {name: stack for name, stack in watched.of_kind("api").items() if stack.service.project in apps}
    requests = {name: watched.balanced(stack, "RequestCount") for name, stack in services.items()}
    errors = {name: watched.balanced(stack, "HTTPCode_Target_5XX_Count") for name, stack in services.items()}
    board.graph("Request Count", requests)
    board.graph("Target Response Time", {name: watched.balanced(stack, "TargetResponseTime", "Average") for name, stack in services.items()})
    board.graph("5XX Error Rate", {name: rate(errors[name], requests[name]) for name in services})
    board.write(scope, "ReactAppsHealth", NAME)
