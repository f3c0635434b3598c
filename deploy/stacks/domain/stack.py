"""Zones and certificates."""

from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_route53 as route53
from constructs import Construct

from config import Config
from stacks.base import SystemStack
from stacks.parameters import required


class DomainStack(SystemStack):
    """The public zone (named by a parameter, for the registrar's side is done by hand) and one certificate for the domain and all hosts under it."""

    def __init__(self, scope: Construct, config: Config) -> None:
        super().__init__(scope, "Domain", config, description="Zones and certificates.")
        root = config.account.root_domain
        zone = required(
            self,
            "HostedZoneId",
            description=f"Id of the public hosted zone of {root}.",
            sentence=f"Say which hosted zone is {root}'s: --parameter-overrides HostedZoneId=<Z…>. The registrar must name its servers.",
        )
        self.zone: route53.IHostedZone = route53.HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id=zone, zone_name=root)
        # A star stands for one label: the names of the private zone have one more.
        names = [f"*.{root}", f"*.{config.edge.private_zone}"]
        self.certificate: acm.ICertificate = acm.Certificate(
            self, "Certificate", domain_name=root, subject_alternative_names=names, validation=acm.CertificateValidation.from_dns(self.zone)
        )
