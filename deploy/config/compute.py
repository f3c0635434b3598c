"""The containers: how large, how many, how they are deployed and found."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Size:
    """A task's share: 1,024 units are one vCPU."""

    cpu_units: int
    memory_mebibytes: int
    min_tasks: int
    max_tasks: int


@dataclass(frozen=True)
class Probe:
    """The load balancer's question whether a target is healthy."""

    interval_seconds: int = 30
    timeout_seconds: int = 5
    healthy_threshold: int = 2
    unhealthy_threshold: int = 3
    success_codes: str = "200"


@dataclass(frozen=True)
class ContainerProbe:
    """The container's own."""

    interval_seconds: int = 30
    timeout_seconds: int = 5
    retries: int = 3
    start_period_seconds: int = 60


@dataclass(frozen=True)
class Scaling:
    cpu_percent: int = 70
    memory_percent: int = 70
    scale_in_cooldown_seconds: int = 300
    scale_out_cooldown_seconds: int = 60


@dataclass(frozen=True)
class Deployment:
    max_percent: int = 200
    min_healthy_percent: int = 100
    health_check_grace_seconds: int = 60
    deregistration_delay_seconds: int = 30


@dataclass(frozen=True)
class Collector:
    """AWS's distribution of OpenTelemetry's collector, beside every service."""

    name: str = "aws-otel-collector"
    image: str = "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"
    # Its part of the task's memory; the limiter refuses before the kernel kills.
    memory_mebibytes: int = 256
    limit_mebibytes: int = 192
    spike_mebibytes: int = 48
    batch_seconds: int = 10
    scrape_seconds: int = 60
    stop_seconds: int = 30
    namespace: str = "app-dw"
    log_group: str = "/aws/ecs/app-dw-metrics"
    configuration: str = "/app-dw/collector"


@dataclass(frozen=True)
class Compute:
    cluster_name: str = "app-dw"
    api: Size = field(default=Size(cpu_units=1_024, memory_mebibytes=2_048, min_tasks=1, max_tasks=3))
    # Higher resources for rendering.
    frontend: Size = field(default=Size(cpu_units=2_048, memory_mebibytes=4_096, min_tasks=1, max_tasks=2))
    probe: Probe = field(default_factory=Probe)
    container_probe: ContainerProbe = field(default_factory=ContainerProbe)
    scaling: Scaling = field(default_factory=Scaling)
    deployment: Deployment = field(default_factory=Deployment)
    # The first task of a service is never interrupted; what scaling adds is spot.
    on_demand_base: int = 1
    # The longest that Fargate waits between SIGTERM and SIGKILL; drain and lame duck fit in it.
    stop_seconds: int = 120
    # What the images make: a user without a name, a home or a right.
    user: str = "10001:10001"
    architecture: str = "X86_64"
    namespace: str = "app-dw.internal"
    # The specification's two; the names other services call them by.
    discovered: tuple[tuple[str, str], ...] = (("lang-portal-api", "lang-portal-api"), ("vocab-backend", "vocab-generator-backend"))
    discovery_ttl_seconds: int = 60
    log_stream_prefix: str = "ecs"
    # Lines that wait for CloudWatch; beyond, the oldest are lost, and the service is never kept from working.
    log_buffer: str = "4m"
    collector: Collector = field(default_factory=Collector)
    # Generated when the cluster is made: keys that services show each other, and that hash people in audit lines.
    generated_secrets: tuple[str, ...] = ("audit-key", "lang-portal-api-key")
    generated_secret_length: int = 48
    # The ring of session-sealing keys, 32 bytes each in base64, newest first: CloudFormation cannot generate it, whoever deploys puts it there.
    session_keys_secret: str = "jwt-secret"
    # Listener priorities: one per rule, unique over all hosts; `/api/*` before what else a host answers.
    priorities: tuple[tuple[str, int], ...] = (
        ("lang-portal-api", 10),
        ("vocab-frontend", 20),
        ("writing-practice", 30),
        ("haiku-api", 40),
    )
    # After all of them: the root domain leads to the front door, and an API that is not asked by CloudFront refuses.
    front_door_priority: int = 900
    refusal_priority: int = 910

    def execution_role(self, service: str) -> str:
        """ECS itself as it starts the service's tasks. Named by us, for pipelines name it: CloudFormation shortens names that are long."""
        return f"{service}-execution"

    def task_role(self, service: str) -> str:
        """The service's own."""
        return f"{service}-task"
