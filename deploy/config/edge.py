"""Where browsers arrive: CloudFront, the web ACLs, names and certificates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ManagedPolicies:
    """Policies that AWS keeps for everybody, by their ids."""

    caching_disabled: str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    caching_optimized: str = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    all_viewer_except_host_header: str = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
    cors_s3_origin: str = "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"


@dataclass(frozen=True)
class Edge:
    # React apps come from CloudFront, the others straight from the load balancer.
    cloudfront_apps: tuple[str, ...] = ("lang-portal", "haiku")
    load_balancer_apps: tuple[str, ...] = ("vocab", "writing")
    # The load balancer's public names as CloudFront's origin: `origin-lang-portal.app-dw.net`.
    origin_prefix: str = "origin-"
    # Carries the secret by which the load balancer knows CloudFront.
    origin_header: str = "X-Origin-Verify"
    # The load balancer takes all of them, CloudFront sends one. To rotate, one goes before another comes: the steps are in the README.
    origin_secrets: tuple[str, ...] = ("origin-verify-1", "origin-verify-2")
    sent_origin_secret: str = "origin-verify-1"
    # Whoever opens the root domain itself is sent to this app.
    front_door: str = "lang-portal"
    private_zone: str = "internal.app-dw.net"
    # Under the root domain, each a name within the private zone.
    private_names: tuple[str, ...] = ("lang-portal.internal", "haiku.internal", "vocab.internal", "writing.internal")
    # AWS's managed rule groups: core rule set, known bad inputs, IP reputation.
    managed_rules: tuple[str, ...] = ("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList")
    # Rules of those groups that only count. The core rule set refuses bodies above 8 KiB: drawings and lists of words are larger, and the services bound them.
    counted_rules: tuple[tuple[str, str], ...] = (("AWSManagedRulesCommonRuleSet", "SizeRestrictions_BODY"),)
    # Requests of one address in a window of five minutes.
    rate_limit: int = 2_000
    rate_window_seconds: int = 300
    tls_policy: str = "TLSv1.2_2021"
    load_balancer_tls_policy: str = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    # A connection without a word for so long is closed; streams of the user interfaces say something more often.
    load_balancer_idle_seconds: int = 60
    # CloudFront waits so long for an answer of the load balancer.
    origin_read_seconds: int = 30
    origin_keepalive_seconds: int = 5
    # North America and Europe: the cheapest of CloudFront's classes.
    price_class: str = "PriceClass_100"
    policies: ManagedPolicies = ManagedPolicies()
    # Browsers ask for these hosts by HTTPS alone for two years.
    transport_security_seconds: int = 63_072_000
    # What haiku makes: `/media/1.png` is the object `generated-content/haiku/media/1.png` of the users' content.
    media_app: str = "haiku"
    media_path: str = "/media/*"
    # One hosted zone for every CloudFront distribution, in every account.
    cloudfront_zone: str = "Z2FDTNDATAQYW2"
