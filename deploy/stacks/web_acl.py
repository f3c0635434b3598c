"""A web ACL: what is refused before anybody of ours sees it. CloudFront and the load balancer have one each."""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_logs as logs
from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from config import Config
from config.edge import Edge

Statement = waf.CfnWebACL.StatementProperty


class WebACL(Construct):
    """AWS's managed rules, and a bound on the requests of one address; what it refuses stands in a log group."""

    def __init__(self, scope: Construct, name: str, config: Config, *, name_of: str, scope_of: str, rate_scope: Statement | None = None) -> None:
        super().__init__(scope, name)
        self.name: str = f"{config.account.prefix}-{name_of}"
        self.rate_rule: str = "rate-per-address"
        edge = config.edge
        groups = [self._managed(edge, group, priority) for priority, group in enumerate(edge.managed_rules)]
        acl = waf.CfnWebACL(
            self,
            "ACL",
            name=self.name,
            scope=scope_of,
            default_action=waf.CfnWebACL.DefaultActionProperty(allow={}),
            visibility_config=visible(self.name),
            rules=[*groups, self._rate(edge, len(groups), rate_scope)],
        )
        self.arn: str = acl.attr_arn
        self._write_down(config, acl)

    def protect(self, arn: str) -> None:
        waf.CfnWebACLAssociation(self, "Association", resource_arn=arn, web_acl_arn=self.arn)

    def _managed(self, edge: Edge, group: str, priority: int) -> waf.CfnWebACL.RuleProperty:
        counted = [
            waf.CfnWebACL.RuleActionOverrideProperty(name=rule, action_to_use=waf.CfnWebACL.RuleActionProperty(count={}))
            for of, rule in edge.counted_rules
            if of == group
        ]
        statement = waf.CfnWebACL.ManagedRuleGroupStatementProperty(vendor_name="AWS", name=group, rule_action_overrides=counted or None)
        return waf.CfnWebACL.RuleProperty(
            name=group,
            priority=priority,
            override_action=waf.CfnWebACL.OverrideActionProperty(none={}),
            statement=Statement(managed_rule_group_statement=statement),
            visibility_config=visible(group),
        )

    def _rate(self, edge: Edge, priority: int, scope_of: Statement | None) -> waf.CfnWebACL.RuleProperty:
        bound = waf.CfnWebACL.RateBasedStatementProperty(
            limit=edge.rate_limit, evaluation_window_sec=edge.rate_window_seconds, aggregate_key_type="IP", scope_down_statement=scope_of
        )
        return waf.CfnWebACL.RuleProperty(
            name=self.rate_rule,
            priority=priority,
            action=waf.CfnWebACL.RuleActionProperty(block={"customResponse": {"responseCode": 429}}),
            statement=Statement(rate_based_statement=bound),
            visibility_config=visible(self.rate_rule),
        )

    def _write_down(self, config: Config, acl: waf.CfnWebACL) -> None:
        """Only what was refused or counted; what signs somebody in is left out. AWS wants the group's name to begin so."""
        name = f"aws-waf-logs-{self.name}"
        group = logs.CfnLogGroup(self, "Logs", log_group_name=name, retention_in_days=config.monitoring.log_retention_days)
        group.apply_removal_policy(RemovalPolicy.DESTROY)
        self.log_group: str = name
        configuration = waf.CfnLoggingConfiguration(
            self,
            "Logging",
            resource_arn=acl.attr_arn,
            log_destination_configs=[Stack.of(self).format_arn(service="logs", resource=f"log-group:{name}")],
            redacted_fields=[waf.CfnLoggingConfiguration.FieldToMatchProperty(single_header={"Name": field}) for field in ("authorization", "cookie")],
            logging_filter={
                "DefaultBehavior": "DROP",
                "Filters": [
                    {
                        "Behavior": "KEEP",
                        "Requirement": "MEETS_ANY",
                        "Conditions": [{"ActionCondition": {"Action": action}} for action in ("BLOCK", "COUNT", "EXCLUDED_AS_COUNT")],
                    }
                ],
            },
        )
        configuration.add_resource_dependency(group)


def visible(name: str) -> waf.CfnWebACL.VisibilityConfigProperty:
    return waf.CfnWebACL.VisibilityConfigProperty(cloud_watch_metrics_enabled=True, sampled_requests_enabled=True, metric_name=name)


def from_hosts(hosts: list[str]) -> Statement:
    """Requests for these hosts, however a client writes them, with a port or without."""
    starts = [
        Statement(
            byte_match_statement=waf.CfnWebACL.ByteMatchStatementProperty(
                field_to_match=waf.CfnWebACL.FieldToMatchProperty(single_header={"Name": "host"}),
                positional_constraint="STARTS_WITH",
                search_string=host,
                text_transformations=[waf.CfnWebACL.TextTransformationProperty(priority=0, type="LOWERCASE")],
            )
        )
        for host in hosts
    ]
    return Statement(or_statement=waf.CfnWebACL.OrStatementProperty(statements=starts))
