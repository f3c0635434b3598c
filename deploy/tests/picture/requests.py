"""The way of a request: which names lead where, what it passes, and who may open a connection to whom."""

from picture.groups import conversations
from picture.mermaid import Edge, Node, Picture, Place
from picture.view import Resource, View

PLACES = {
    place.id: place
    for place in (
        Place("edge", "Edge"),
        Place("vpc", "VPC"),
        Place("public", "public subnets", within="vpc"),
        Place("private", "private subnets", within="vpc"),
        Place("database", "isolated subnets", within="vpc"),
        Place("buckets", "S3"),
    )
}
BROWSERS = Node("browsers", ("Browsers",), "person", "")


def requests(view: View) -> Picture:
    picture = Picture(PLACES, "LR")
    picture.add(BROWSERS)
    draw_balancer(view, picture)
    draw_services(view, picture)
    draw_databases(view, picture)
    draw_names(view, picture)
    draw_distributions(view, picture)
    draw_conversations(view, picture)
    return picture


def tier(view: View, subnets: list[str]) -> str:
    """`private`, from the names of the subnets themselves."""
    (name,) = {tag["Value"].partition("-")[0] for one in subnets for tag in view.referred(one)["Tags"] if tag["Key"] == "Name"}
    return name


def draw_balancer(view: View, picture: Picture) -> None:
    for balancer in view.all("ElasticLoadBalancingV2::LoadBalancer"):
        picture.add(Node(balancer.id, ("Application Load Balancer", "and its web ACL"), "edge", tier(view, balancer["Subnets"])))


def draw_services(view: View, picture: Picture) -> None:
    for service in view.all("ECS::Service"):
        place = service["NetworkConfiguration"]["AwsvpcConfiguration"]
        (scaling,) = [one for one in view.all("ApplicationAutoScaling::ScalableTarget") if one.stack == service.stack]
        lines = [f"<b>{service['ServiceName']}</b>", f"{scaling['MinCapacity']} to {scaling['MaxCapacity']} tasks"]
        for registry in service.get("ServiceRegistries", []):
            record = view.referred(registry["RegistryArn"])
            lines.append(f"{record['Name']}.{view.referred(record['NamespaceId'])['Name']}")
        picture.add(Node(service.id, tuple(lines), "service", tier(view, place["Subnets"])))


def draw_databases(view: View, picture: Picture) -> None:
    for proxy in view.all("RDS::DBProxy"):
        picture.add(Node(proxy.id, (f"RDS Proxy {proxy['DBProxyName']}",), "service", tier(view, proxy["VpcSubnetIds"])))
    for cluster in view.all("RDS::DBCluster"):
        instances = [one for one in view.all("RDS::DBInstance") if view.referred(one["DBClusterIdentifier"]) == cluster]
        size = "writer and reader" if len(instances) > 1 else "one writer"
        place = tier(view, view.referred(cluster["DBSubnetGroupName"])["SubnetIds"])
        picture.add(Node(cluster.id, (cluster["DBClusterIdentifier"], f"PostgreSQL {cluster['EngineVersion']}", size), "data", place))


def draw_names(view: View, picture: Picture) -> None:
    """Route 53: one arrow for all the names that lead to the same."""
    hosts: dict[str, list[str]] = {}
    for record in public_records(view):
        target = view.referred(record["AliasTarget"]["DNSName"])
        hosts.setdefault(target.path, []).append(record["Name"])
    root = min((name for names in hosts.values() for name in names), key=len)
    picture.add(Node("names", ("Route 53", root), "edge", "edge"))
    picture.join(Edge(BROWSERS.id, "names"))
    for path, names in hosts.items():
        target = view.resources[path]
        if target.type == "AWS::Cognito::UserPoolDomain":
            draw_pool(view, picture, target)
        labels = "<br/>".join(name.removesuffix(f".{root}") for name in names)
        picture.join(Edge("names", node_of(view, target).id, labels))


def draw_pool(view: View, picture: Picture, domain: Resource) -> None:
    pool = view.referred(domain["UserPoolId"])
    picture.add(Node(pool.id, ("Cognito", pool["UserPoolName"]), "aws", ""))


def node_of(view: View, resource: Resource) -> Resource:
    """What stands for it in the picture: a domain for its pool."""
    return view.referred(resource["UserPoolId"]) if resource.type == "AWS::Cognito::UserPoolDomain" else resource


def public_records(view: View) -> list[Resource]:
    """Those in the zone that is given as a parameter; the private zone is a resource."""
    return [one for one in view.all("Route53::RecordSet") if view.referred(one["HostedZoneId"]) is None]


def draw_distributions(view: View, picture: Picture) -> None:
    for distribution in view.all("CloudFront::Distribution"):
        settings = distribution["DistributionConfig"]
        picture.add(Node(distribution.id, ("CloudFront", settings["Aliases"][0]), "edge", "edge"))
        origins = {origin["Id"]: origin for origin in settings["Origins"]}
        for behavior in [*settings.get("CacheBehaviors", []), {**settings["DefaultCacheBehavior"], "PathPattern": "/*"}]:
            origin = origins[behavior["TargetOriginId"]]
            header = "".join(f"<br/>with {field['HeaderName']}" for field in origin.get("OriginCustomHeaders", []))
            picture.join(Edge(distribution.id, draw_origin(view, picture, origin).id, behavior["PathPattern"] + header))


def draw_origin(view: View, picture: Picture, origin: dict) -> Resource:
    """A bucket, or what the origin's public name leads to."""
    target = view.referred(origin["DomainName"])
    if target is None:
        (record,) = [one for one in public_records(view) if one["Name"] == origin["DomainName"]]
        return view.referred(record["AliasTarget"]["DNSName"])
    picture.add(Node(target.id, (target["BucketName"],), "data", "buckets"))
    return target


def draw_conversations(view: View, picture: Picture) -> None:
    """Who may speak to whom is what security groups allow; from the load balancer, what its rules say besides."""
    behind = {view.referred(target["TargetGroupArn"]).path: service.id for service in view.all("ECS::Service") for target in service.get("LoadBalancers", [])}
    led = {}
    for rule in view.all("ElasticLoadBalancingV2::ListenerRule"):
        for action in rule["Actions"]:
            if action["Type"] == "forward":
                led[behind[view.referred(action["TargetGroupArn"]).path]] = condition(rule)
    balancers = {one.id for one in view.all("ElasticLoadBalancingV2::LoadBalancer")}
    for source, target, port in conversations(view, picture):
        if source not in balancers:
            picture.join(Edge(source, target, f":{port}"))
        elif target in led:
            picture.join(Edge(source, target, led.pop(target)))
    if led:
        raise ValueError(f"the load balancer has rules for services that do not hear it: {sorted(led)}")


def condition(rule: Resource) -> str:
    """`origin-haiku /api/*`."""
    fields = {one["Field"]: one for one in rule["Conditions"]}
    hosts = [host.partition(".")[0] for host in fields["host-header"]["HostHeaderConfig"]["Values"]]
    return " ".join([", ".join(hosts), *fields["path-pattern"]["PathPatternConfig"]["Values"]])
