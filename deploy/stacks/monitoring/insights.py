"""Application Insights over all that bears the system's tag."""

from aws_cdk import aws_applicationinsights as insights
from aws_cdk import aws_resourcegroups as groups
from constructs import Construct


def application_insights(scope: Construct, prefix: str) -> None:
    """AWS looks for what is usually wrong with such resources; its findings are on its own page, alarms stay ours."""
    tags = [groups.CfnGroup.TagFilterProperty(key="project", values=[prefix])]
    query = groups.CfnGroup.QueryProperty(resource_type_filters=["AWS::AllSupported"], tag_filters=tags)
    group = groups.CfnGroup(
        scope,
        "Resources",
        name=prefix,
        description="All that bears the tag of the system.",
        resource_query=groups.CfnGroup.ResourceQueryProperty(type="TAG_FILTERS_1_0", query=query),
    )
    application = insights.CfnApplication(scope, "Insights", resource_group_name=prefix, auto_configuration_enabled=True, cwe_monitor_enabled=True)
    application.add_resource_dependency(group)
