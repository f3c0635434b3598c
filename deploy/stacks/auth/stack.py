"""Cognito: user pool, web client, domains, identity pool."""

from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_route53 as route53
from constructs import Construct

from config import Config
from stacks.acknowledgements import acknowledge
from stacks.auth.identity_pool import IdentityPool
from stacks.auth.user_pool import user_pool, web_client
from stacks.base import SystemStack
from stacks.domain import DomainStack
from stacks.load_balancer import LoadBalancerStack


class AuthStack(SystemStack):
    """Who signs in, to what, for how long. Services take `issuer`, `client_id` and `sign_in`."""

    def __init__(self, scope: Construct, config: Config, domain: DomainStack, load_balancer: LoadBalancerStack) -> None:
        super().__init__(scope, "Auth", config, description="Cognito: user pool, web client, domains, identity pool.")
        auth = config.auth
        self.pool = user_pool(self, auth)
        acknowledge(self.pool, "AwsSolutions::AwsSolutions-COG2", "The specification turns the second factor off: this is for learners of a course.")
        acknowledge(self.pool, "AwsSolutions::AwsSolutions-COG3", "The specification says audit only: false alarms would lock learners out.")
        client = web_client(self, auth, config.account, self.pool)
        cognito.CfnUserPoolDomain(self, "PrefixDomain", user_pool_id=self.pool.ref, domain=auth.domain_prefix)
        self._custom_domain(config, domain)
        # Where the root domain gets its address.
        self.add_stack_dependency(load_balancer)
        IdentityPool(self, "IdentityPool", auth, self.pool, client)
        self.issuer = self.pool.attr_provider_url
        self.client_id = client.ref
        self.sign_in = config.account.origin(auth.domain_host)

    def _custom_domain(self, config: Config, domain: DomainStack) -> None:
        """`auth.app-dw.net`, before which Cognito puts a distribution of CloudFront; it wants the root domain itself to have an address before."""
        host = config.account.host(config.auth.domain_host)
        certificate = cognito.CfnUserPoolDomain.CustomDomainConfigTypeProperty(certificate_arn=domain.certificate.certificate_arn)
        custom = cognito.CfnUserPoolDomain(self, "CustomDomain", user_pool_id=self.pool.ref, domain=host, custom_domain_config=certificate)
        route53.CfnRecordSet(
            self,
            "CustomDomainRecord",
            hosted_zone_id=domain.zone.hosted_zone_id,
            name=host,
            type="A",
            alias_target=route53.CfnRecordSet.AliasTargetProperty(dns_name=custom.attr_cloud_front_distribution, hosted_zone_id=config.edge.cloudfront_zone),
        )
