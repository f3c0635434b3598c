"""Names: which host leads where, in public and within the network."""

import pytest

from states import states
from system import SITES
from templates import Resource, Templates


def balanced(balancer: Resource) -> dict:
    return {"DNSName": balancer.attribute("DNSName"), "HostedZoneId": balancer.attribute("CanonicalHostedZoneID")}


@pytest.fixture
def balancer(templates: Templates) -> Resource:
    return templates["LoadBalancer"].only("AWS::ElasticLoadBalancingV2::LoadBalancer")


@states("dns.15", "domain-authentication-architecture.1")
def test_everything_is_under_one_domain(templates: Templates) -> None:
    certificate = templates["Domain"].only("AWS::CertificateManager::Certificate", DomainName="app-dw.net")
    names = ("app-dw.net", "*.internal.app-dw.net")
    assert certificate["DomainValidationOptions"] == [{"DomainName": name, "HostedZoneId": "${HostedZoneId}"} for name in names]


def record(templates: Templates, stack: str, host: str) -> Resource:
    """An alias of type A in the public zone."""
    found = templates[stack].only("AWS::Route53::RecordSet", Name=host)
    assert found["Type"] == "A"
    assert found["HostedZoneId"] == "${HostedZoneId}"
    return found


@pytest.mark.parametrize(
    "app",
    [
        pytest.param("lang-portal", marks=states("dns-records-route-53.1", "dns.16-17", "dns.19")),
        pytest.param("haiku", marks=states("dns-records-route-53.4", "dns.20-21", "dns.23")),
    ],
)
def test_react_apps_are_at_cloudfront(templates: Templates, app: str) -> None:
    found = record(templates, SITES[app], f"{app}.app-dw.net")
    distribution = templates[SITES[app]].only("AWS::CloudFront::Distribution")
    assert found["AliasTarget"] == {"DNSName": distribution.attribute("DomainName"), "HostedZoneId": "Z2FDTNDATAQYW2"}


@pytest.mark.parametrize(
    "app",
    [
        pytest.param("vocab", marks=states("dns-records-route-53.2", "dns.24-27")),
        pytest.param("writing", marks=states("dns-records-route-53.3", "dns.28-29", "dns.31")),
    ],
)
def test_the_others_are_at_the_load_balancer(templates: Templates, balancer: Resource, app: str) -> None:
    assert record(templates, "LoadBalancer", f"{app}.app-dw.net")["AliasTarget"] == balanced(balancer)


@pytest.mark.parametrize("host", ["app-dw.net", "origin-lang-portal.app-dw.net", "origin-haiku.app-dw.net"])
def test_cloudfront_and_the_root_domain_find_the_load_balancer(templates: Templates, balancer: Resource, host: str) -> None:
    assert record(templates, "LoadBalancer", host)["AliasTarget"] == balanced(balancer)


def test_the_root_domain_leads_to_the_portal(templates: Templates) -> None:
    rule = templates["LoadBalancer"].only("AWS::ElasticLoadBalancingV2::ListenerRule", Priority=900)
    assert rule["Conditions"] == [{"Field": "host-header", "HostHeaderConfig": {"Values": ["app-dw.net"]}}]
    target = {"Host": "lang-portal.app-dw.net", "Path": "/", "Query": "", "Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_302"}
    assert rule["Actions"] == [{"Type": "redirect", "RedirectConfig": target}]


@states("dns.1-2")
def test_the_network_has_a_zone_of_its_own(templates: Templates) -> None:
    zone = templates["LoadBalancer"].only("AWS::Route53::HostedZone", Name="internal.app-dw.net")
    vpc = templates["Network"].named("AWS::EC2::VPC", "genai-bootcamp-vpc")
    assert zone["VPCs"] == [{"VPCId": vpc.ref, "VPCRegion": "us-east-1"}]


@pytest.mark.parametrize(
    "app",
    [
        pytest.param("lang-portal", marks=states("dns.3-5")),
        pytest.param("haiku", marks=states("dns.6-8")),
        pytest.param("vocab", marks=states("dns.9-11")),
        pytest.param("writing", marks=states("dns.12-14")),
    ],
)
def test_the_load_balancer_has_private_names(templates: Templates, balancer: Resource, app: str) -> None:
    zone = templates["LoadBalancer"].only("AWS::Route53::HostedZone")
    found = templates["LoadBalancer"].only("AWS::Route53::RecordSet", Name=f"{app}.internal.app-dw.net")
    assert (found["HostedZoneId"], found["Type"], found["AliasTarget"]) == (zone.ref, "A", balanced(balancer))
