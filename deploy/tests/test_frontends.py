"""The React apps: a bucket and a load balancer behind one host of CloudFront."""

import pytest

from states import states
from system import SITES, distribution, origin
from templates import Node, Resource, Templates

BUCKETS = {"lang-portal": "lang-portal-frontend-dw", "haiku": "haiku-frontend-dw"}
SECTIONS = {"lang-portal": "lang-portal-distribution", "haiku": "haiku-generator-distribution"}
# CloudFront's own policies, by the names of the specification.
CACHING_DISABLED, CACHING_OPTIMIZED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_VIEWER_EXCEPT_HOST_HEADER, CORS_S3_ORIGIN = "b689b0a8-53d0-40ab-baf2-68738e2966ac", "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"


def each(numbers: str, *, lang_portal: tuple[str, ...] = (), haiku: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    """For both apps: the same numbers of their sections, and what is said of one alone."""
    more = {"lang-portal": lang_portal, "haiku": haiku}
    return pytest.mark.parametrize("app", [pytest.param(app, marks=states(*(f"{section}.{numbers}",), *more[app])) for app, section in SECTIONS.items()])


def bucket(templates: Templates, app: str) -> Resource:
    return templates[SITES[app]].only("AWS::S3::Bucket", BucketName=BUCKETS[app])


@each("1", lang_portal=("subdomains.2",), haiku=("subdomains.3",))
def test_it_answers_for_its_host(templates: Templates, app: str) -> None:
    assert distribution(templates, app)["Aliases"] == [f"{app}.app-dw.net"]
    assert distribution(templates, app)["Enabled"] is True


@each("2", lang_portal=("lang-portal.1", "frontend-hosting.1"), haiku=("haiku-generator.1", "frontend-hosting.1"))
def test_pages_come_from_the_top_of_the_bucket(templates: Templates, app: str) -> None:
    site = origin(templates, app, "site")
    assert site["DomainName"] == bucket(templates, app).attribute("RegionalDomainName")
    assert site["OriginPath"] == ""


@each("3")
def test_only_cloudfront_reads_the_bucket(templates: Templates, app: str) -> None:
    control = templates["Edge"].only("AWS::CloudFront::OriginAccessControl")
    settings = control["OriginAccessControlConfig"]
    assert (settings["OriginAccessControlOriginType"], settings["SigningBehavior"], settings["SigningProtocol"]) == ("s3", "always", "sigv4")
    site = origin(templates, app, "site")
    assert site["OriginAccessControlId"] == control.ref
    assert site["S3OriginConfig"] == {"OriginAccessIdentity": ""}
    assert bucket(templates, app)["PublicAccessBlockConfiguration"] == dict.fromkeys(
        ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"), True
    )


@each("6", lang_portal=("lang-portal.2",), haiku=("haiku-generator.3",))
def test_the_load_balancer_is_shown_a_secret(templates: Templates, app: str) -> None:
    balancer = origin(templates, app, "api")
    secret = templates["LoadBalancer"].only("AWS::SecretsManager::Secret", Name="origin-verify-1")
    shown = f"{{{{resolve:secretsmanager:{secret.ref}:SecretString:::}}}}"
    assert balancer["DomainName"] == f"origin-{app}.app-dw.net"
    assert balancer["OriginCustomHeaders"] == [{"HeaderName": "X-Origin-Verify", "HeaderValue": shown}]
    assert balancer["CustomOriginConfig"]["OriginProtocolPolicy"] == "https-only"


def behavior(templates: Templates, app: str, pattern: str) -> Node:
    behaviors = distribution(templates, app)["CacheBehaviors"]
    with templates.unrecorded():
        (place,) = [place for place, one in enumerate(behaviors) if one["PathPattern"] == pattern]
    assert behaviors[place]["PathPattern"] == pattern
    return behaviors[place]


@each("7-8")
def test_the_api_is_at_the_load_balancer(templates: Templates, app: str) -> None:
    api = behavior(templates, app, "/api/*")
    assert api["TargetOriginId"] == "api"
    assert api["AllowedMethods"] == ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]
    assert api["ViewerProtocolPolicy"] == "https-only"


@each("9")
def test_answers_of_the_api_are_not_cached(templates: Templates, app: str) -> None:
    assert behavior(templates, app, "/api/*")["CachePolicyId"] == CACHING_DISABLED


@each("10")
def test_the_api_sees_the_whole_request(templates: Templates, app: str) -> None:
    assert behavior(templates, app, "/api/*")["OriginRequestPolicyId"] == ALL_VIEWER_EXCEPT_HOST_HEADER


@each("11-12")
def test_all_else_is_a_file(templates: Templates, app: str) -> None:
    files = distribution(templates, app)["DefaultCacheBehavior"]
    assert files["TargetOriginId"] == "site"
    assert files["ViewerProtocolPolicy"] == "redirect-to-https"
    assert files["AllowedMethods"] == ["GET", "HEAD", "OPTIONS"]


@each("13")
def test_files_are_cached(templates: Templates, app: str) -> None:
    assert distribution(templates, app)["DefaultCacheBehavior"]["CachePolicyId"] == CACHING_OPTIMIZED


@each("14")
def test_files_may_be_asked_for_across_origins(templates: Templates, app: str) -> None:
    assert distribution(templates, app)["DefaultCacheBehavior"]["OriginRequestPolicyId"] == CORS_S3_ORIGIN


@states("haiku-generator.2")
def test_haiku_media_come_from_what_users_made(templates: Templates) -> None:
    media = origin(templates, "haiku", "media")
    content = templates["Storage"].only("AWS::S3::Bucket", BucketName="genai-bootcamp-user-content")
    assert media["DomainName"] == content.attribute("RegionalDomainName")
    assert media["OriginPath"] == "/generated-content/haiku"
    assert media["OriginAccessControlId"] == templates["Edge"].only("AWS::CloudFront::OriginAccessControl").ref
    files = behavior(templates, "haiku", "/media/*")
    assert files["TargetOriginId"] == "media"
    assert files["CachePolicyId"] == CACHING_OPTIMIZED
    assert files["AllowedMethods"] == ["GET", "HEAD", "OPTIONS"]
    assert files["ViewerProtocolPolicy"] == "redirect-to-https"


def test_the_portal_has_no_media(templates: Templates) -> None:
    assert [one["Id"] for one in distribution(templates, "lang-portal")["Origins"]] == ["site", "api"]


@pytest.mark.parametrize("app", SITES)
def test_every_bucket_is_read_with_access_control(templates: Templates, app: str) -> None:
    """What cdk-nag cannot read: CFR7."""
    buckets = [one for one in distribution(templates, app)["Origins"] if "S3OriginConfig" in one]
    assert [one["OriginAccessControlId"] for one in buckets] == [templates["Edge"].only("AWS::CloudFront::OriginAccessControl").ref] * len(buckets)


@pytest.mark.parametrize("app", SITES)
def test_browsers_are_told_to_be_careful(templates: Templates, app: str) -> None:
    policy = templates["Edge"].only("AWS::CloudFront::ResponseHeadersPolicy")
    whole = distribution(templates, app)
    for one in (whole["DefaultCacheBehavior"], *whole["CacheBehaviors"]):
        assert one["ResponseHeadersPolicyId"] == policy.ref
    told = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    assert told["StrictTransportSecurity"] == {"AccessControlMaxAgeSec": 63_072_000, "IncludeSubdomains": True, "Preload": True, "Override": False}
    assert told["ContentTypeOptions"] == {"Override": False}
    assert told["FrameOptions"] == {"FrameOption": "DENY", "Override": False}
    assert told["ReferrerPolicy"] == {"ReferrerPolicy": "strict-origin-when-cross-origin", "Override": False}
    assert told["ContentSecurityPolicy"]["ContentSecurityPolicy"].split("; ") == [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
        "form-action 'self' https://auth.app-dw.net",
    ]


@pytest.mark.parametrize("app", SITES)
def test_connections_are_modern(templates: Templates, app: str) -> None:
    certificate = templates["Domain"].only("AWS::CertificateManager::Certificate")
    assert distribution(templates, app)["ViewerCertificate"] == {
        "AcmCertificateArn": certificate.ref,
        "MinimumProtocolVersion": "TLSv1.2_2021",
        "SslSupportMethod": "sni-only",
    }
    assert origin(templates, app, "api")["CustomOriginConfig"]["OriginSSLProtocols"] == ["TLSv1.2"]


@pytest.mark.parametrize("app", SITES)
def test_every_page_is_the_app_and_errors_of_the_api_stay(templates: Templates, app: str) -> None:
    whole = distribution(templates, app)
    function = templates[SITES[app]].only("AWS::CloudFront::Function")
    assert whole["DefaultCacheBehavior"]["FunctionAssociations"] == [{"EventType": "viewer-request", "FunctionARN": function.attribute("FunctionARN")}]
    assert "FunctionAssociations" not in behavior(templates, app, "/api/*")
    assert "CustomErrorResponses" not in whole
    assert whole["DefaultRootObject"] == "index.html"


@pytest.mark.parametrize("app", SITES)
def test_accesses_are_delivered(templates: Templates, app: str) -> None:
    stack = templates[SITES[app]]
    source, destination = stack.only("AWS::Logs::DeliverySource"), stack.only("AWS::Logs::DeliveryDestination")
    assert source["LogType"] == "ACCESS_LOGS"
    assert source["ResourceArn"].endswith(f":distribution/{stack.only('AWS::CloudFront::Distribution').ref}")
    assert destination["DestinationResourceArn"] == f"arn:${{AWS::Partition}}:s3:::genai-bootcamp-delivery-logs/cloudfront-logs/{app}"
    assert stack.only("AWS::Logs::Delivery")["DeliveryDestinationArn"] == destination.attribute("Arn")


def test_the_bucket_of_deliveries_lets_them_in(templates: Templates) -> None:
    bucket = templates["Storage"].only("AWS::S3::Bucket", BucketName="genai-bootcamp-delivery-logs")
    policy = templates["Storage"].only("AWS::S3::BucketPolicy", Bucket=bucket.ref)
    (allowed,) = [one for one in policy["PolicyDocument"]["Statement"] if one["Sid"] == "CloudfrontLogs"]
    assert allowed["Principal"] == {"Service": "delivery.logs.amazonaws.com"}
    assert (allowed["Action"], allowed["Resource"]) == ("s3:PutObject", f"{bucket.attribute('Arn')}/cloudfront-logs/*")
