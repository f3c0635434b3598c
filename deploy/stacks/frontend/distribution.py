"""A CloudFront distribution: pages from the bucket, the API from the load balancer, and haiku's media."""

from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_s3 as s3
from constructs import Construct

from config import Config
from stacks.edge import EdgeStack
from stacks.frontend.pages import pages
from stacks.storage import StorageStack

Kind = cloudfront.CfnDistribution
SITE, API, MEDIA = "site", "api", "media"
READING, ALL = ["GET", "HEAD", "OPTIONS"], ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]


class Distribution(Construct):
    """One host. `/api/*` is never cached and shows the load balancer the secret; all else is a file of a bucket."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        config: Config,
        app: str,
        bucket: s3.CfnBucket,
        certificate: acm.ICertificate,
        edge: EdgeStack,
        storage: StorageStack,
        secret: str,
    ) -> None:
        super().__init__(scope, name)
        self.config, self.edge = config, edge
        has_media = app == config.edge.media_app
        # Without a slash at its end: CloudFront puts the request's path, which begins with one, behind it.
        media = [self._bucket(MEDIA, storage.user_content.bucket_regional_domain_name, "/" + config.storage.media_prefix.rstrip("/"))] if has_media else []
        behaviors = [self._api(), *([self._files(Kind.CacheBehaviorProperty, MEDIA, path_pattern=config.edge.media_path)] if has_media else [])]
        self.distribution = cloudfront.CfnDistribution(
            self,
            "Distribution",
            distribution_config=Kind.DistributionConfigProperty(
                enabled=True,
                comment=f"{config.account.host(app)}",
                aliases=[config.account.host(app)],
                http_version="http2and3",
                # The records are of type A, as the specification lists them.
                ipv6_enabled=False,
                price_class=config.edge.price_class,
                web_acl_id=edge.web_acl.arn,
                viewer_certificate=Kind.ViewerCertificateProperty(
                    acm_certificate_arn=certificate.certificate_arn, minimum_protocol_version=config.edge.tls_policy, ssl_support_method="sni-only"
                ),
                default_root_object="index.html",
                origins=[self._bucket(SITE, bucket.attr_regional_domain_name, ""), self._balancer(app, secret), *media],
                cache_behaviors=behaviors,
                default_cache_behavior=self._files(Kind.DefaultCacheBehaviorProperty, SITE, function_associations=[pages(self, config, app)]),
            ),
        )

    def _bucket(self, id: str, domain: str, path: str) -> Kind.OriginProperty:
        # CloudFront wants the old kind of access to be named, and left empty, where the new one is used.
        nobody = Kind.S3OriginConfigProperty(origin_access_identity="")
        return Kind.OriginProperty(id=id, domain_name=domain, origin_path=path, origin_access_control_id=self.edge.access_control_id, s3_origin_config=nobody)

    def _balancer(self, app: str, secret: str) -> Kind.OriginProperty:
        edge = self.config.edge
        return Kind.OriginProperty(
            id=API,
            domain_name=self.config.account.host(edge.origin_prefix + app),
            # The service's own paths begin with /api; a path of the origin would put it before them once more.
            origin_path="",
            origin_custom_headers=[Kind.OriginCustomHeaderProperty(header_name=edge.origin_header, header_value=secret)],
            custom_origin_config=Kind.CustomOriginConfigProperty(
                origin_protocol_policy="https-only",
                https_port=443,
                origin_ssl_protocols=["TLSv1.2"],
                origin_read_timeout=edge.origin_read_seconds,
                origin_keepalive_timeout=edge.origin_keepalive_seconds,
            ),
        )

    def _api(self) -> Kind.CacheBehaviorProperty:
        policies = self.config.edge.policies
        return Kind.CacheBehaviorProperty(
            path_pattern="/api/*",
            target_origin_id=API,
            viewer_protocol_policy="https-only",
            allowed_methods=ALL,
            cache_policy_id=policies.caching_disabled,
            origin_request_policy_id=policies.all_viewer_except_host_header,
            response_headers_policy_id=self.edge.headers_policy_id,
            compress=False,
        )

    def _files(self, kind: type, origin: str, **more: object) -> object:
        policies = self.config.edge.policies
        return kind(
            target_origin_id=origin,
            viewer_protocol_policy="redirect-to-https",
            allowed_methods=READING,
            cache_policy_id=policies.caching_optimized,
            origin_request_policy_id=policies.cors_s3_origin,
            response_headers_policy_id=self.edge.headers_policy_id,
            compress=True,
            **more,
        )
