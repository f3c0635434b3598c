"""Saved queries of Logs Insights over the JSON lines of the services: the specification's three, with the fields that our lines have."""

from aws_cdk import aws_logs as logs
from constructs import Construct

from stacks.monitoring.watched import Watched

QUERIES = {
    "Error Analysis": """\
filter level = "error" or status >= 500
| stats count(*) as error_count by @logStream, service, event, type
| sort error_count desc""",
    "Latency Analysis": """\
filter event = "request"
| stats avg(duration_us) / 1000 as avg_ms,
        pct(duration_us, 90) / 1000 as p90_ms,
        pct(duration_us, 99) / 1000 as p99_ms
  by service, route
| sort p99_ms desc""",
    "API Usage": """\
filter event = "request"
| stats count(*) as call_count by service, method, route, status
| sort call_count desc""",
}


def saved_queries(scope: Construct, watched: Watched) -> None:
    groups = [service.log_group for service in watched.services.values()]
    for name, text in QUERIES.items():
        logs.CfnQueryDefinition(scope, name.replace(" ", ""), name=f"{watched.config.account.prefix}/{name}", query_string=text, log_group_names=groups)
