"""What is watched, by the names that AWS's own metrics have for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from config import Config
from stacks.databases import DatabaseStack
from stacks.edge import EdgeStack
from stacks.frontend import FrontendStack
from stacks.load_balancer import LoadBalancerStack
from stacks.monitoring.series import Series
from stacks.service import ServiceStack
from stacks.storage.bucket import REQUESTS


@dataclass(frozen=True)
class Watched:
    """The stacks below, and series of what is in them."""

    config: Config
    load_balancer: LoadBalancerStack
    databases: Mapping[str, DatabaseStack]
    services: Mapping[str, ServiceStack]
    frontends: Mapping[str, FrontendStack]
    edge: EdgeStack

    def of_kind(self, kind: str) -> dict[str, ServiceStack]:
        """The APIs or the user interfaces."""
        return {name: stack for name, stack in self.services.items() if stack.service.kind == kind}

    def balanced(self, service: ServiceStack, name: str, statistic: str = "Sum") -> Series:
        """What the load balancer sees of a service; of one that only services call, what its own log lines say."""
        if service.target is None:
            return self.logged(LOGGED[name], statistic, {"Service": service.service.name})
        dimensions = {
            "LoadBalancer": self.load_balancer.balancer.attr_load_balancer_full_name,
            "TargetGroup": service.target.group.attr_target_group_full_name,
        }
        return Series("AWS/ApplicationELB", name, dimensions, statistic)

    def balancer(self, name: str) -> Series:
        """What the load balancer sees of all services together, and of requests that reach none."""
        return Series("AWS/ApplicationELB", name, {"LoadBalancer": self.load_balancer.balancer.attr_load_balancer_full_name})

    def logged(self, name: str, statistic: str = "Sum", dimensions: Mapping[str, str] | None = None) -> Series:
        """What a metric filter has read out of log lines."""
        return Series(self.config.monitoring.log_namespace, name, dimensions or {}, statistic)

    def container(self, service: ServiceStack, name: str, namespace: str = "AWS/ECS", statistic: str = "Average") -> Series:
        return Series(namespace, name, {"ClusterName": self.config.compute.cluster_name, "ServiceName": service.service.name}, statistic)

    def writer(self, database: DatabaseStack, name: str, statistic: str = "Average") -> Series:
        """The instance that writes, whichever that is after a failover."""
        return Series("AWS/RDS", name, {"DBClusterIdentifier": database.cluster_identifier, "Role": "WRITER"}, statistic)

    def volume(self, database: DatabaseStack) -> Series:
        return Series("AWS/RDS", "VolumeBytesUsed", {"DBClusterIdentifier": database.cluster_identifier}, "Maximum")

    def distribution(self, frontend: FrontendStack, name: str, statistic: str = "Sum") -> Series:
        return Series("AWS/CloudFront", name, {"DistributionId": frontend.distribution_id, "Region": "Global"}, statistic)

    def site(self, app: str, name: str) -> Series:
        """Requests of the bucket that holds a React app."""
        return Series("AWS/S3", name, {"BucketName": dict(self.config.storage.frontend_buckets)[app], "FilterId": REQUESTS})


# The load balancer's metrics, and what stands for them in log lines.
LOGGED = {
    "RequestCount": "Requests",
    "HTTPCode_Target_5XX_Count": "ServerErrors",
    "HTTPCode_Target_4XX_Count": "ClientErrors",
    "TargetResponseTime": "RequestMicroseconds",
}
