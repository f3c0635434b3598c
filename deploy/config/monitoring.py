"""What is watched: log groups, alarms, traces, budgets. Dashboards and queries have texts, which stand beside their stack."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Threshold:
    """An alarm's condition: `value` over `minutes`, looked at every `period_seconds`; all that is looked at must meet it."""

    value: float
    minutes: int
    period_seconds: int = 60

    @property
    def periods(self) -> int:
        return 60 * self.minutes // self.period_seconds


@dataclass(frozen=True)
class Monitoring:
    log_retention_days: int = 7
    metric_seconds: int = 60
    # Log groups of no service: what each service writes to is beside its task definition.
    edge_log_groups: tuple[str, ...] = ("/aws/cloudfront/lang-portal", "/aws/cloudfront/haiku", "/aws/s3/lang-portal-access", "/aws/s3/haiku-access")
    infrastructure_log_groups: tuple[str, ...] = ("/aws/rds/lang-portal-aurora", "/aws/rds/haiku-aurora", "/aws/alb/access-logs")
    service_log_groups: tuple[tuple[str, str], ...] = (
        ("lang-portal-api", "/aws/ecs/lang-portal-backend"),
        ("haiku-api", "/aws/ecs/haiku-backend"),
        ("vocab-backend", "/aws/ecs/vocab-backend"),
        ("vocab-frontend", "/aws/ecs/vocab-frontend"),
        ("writing-practice", "/aws/ecs/writing-frontend"),
    )
    # What CloudWatch reads out of log lines; what the collector sends is in the namespace of `compute.collector`.
    log_namespace: str = "app-dw/logs"
    # Application health; rates in percent and latencies in seconds, each of all requests of the minutes together, for few requests make odd minutes.
    server_errors: Threshold = Threshold(5, 5, 300)
    latency_p95: Threshold = Threshold(1, 5, 300)
    failed_tasks: Threshold = Threshold(0, 5, 300)
    latency_p99: Threshold = Threshold(2, 5, 300)
    missing_tasks: Threshold = Threshold(0, 5)
    client_errors: Threshold = Threshold(10, 15, 900)
    latency_p90: Threshold = Threshold(1, 15, 900)
    # Security. The specification names no numbers: ten times what a quiet system of a hundred learners brings about by itself.
    blocked_requests: Threshold = Threshold(100, 5, 300)
    refused_sign_ins: Threshold = Threshold(20, 5, 300)
    guardrail_violations: Threshold = Threshold(5, 5, 300)
    # What services raise by themselves is counted, too; once is enough.
    model_alert: Threshold = Threshold(1, 5, 300)
    # Calls of models without an answer.
    model_errors: Threshold = Threshold(10, 15, 900)
    # Infrastructure, in percent.
    cpu: Threshold = Threshold(85, 5)
    memory: Threshold = Threshold(85, 5)
    # Databases: CPU in percent, connections by number and as a part of `max_connections`, storage against the allowance.
    database_cpu: Threshold = Threshold(80, 15)
    database_connections: Threshold = Threshold(180, 5)
    database_connections_percent: int = 80
    database_free_percent: Threshold = Threshold(20, 30, 300)
    # What a db.t4g.medium has for temporary files and logs, about.
    database_local_storage_gibibytes: int = 8
    long_query_seconds: int = 30
    long_queries: Threshold = Threshold(0, 5, 300)
    buffer_cache_hit_percent: Threshold = Threshold(90, 15)
    # X-Ray: requests per second always traced, then a part of the rest.
    sampling_rate: float = 0.05
    sampling_reservoir: int = 50
    api_sampling_path: str = "/api/v1/*"
    api_sampling_rate: float = 0.20
    api_sampling_reservoir: int = 100
    # Budgets.
    daily_tokens: int = 1_000_000
    daily_tokens_alert_percent: int = 80
    monthly_usd: int = 100
    # As bills call them: Amazon's own models and pictures, and Anthropic's, which are sold through the marketplace; each that a task may call.
    model_services: tuple[str, ...] = ("Amazon Bedrock", "Claude Haiku 4.5 (Amazon Bedrock Edition)", "Claude Sonnet 5.5 (Amazon Bedrock Edition)")
    monthly_alert_percent: int = 70
