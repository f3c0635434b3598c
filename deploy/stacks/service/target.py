"""How the load balancer reaches a service: its targets, and the rule that leads to them."""

from aws_cdk import aws_elasticloadbalancingv2 as elb
from constructs import Construct

from config import Config
from services import Service
from stacks.load_balancer.listeners import field_is, host_is, path_is
from stacks.service.surroundings import Surroundings


class Target(Construct):
    """`group` is where tasks register; `rule` must be there before they do."""

    def __init__(self, scope: Construct, name: str, config: Config, service: Service, surroundings: Surroundings) -> None:
        super().__init__(scope, name)
        probe, deployment = config.compute.probe, config.compute.deployment
        attributes = {"deregistration_delay.timeout_seconds": str(deployment.deregistration_delay_seconds)}
        self.group = elb.CfnTargetGroup(
            self,
            "Group",
            name=service.name,
            vpc_id=surroundings.network.vpc.vpc_id,
            target_type="ip",
            protocol="HTTP",
            port=service.port,
            health_check_enabled=True,
            health_check_protocol="HTTP",
            health_check_path=service.target_health,
            health_check_interval_seconds=probe.interval_seconds,
            health_check_timeout_seconds=probe.timeout_seconds,
            healthy_threshold_count=probe.healthy_threshold,
            unhealthy_threshold_count=probe.unhealthy_threshold,
            matcher=elb.CfnTargetGroup.MatcherProperty(http_code=probe.success_codes),
            target_group_attributes=[elb.CfnTargetGroup.TargetGroupAttributeProperty(key=key, value=value) for key, value in attributes.items()],
        )
        self.rule = elb.CfnListenerRule(
            self,
            "Rule",
            listener_arn=surroundings.load_balancer.listener.ref,
            priority=dict(config.compute.priorities)[service.name],
            conditions=conditions(config, service, surroundings.load_balancer.origin.accepted),
            actions=[elb.CfnListenerRule.ActionProperty(type="forward", target_group_arn=self.group.ref)],
        )


def conditions(config: Config, service: Service, accepted: list[str]) -> list[elb.CfnListenerRule.RuleConditionProperty]:
    """Host and path; behind CloudFront also its secret, so that nobody comes round the web ACL there."""
    wanted = [host_is([config.account.host(service.host)]), path_is(list(service.routes))]
    if service.host.startswith(config.edge.origin_prefix):
        wanted.append(field_is(config.edge.origin_header, accepted))
    return wanted
