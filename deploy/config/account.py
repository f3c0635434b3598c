"""Where everything is: the region, the domain and the apps under it."""

from dataclasses import dataclass

# The four products, each with an app of its own under the root domain; also the names of their hosts.
APPS = ("lang-portal", "haiku", "vocab", "writing")


@dataclass(frozen=True)
class Account:
    # us-east-1 for the best choice of services; CloudFront reads its certificates and web ACLs there.
    region: str = "us-east-1"
    root_domain: str = "app-dw.net"
    # Begins the names of stacks.
    prefix: str = "app-dw"

    def host(self, name: str) -> str:
        """`vocab.app-dw.net`."""
        return f"{name}.{self.root_domain}"

    def origin(self, name: str) -> str:
        return f"https://{self.host(name)}"
