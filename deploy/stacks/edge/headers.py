"""What browsers are told about every page that comes from a bucket."""

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from config import Config

Kind = cloudfront.CfnResponseHeadersPolicy


def security_headers(scope: Construct, config: Config) -> cloudfront.CfnResponseHeadersPolicy:
    """Nothing is overridden: the services say such things themselves, and know their own pages better."""
    fields = Kind.SecurityHeadersConfigProperty(
        strict_transport_security=Kind.StrictTransportSecurityProperty(
            access_control_max_age_sec=config.edge.transport_security_seconds, include_subdomains=True, preload=True, override=False
        ),
        content_type_options=Kind.ContentTypeOptionsProperty(override=False),
        frame_options=Kind.FrameOptionsProperty(frame_option="DENY", override=False),
        referrer_policy=Kind.ReferrerPolicyProperty(referrer_policy="strict-origin-when-cross-origin", override=False),
        content_security_policy=Kind.ContentSecurityPolicyProperty(content_security_policy=content_policy(config), override=False),
    )
    permissions = Kind.CustomHeaderProperty(header="Permissions-Policy", value="camera=(), geolocation=(), microphone=(), payment=()", override=False)
    return cloudfront.CfnResponseHeadersPolicy(
        scope,
        "SecurityHeaders",
        response_headers_policy_config=Kind.ResponseHeadersPolicyConfigProperty(
            name=f"{config.account.prefix}-security-headers",
            security_headers_config=fields,
            custom_headers_config=Kind.CustomHeadersConfigProperty(items=[permissions]),
        ),
    )


def content_policy(config: Config) -> str:
    """An app and its API are one host; only forms may lead elsewhere, to the pages where people sign in."""
    return "; ".join(
        [
            "default-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
            f"form-action 'self' {config.account.origin(config.auth.domain_host)}",
        ]
    )
