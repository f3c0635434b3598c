"""The load balancer: who is let in, what is asked of targets, and which rule leads where."""

import pytest

from states import states
from system import SERVICES, running, stack
from templates import Resource, Template, Templates


@pytest.fixture
def edge(templates: Templates) -> Template:
    return templates["LoadBalancer"]


@pytest.fixture
def balancer(edge: Template) -> Resource:
    return edge.only("AWS::ElasticLoadBalancingV2::LoadBalancer")


def listener(edge: Template, port: int) -> Resource:
    return edge.only("AWS::ElasticLoadBalancingV2::Listener", Port=port)


@states("primary-alb.1")
def test_it_faces_the_internet(templates: Templates, balancer: Resource) -> None:
    assert balancer["Scheme"] == "internet-facing"
    assert balancer["Type"] == "application"
    assert balancer["SecurityGroups"] == [templates["Network"].only("AWS::EC2::SecurityGroup", GroupName="alb-sg").attribute("GroupId")]


@states("primary-alb.2")
def test_it_stands_in_three_zones(templates: Templates, balancer: Resource) -> None:
    subnets = [templates["Network"].only("AWS::EC2::Subnet", CidrBlock=f"10.0.{number}.0/24") for number in range(3)]
    assert balancer["Subnets"] == [subnet.ref for subnet in subnets]
    assert [subnet["AvailabilityZone"] for subnet in subnets] == ["us-east-1a", "us-east-1b", "us-east-1c"]


@states("primary-alb.3", "security-considerations.6")
def test_tls_ends_here(templates: Templates, edge: Template, balancer: Resource) -> None:
    https = listener(edge, 443)
    assert https["LoadBalancerArn"] == balancer.ref
    assert https["Protocol"] == "HTTPS"
    assert https["SslPolicy"] == "ELBSecurityPolicy-TLS13-1-2-2021-06"
    certificate = templates["Domain"].only("AWS::CertificateManager::Certificate", DomainName="app-dw.net")
    assert https["Certificates"] == [{"CertificateArn": certificate.ref}]
    assert certificate["SubjectAlternativeNames"] == ["*.app-dw.net", "*.internal.app-dw.net"]
    assert certificate["ValidationMethod"] == "DNS"


@states("primary-alb.4")
def test_a_web_acl_is_before_it(templates: Templates, edge: Template, balancer: Resource) -> None:
    acl = edge.only("AWS::WAFv2::WebACL", Scope="REGIONAL")
    association = edge.only("AWS::WAFv2::WebACLAssociation")
    assert association == {"ResourceArn": balancer.ref, "WebACLArn": acl.attribute("Arn")}


def attribute(balancer: Resource, key: str) -> str:
    with balancer.templates.unrecorded():
        (place,) = [place for place, one in enumerate(balancer["LoadBalancerAttributes"]) if one["Key"] == key]
    assert balancer["LoadBalancerAttributes"][place]["Key"] == key
    return balancer["LoadBalancerAttributes"][place]["Value"]


@states("primary-alb.5")
def test_its_accesses_are_delivered(templates: Templates, balancer: Resource) -> None:
    assert attribute(balancer, "access_logs.s3.enabled") == "true"
    assert attribute(balancer, "access_logs.s3.bucket") == templates["Storage"].only("AWS::S3::Bucket", BucketName="genai-bootcamp-delivery-logs")["BucketName"]
    assert attribute(balancer, "access_logs.s3.prefix") == "alb-logs"


def test_it_is_hard_to_confuse_and_to_lose(balancer: Resource) -> None:
    assert attribute(balancer, "deletion_protection.enabled") == "true"
    assert attribute(balancer, "routing.http.desync_mitigation_mode") == "strictest"
    assert attribute(balancer, "routing.http.drop_invalid_header_fields.enabled") == "true"


@states("http-80.1")
def test_http_leads_to_https(templates: Templates, edge: Template, balancer: Resource) -> None:
    http = listener(edge, 80)
    assert http["LoadBalancerArn"] == balancer.ref
    assert http["Protocol"] == "HTTP"
    assert http["DefaultActions"] == [{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}]


# Each target group's port and path, and the part of the specification it stands in; vocab-backend has none, for the load balancer may not reach it.
TARGETS = {
    "lang-portal-api": (8000, "/api/health", "lang-portal-2.1-9"),
    "haiku-api": (8000, "/api/health", "haiku-generator-2.1-9"),
    "vocab-frontend": (8501, "/healthz", "vocab-generator-2.10-18"),
    "writing-practice": (7860, "/view_api", "writing-practice-2.1-9"),
}


@pytest.mark.parametrize("service", [pytest.param(service, marks=states(statements)) for service, (_, _, statements) in TARGETS.items()])
def test_targets_are_asked_whether_they_are_healthy(templates: Templates, service: str) -> None:
    port, path, _ = TARGETS[service]
    group = stack(templates, service).only("AWS::ElasticLoadBalancingV2::TargetGroup")
    assert (group["Protocol"], group["Port"], group["TargetType"]) == ("HTTP", port, "ip")
    assert group["VpcId"] == templates["Network"].only("AWS::EC2::VPC").ref
    assert (group["HealthCheckEnabled"], group["HealthCheckProtocol"], group["HealthCheckPath"]) == (True, "HTTP", path)
    assert (group["HealthCheckIntervalSeconds"], group["HealthCheckTimeoutSeconds"]) == (30, 5)
    assert (group["HealthyThresholdCount"], group["UnhealthyThresholdCount"]) == (2, 3)
    assert group["Matcher"] == {"HttpCode": "200"}


def value(secret: Resource) -> str:
    """How CloudFormation is told to read it."""
    return f"{{{{resolve:secretsmanager:{secret.ref}:SecretString:::}}}}"


def conditions(edge: Template, host: str, path: str) -> list[dict]:
    wanted = [
        {"Field": "host-header", "HostHeaderConfig": {"Values": [host]}},
        {"Field": "path-pattern", "PathPatternConfig": {"Values": [path]}},
    ]
    if host.startswith("origin-"):
        secrets = [value(edge.only("AWS::SecretsManager::Secret", Name=f"origin-verify-{number}")) for number in (1, 2)]
        wanted.append({"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "X-Origin-Verify", "Values": secrets}})
    return wanted


RULES = [
    pytest.param(
        *("lang-portal-api", "origin-lang-portal.app-dw.net", "/api/*", 10),
        marks=states("rules-priority-lang-portal-app-dw-net.1", "lang-portal.3", "backend-api.2"),
    ),
    pytest.param(
        *("vocab-frontend", "vocab.app-dw.net", "/*", 20),
        marks=states("rules-priority-vocab-app-dw-net.1", "vocab-generator.1", "subdomains.4", "frontend-hosting.2"),
    ),
    pytest.param(
        *("writing-practice", "writing.app-dw.net", "/*", 30),
        marks=states("rules-priority-writing-app-dw-net.1", "writing-practice.1", "subdomains.5", "frontend-hosting.2"),
    ),
    pytest.param(
        *("haiku-api", "origin-haiku.app-dw.net", "/api/*", 40),
        marks=states("rules-priority-haiku-app-dw-net.1", "haiku-generator.4", "backend-api.2"),
    ),
]


@pytest.mark.parametrize(("service", "host", "path", "priority"), RULES)
def test_a_rule_leads_to_its_service(templates: Templates, edge: Template, service: str, host: str, path: str, priority: int) -> None:
    group = stack(templates, service).only("AWS::ElasticLoadBalancingV2::TargetGroup")
    rule = stack(templates, service).only("AWS::ElasticLoadBalancingV2::ListenerRule", Priority=priority)
    assert rule["ListenerArn"] == listener(edge, 443).ref
    assert rule["Conditions"] == conditions(edge, host, path)
    assert rule["Actions"] == [{"Type": "forward", "TargetGroupArn": group.ref}]
    place = SERVICES[service]
    assert running(templates, service)["LoadBalancers"] == [{"ContainerName": place.container, "ContainerPort": place.port, "TargetGroupArn": group.ref}]


def test_whatever_has_no_rule_is_not_found(edge: Template) -> None:
    (action,) = listener(edge, 443)["DefaultActions"]
    assert (action["Type"], action["FixedResponseConfig"]["StatusCode"]) == ("fixed-response", "404")


def test_who_is_not_cloudfront_is_refused(edge: Template) -> None:
    rule = edge.only("AWS::ElasticLoadBalancingV2::ListenerRule", Priority=910)
    hosts = ["origin-lang-portal.app-dw.net", "origin-haiku.app-dw.net"]
    assert rule["Conditions"] == [
        {"Field": "host-header", "HostHeaderConfig": {"Values": hosts}},
        {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/api/*"]}},
    ]
    assert [action["FixedResponseConfig"]["StatusCode"] for action in rule["Actions"]] == ["403"]


def test_no_other_rule_leads_to_targets(templates: Templates) -> None:
    """Every listener rule of the system is one of these, and only they forward."""
    rules = [rule for template in templates for rule in template.matching("AWS::ElasticLoadBalancingV2::ListenerRule", {})]
    forwarding = [rule["Priority"] for rule in rules if rule["Actions"][0]["Type"] == "forward"]
    assert sorted(forwarding) == [10, 20, 30, 40]
    assert sorted(rule["Priority"] for rule in rules) == [10, 20, 30, 40, 900, 910]


def test_vocab_backend_is_for_services_alone(templates: Templates) -> None:
    backend = stack(templates, "vocab-backend")
    assert backend.matching("AWS::ElasticLoadBalancingV2::TargetGroup", {}) == []
    assert backend.matching("AWS::ElasticLoadBalancingV2::ListenerRule", {}) == []
    assert "LoadBalancers" not in running(templates, "vocab-backend")
