"""CloudFront's web ACL and the fields that all answers carry."""

from aws_cdk import aws_cloudfront as cloudfront
from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.edge.headers import security_headers
from stacks.web_acl import WebACL


class EdgeStack(SystemStack):
    """What both distributions share."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Edge", config, description="CloudFront's web ACL and the fields that all answers carry.")
        # Its rate rule counts every request: CloudFront sees the addresses of browsers themselves.
        self.web_acl = WebACL(self, "WebACL", config, name_of="cloudfront", scope_of="CLOUDFRONT")
        self.headers_policy_id: str = security_headers(self, config).ref
        # Buckets take only requests that CloudFront signs, each with the time.
        access = cloudfront.CfnOriginAccessControl.OriginAccessControlConfigProperty(
            name=f"{config.account.prefix}-buckets", origin_access_control_origin_type="s3", signing_behavior="always", signing_protocol="sigv4"
        )
        self.access_control_id: str = cloudfront.CfnOriginAccessControl(self, "Buckets", origin_access_control_config=access).ref
