"""Where browsers arrive: CloudFront, the web ACLs, names and certificates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    # React apps come from CloudFront, the others straight from the load balancer.
    cloudfront_apps: tuple[str, ...] = ("lang-portal", "haiku")
    load_balancer_apps: tuple[str, ...] = ("vocab", "writing")
    # The load balancer's public names as CloudFront's origin: `origin-lang-portal.app-dw.net`.
    origin_prefix: str = "origin-"
    # Carries the secret by which the load balancer knows CloudFront.
    origin_header: str = "X-Origin-Verify"
    private_zone: str = "internal.app-dw.net"
    private_names: tuple[str, ...] = ("lang-portal.internal", "haiku.internal", "vocab.internal", "writing.internal")
    # AWS's managed rule groups: core rule set, known bad inputs, IP reputation.
    managed_rules: tuple[str, ...] = ("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList")
    # Requests of one address in a window of five minutes.
    rate_limit: int = 2_000
    rate_window_seconds: int = 300
    blocked_countries: tuple[str, ...] = ()
    tls_policy: str = "TLSv1.2_2021"
    load_balancer_tls_policy: str = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    # CloudFront waits so long for an answer of the load balancer.
    origin_read_seconds: int = 30
