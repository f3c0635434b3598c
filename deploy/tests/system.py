"""Where the services and apps are found in the templates."""

from dataclasses import dataclass

from templates import Node, Resource, Template, Templates


@dataclass(frozen=True)
class Place:
    """A service as the specification describes it: its stack, image, container, port."""

    stack: str
    image: str
    container: str
    port: int


SERVICES = {
    "lang-portal-api": Place("LangPortalBackend", "lang-portal-api", "fastapi-app", 8000),
    "haiku-api": Place("HaikuBackend", "haiku-api", "fastapi-app", 8000),
    "vocab-frontend": Place("VocabFrontend", "vocab-generator-frontend", "streamlit-app", 8501),
    "vocab-backend": Place("VocabBackend", "vocab-generator-backend", "fastapi-app", 8000),
    "writing-practice": Place("WritingPracticeFrontend", "writing-practice", "gradio-app", 7860),
}
SITES = {"lang-portal": "LangPortalFrontend", "haiku": "HaikuFrontend"}


def stack(templates: Templates, service: str) -> Template:
    return templates[SERVICES[service].stack]


def task(templates: Templates, service: str) -> Resource:
    return stack(templates, service).only("AWS::ECS::TaskDefinition")


def application(templates: Templates, service: str) -> Node:
    """The service's own container; the other one is the collector."""
    return task(templates, service)["ContainerDefinitions"][0]


def collector(templates: Templates, service: str) -> Node:
    return task(templates, service)["ContainerDefinitions"][1]


def running(templates: Templates, service: str) -> Resource:
    return stack(templates, service).only("AWS::ECS::Service")


def variable(container: Node, kind: str, name: str) -> Node:
    """One variable of `Environment` or `Secrets`."""
    with container.templates.unrecorded():
        places = [place for place, one in enumerate(container[kind]) if one["Name"] == name]
    assert len(places) == 1, f"{len(places)} times {name}"
    return container[kind][places[0]]


def distribution(templates: Templates, app: str) -> Node:
    return templates[SITES[app]].only("AWS::CloudFront::Distribution")["DistributionConfig"]


def origin(templates: Templates, app: str, id: str) -> Node:
    origins = distribution(templates, app)["Origins"]
    with templates.unrecorded():
        (place,) = [place for place, one in enumerate(origins) if one["Id"] == id]
    assert origins[place]["Id"] == id
    return origins[place]
