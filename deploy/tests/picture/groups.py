"""Security groups as conversations: who holds a group, and who may open a connection to whom."""

from collections.abc import Iterator

from picture.mermaid import Node, Picture
from picture.view import Resource, View


def holders(view: View) -> dict[str, list[tuple[str, int | None]]]:
    """By a group's path, who stands in it and on which port each listens."""
    found: dict[str, list[tuple[str, int | None]]] = {}

    def stands(resource: Resource, groups: list[str], port: int | None) -> None:
        for group in groups:
            found.setdefault(view.referred(group).path, []).append((resource.id, port))

    for balancer in view.all("ElasticLoadBalancingV2::LoadBalancer"):
        stands(balancer, balancer["SecurityGroups"], None)
    for service in view.all("ECS::Service"):
        stands(service, service["NetworkConfiguration"]["AwsvpcConfiguration"]["SecurityGroups"], port_of(view, service))
    for cluster in view.all("RDS::DBCluster"):
        stands(cluster, cluster["VpcSecurityGroupIds"], cluster["Port"])
    for proxy in view.all("RDS::DBProxy"):
        (pool,) = [one for one in view.all("RDS::DBProxyTargetGroup") if view.referred(one["DBProxyName"]) == proxy]
        # A proxy listens where the clusters behind it do.
        stands(proxy, proxy["VpcSecurityGroupIds"], view.referred(pool["DBClusterIdentifiers"][0])["Port"])
    return found


def port_of(view: View, service: Resource) -> int:
    """The one port that a task opens."""
    containers = view.referred(service["TaskDefinition"])["ContainerDefinitions"]
    (port,) = [one["ContainerPort"] for container in containers for one in container.get("PortMappings", [])]
    return port


def conversations(view: View, picture: Picture) -> Iterator[tuple[str, str, int]]:
    """Who may open a connection to whom, on which port; a group that nobody holds stands for whoever enters by it."""
    standing = holders(view)
    for rule in view.all("EC2::SecurityGroupIngress"):
        group, peer = view.referred(rule["GroupId"]), view.referred(rule.get("SourceSecurityGroupId"))
        listeners = [name for name, port in standing.get(group.path, []) if port == rule["FromPort"]]
        if peer is None or not listeners:
            continue
        if peer.path not in standing:
            picture.add(Node(peer.id, ("Maintenance", peer["GroupName"]), "person", ""))
        for source, _ in standing.get(peer.path, [(peer.id, None)]):
            yield from ((source, target, rule["FromPort"]) for target in listeners if target != source)
