"""What services ask of AWS: the statements of their tasks' roles, and the user pool whose tokens they take."""

import re
from collections.abc import Iterator

from picture.mermaid import Edge, Node, Picture, Place
from picture.view import Resource, View

# By the prefix of IAM's actions. What a service does not ask itself is left out: keys are S3's and SNS's to use, databases have arrows of their own.
SERVICES = {"bedrock": "Bedrock", "polly": "Polly", "sns": "SNS", "xray": "X-Ray", "logs": "CloudWatch Logs", "secretsmanager": "Secrets Manager", "s3": "S3"}
LEFT_OUT = {"kms", "rds-db"}


PLACES = {
    place.id: place
    for place in (
        Place("endpoints", "by end points in the network"),
        Place("buckets", "S3, by its end point"),
        Place("internet", "by the NAT gateway"),
    )
}


def services(view: View) -> Picture:
    """One box for those who ask the same, and one for what they ask by the same way."""
    picture = Picture(PLACES, "LR")
    everyone = view.all("ECS::Service")
    asked: dict[tuple[str, ...], list[Node]] = {}
    for node, names in asking(view, everyone):
        asked.setdefault(names, []).append(node)
    for names, nodes in asked.items():
        lines = ("every service",) if len(names) == len(everyone) else tuple(f"<b>{name}</b>" for name in names)
        who = Node("_".join(names).replace("-", ""), lines, "service", "")
        picture.add(who)
        for node in joined(nodes):
            picture.add(node)
            picture.join(Edge(who.id, node.id))
    draw_events(view, picture)
    return picture


def asking(view: View, everyone: list[Resource]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each node with the names of all the services that ask it."""
    nodes: dict[Node, list[str]] = {}
    for service in everyone:
        for node in asks(view, service):
            nodes.setdefault(node, []).append(service["ServiceName"])
    yield from ((node, tuple(names)) for node, names in nodes.items())


def joined(nodes: list[Node]) -> Iterator[Node]:
    """One node for each place; buckets stand alone."""
    together: dict[tuple[str, str], list[Node]] = {}
    for node in nodes:
        together.setdefault((node.place, node.id if node.kind == "data" else ""), []).append(node)
    for (place, _), members in together.items():
        lines = tuple(line for one in members for line in one.lines)
        yield Node("_".join(one.id for one in members), lines, members[0].kind, place)


def asks(view: View, service: Resource) -> Iterator[Node]:
    """The nodes that one service asks, each once."""
    task = view.referred(service["TaskDefinition"])
    settings = [one["Value"] for container in task["ContainerDefinitions"] for one in container.get("Environment", [])]
    pools = {pool.path: pool for value in settings if (pool := view.referred(value)) and pool.type == "AWS::Cognito::UserPool"}
    yield from (Node(pool.id, (f"Cognito {pool['UserPoolName']}",), "aws", "internet") for pool in pools.values())
    seen = {}
    for statement in statements(view, view.referred(task["TaskRoleArn"])):
        for prefix in dict.fromkeys(action.partition(":")[0] for action in listed(statement["Action"])):
            if prefix not in LEFT_OUT:
                node = asked_node(view, prefix, listed(statement["Resource"]))
                seen[node.id] = node
    yield from seen.values()


def statements(view: View, role: Resource) -> Iterator[dict]:
    """Of the role itself and of the managed policies of ours that it has."""
    for policy in role.get("Policies", []):
        yield from policy["PolicyDocument"]["Statement"]
    for policy in role.get("ManagedPolicyArns", []):
        yield from view.referred(policy)["PolicyDocument"]["Statement"]


def asked_node(view: View, prefix: str, resources: list[str]) -> Node:
    title, place = SERVICES[prefix], way_to(view, prefix)
    match prefix:
        case "s3":
            bucket = view.called("S3::Bucket", "BucketName", re.search(r":s3:::([^/]+)", resources[0]).group(1))
            return Node(bucket.id, (bucket["BucketName"],), "data", "buckets" if place == "endpoints" else place)
        case "sns":
            return Node("sns", (f"{title} {view.referred(resources[0])['TopicName']}",), "aws", place)
        case "bedrock":
            (guardrail,) = view.all("Bedrock::Guardrail")
            return Node("bedrock", (f"{title} with {guardrail['Name']}",), "aws", place)
        case _:
            return Node(prefix, (title,), "aws", place)


def way_to(view: View, prefix: str) -> str:
    """By an end point, whose service is called `com.amazonaws.us-east-1.bedrock-runtime`, or out of the network."""
    reached = {one["ServiceName"].split(".")[3].partition("-")[0] for one in view.all("EC2::VPCEndpoint")}
    return "endpoints" if prefix in reached else "internet"


def draw_events(view: View, picture: Picture) -> None:
    """Functions that buckets wake."""
    for bucket in view.all("S3::Bucket"):
        for notice in bucket.get("NotificationConfiguration", {}).get("LambdaConfigurations", []):
            function = view.referred(notice["Function"])
            picture.add(Node(function.id, ("Lambda", function["FunctionName"]), "service", "buckets"))
            picture.join(Edge(bucket.id, function.id, notice["Event"]))


def listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]
