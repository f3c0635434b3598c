"""Two Aurora clusters, one for each product that keeps data of its own, and the proxies before them."""

from dataclasses import dataclass, field

from config.security_groups import POSTGRES

GIBIBYTE = 2**30
MEBIBYTE = 2**20
# PostgreSQL counts its buffers in pages of 8 KiB, and maintenance memory in KiB.
PAGE = 8 * 2**10


@dataclass(frozen=True)
class Parameters:
    """The cluster's parameters, in the units of the specification."""

    shared_buffers_bytes: int = 1 * GIBIBYTE
    max_connections: int = 200
    effective_cache_size_bytes: int = 3 * GIBIBYTE
    maintenance_work_mem_bytes: int = 128 * MEBIBYTE
    default_statistics_target: int = 100

    def as_aurora_counts(self) -> dict[str, str]:
        """1 GiB = 131,072 pages; 3 GiB = 393,216 pages; 128 MiB = 131,072 KiB."""
        return {
            "shared_buffers": str(self.shared_buffers_bytes // PAGE),
            "max_connections": str(self.max_connections),
            "effective_cache_size": str(self.effective_cache_size_bytes // PAGE),
            "maintenance_work_mem": str(self.maintenance_work_mem_bytes // 2**10),
            "default_statistics_target": str(self.default_statistics_target),
        }


@dataclass(frozen=True)
class Proxy:
    name: str
    idle_client_seconds: int = 1_800
    max_connections: int = 100
    borrow_seconds: int = 120
    # Of the connections so many stay while nobody needs them; the rest come and go with the load.
    max_idle_connections_percent: int = 10

    def max_connections_percent(self, parameters: Parameters) -> int:
        """RDS Proxy counts in hundredths of the cluster's `max_connections`: 100 of 200 are 50."""
        return 100 * self.max_connections // parameters.max_connections


@dataclass(frozen=True)
class Cluster:
    name: str
    database: str
    # With a reader in another zone, and so with an end point for reading.
    is_multi_az: bool
    backup_window: str
    proxy: Proxy
    security_group: str
    proxy_security_group: str
    instance_class: str = "db.t4g.medium"
    port: int = POSTGRES
    backup_retention_days: int = 7
    performance_insights_days: int = 7
    # What alarms measure the volume against; Aurora grows by itself.
    storage_allowance_gigabytes: int = 100
    parameters: Parameters = field(default_factory=Parameters)

    def user(self, role: str) -> str:
        """`lang_portal_app`; roles.sql makes them."""
        return f"{self.database}_{role}"


@dataclass(frozen=True)
class Databases:
    # The specification's 15.4 is refused for new clusters; the newest 15.x that cfn-lint knows.
    engine_version: str = "15.19"
    subnet_group: str = "database-subnet-group"
    maintenance_window: str = "sun:05:00-sun:06:00"
    monitoring_seconds: int = 60
    log_exports: tuple[str, ...] = ("postgresql", "instance", "iam-db-auth-error")
    master_user: str = "postgres_admin"
    # Who comes by the proxy: the owner migrates, the application reads and writes rows, the ledger counts what models cost.
    proxied: tuple[str, ...] = ("owner", "app", "ledger")
    # And who does not.
    maintenance: str = "maintenance"
    maintenance_session_seconds: int = 600
    maintenance_connections: int = 3
    # Snapshots: daily by themselves at 03:00 UTC, by hand before a deployment; both for so long, as their vault takes no others.
    snapshot_retention_days: int = 7
    snapshot_hour_utc: int = 3
    lang_portal: Cluster = field(
        default=Cluster(
            name="lang-portal",
            database="lang_portal",
            is_multi_az=True,
            backup_window="03:00-04:00",
            proxy=Proxy("lang-portal-proxy"),
            security_group="lang-portal-aurora-sg",
            proxy_security_group="lang-portal-rds-proxy-sg",
        )
    )
    haiku: Cluster = field(
        default=Cluster(
            name="haiku",
            database="haiku",
            is_multi_az=False,
            backup_window="04:00-05:00",
            proxy=Proxy("haiku-proxy"),
            security_group="haiku-aurora-sg",
            proxy_security_group="haiku-rds-proxy-sg",
        )
    )

    def snapshot_role(self, cluster: Cluster) -> str:
        """Who takes a snapshot before a deployment."""
        return f"{cluster.name}-snapshot"
