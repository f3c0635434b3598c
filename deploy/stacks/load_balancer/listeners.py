"""HTTPS, where nothing passes without a service's rule, and HTTP, which leads there."""

from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_elasticloadbalancingv2 as elb
from constructs import Construct

from config import Config


class Listeners(Construct):
    """The two listeners, and the rules that reach no service."""

    def __init__(self, scope: Construct, name: str, config: Config, balancer: elb.CfnLoadBalancer, certificate: acm.ICertificate) -> None:
        super().__init__(scope, name)
        self.config = config
        self.https = elb.CfnListener(
            self,
            "HTTPS",
            load_balancer_arn=balancer.ref,
            port=443,
            protocol="HTTPS",
            ssl_policy=config.edge.load_balancer_tls_policy,
            certificates=[elb.CfnListener.CertificateProperty(certificate_arn=certificate.certificate_arn)],
            default_actions=[elb.CfnListener.ActionProperty(type="fixed-response", fixed_response_config=nothing_here())],
        )
        redirect = elb.CfnListener.RedirectConfigProperty(protocol="HTTPS", port="443", status_code="HTTP_301")
        elb.CfnListener(
            self,
            "HTTP",
            load_balancer_arn=balancer.ref,
            port=80,
            protocol="HTTP",
            default_actions=[elb.CfnListener.ActionProperty(type="redirect", redirect_config=redirect)],
        )
        self._front_door()
        self._refusal()

    def _front_door(self) -> None:
        """`app-dw.net` itself leads to the portal; Cognito wants the root domain to have an address before it takes auth.app-dw.net."""
        rule = elb.CfnListenerRule
        target = self.config.account.host(self.config.edge.front_door)
        redirect = rule.RedirectConfigProperty(host=target, path="/", query="", protocol="HTTPS", port="443", status_code="HTTP_302")
        rule(
            self,
            "FrontDoor",
            listener_arn=self.https.ref,
            priority=self.config.compute.front_door_priority,
            conditions=[host_is([self.config.account.root_domain])],
            actions=[rule.ActionProperty(type="redirect", redirect_config=redirect)],
        )

    def _refusal(self) -> None:
        """What asks an API by the origin's name and is not CloudFront has come round the web ACL and the cache: it is told so."""
        rule = elb.CfnListenerRule
        hosts = [self.config.account.host(self.config.edge.origin_prefix + app) for app in self.config.edge.cloudfront_apps]
        answer = rule.FixedResponseConfigProperty(status_code="403", content_type="text/plain", message_body="Only CloudFront may ask here.")
        rule(
            self,
            "NotCloudFront",
            listener_arn=self.https.ref,
            priority=self.config.compute.refusal_priority,
            conditions=[host_is(hosts), path_is(["/api/*"])],
            actions=[rule.ActionProperty(type="fixed-response", fixed_response_config=answer)],
        )


def nothing_here() -> elb.CfnListener.FixedResponseConfigProperty:
    return elb.CfnListener.FixedResponseConfigProperty(status_code="404", content_type="text/plain", message_body="There is nothing here.")


def host_is(hosts: list[str]) -> elb.CfnListenerRule.RuleConditionProperty:
    values = elb.CfnListenerRule.HostHeaderConfigProperty(values=hosts)
    return elb.CfnListenerRule.RuleConditionProperty(field="host-header", host_header_config=values)


def path_is(paths: list[str]) -> elb.CfnListenerRule.RuleConditionProperty:
    values = elb.CfnListenerRule.PathPatternConfigProperty(values=paths)
    return elb.CfnListenerRule.RuleConditionProperty(field="path-pattern", path_pattern_config=values)


def field_is(name: str, texts: list[str]) -> elb.CfnListenerRule.RuleConditionProperty:
    values = elb.CfnListenerRule.HttpHeaderConfigProperty(http_header_name=name, values=texts)
    return elb.CfnListenerRule.RuleConditionProperty(field="http-header", http_header_config=values)
