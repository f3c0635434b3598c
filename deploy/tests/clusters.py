"""The two clusters, for the tests of both."""

import pytest

from states import states
from templates import Resource, Templates

CLUSTERS = {"LangPortal": "lang-portal", "Haiku": "haiku"}


def both(*numbers: str) -> list:
    """The parameters of a test for both clusters, with the same statements of each cluster's section, and others that speak of all databases."""
    own = [number for number in numbers if "." not in number]
    common = [number for number in numbers if "." in number]
    return [pytest.param(stack, name, marks=states(*(f"{name}-db-cluster.{number}" for number in own), *common), id=name) for stack, name in CLUSTERS.items()]


def cluster(templates: Templates, stack: str, name: str) -> Resource:
    return templates[f"{stack}Database"].only("AWS::RDS::DBCluster", DBClusterIdentifier=f"{name}-aurora")


def group(templates: Templates, name: str) -> str:
    return templates["Network"].only("AWS::EC2::SecurityGroup", GroupName=name).attribute("GroupId")
