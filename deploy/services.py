"""The five services as services.json names them, for the stacks; local scripts and a Swift test read the same file."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FILE = Path(__file__).with_name("services.json")


@dataclass(frozen=True)
class Service:
    """What a service is called, where it listens, and what it is given."""

    name: str
    project: str
    kind: Literal["api", "frontend"]
    image: str
    container: str
    port: int
    security_group: str
    # The name under the root domain by which the load balancer knows it, and the paths there; vocab-backend has none, for only services call it.
    host: str | None
    routes: tuple[str, ...]
    target_health: str
    container_health: str
    # Proxies whose `X-Forwarded-For` it believes: CloudFront and the load balancer, or the latter alone.
    trusted_proxy_hops: int
    local_ports: dict[str, int]
    # Values hold placeholders, `{issuer}`, which the stack knows.
    environment: dict[str, str]
    # Variables and the names of the secrets behind them.
    secrets: dict[str, str]
    # What it may be given on a developer's machine besides.
    local_settings: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Every variable that it may be given, here or there."""
        return [*self.environment, *self.secrets, *self.local_settings]

    def settings(self, **values: str) -> dict[str, str]:
        """The environment with its placeholders filled."""
        return {name: value.format(**values) for name, value in self.environment.items()}


def load(file: Path = FILE) -> dict[str, Service]:
    """All services by name, in the order of the file."""
    return {name: read(name, fields) for name, fields in json.loads(file.read_text()).items()}


def read(name: str, fields: dict) -> Service:
    return Service(
        name=name,
        project=fields["project"],
        kind=fields["kind"],
        image=fields["image"],
        container=fields["container"],
        port=fields["port"],
        security_group=fields["securityGroup"],
        host=fields["host"],
        routes=tuple(fields["routes"]),
        target_health=fields["targetHealth"],
        container_health=fields["containerHealth"],
        trusted_proxy_hops=fields["trustedProxyHops"],
        local_ports=fields["localPorts"],
        environment=fields["environment"],
        secrets=fields["secrets"],
        local_settings=tuple(fields["localSettings"]),
    )


if __name__ == "__main__":
    # For the local scripts: services.py <service> prints its variables.
    print(*load()[sys.argv[1]].names)
