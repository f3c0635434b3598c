"""The descriptions of the services are valid, and their page stands on its own."""
import json

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing.exceptions import Unresolvable
from sample import running_sample
from stack import ROOT, Client, Stack


def recorded(name: str = "openapi_sample.json") -> dict:
    """The document of a sample application of the web layer, which its tests compare with what is rendered."""
    return json.loads((ROOT / "Tests" / "Peers" / name).read_text())


def test_the_services_descriptions_are_valid(stack: Stack):
    for port in (stack.api_port, stack.front_port):
        OpenAPIV31SpecValidator(Client(port).get("/openapi.json").json).validate()


@pytest.mark.parametrize("name", ["openapi_sample.json", "openapi_security.json"])
def test_the_recorded_description_is_valid(name):
    OpenAPIV31SpecValidator(recorded(name)).validate()


def test_a_description_of_every_kind_of_input_is_valid_and_the_same_after_a_restart(sample: int):
    answer = Client(sample).get("/openapi.json")
    OpenAPIV31SpecValidator(answer.json).validate()
    assert {"servers", "tags", "webhooks", "security", "externalDocs"} <= set(answer.json)
    assert Client(sample).get("/openapi.json", If_None_Match=answer.headers["ETag"]).status == 304
    with running_sample() as again:
        assert Client(again).get("/openapi.json").headers["ETag"] == answer.headers["ETag"]


@pytest.mark.parametrize("damage", [
    lambda document: document["info"].pop("version"),
    lambda document: document["paths"]["/api/v1/words/{word_id}"]["get"]["parameters"].clear(),
    lambda document: document["paths"]["/raw"]["get"].update(operationId="addWord"),
    lambda document: document["components"]["schemas"].pop("Parts-Input"),
    lambda document: document["paths"]["/raw"]["get"]["responses"].update({"200": {}}),
], ids=["no version", "an undeclared path parameter", "a doubled name", "a reference to nothing", "an answer without description"])
def test_the_validator_refuses_a_damaged_description(damage):
    document = recorded()
    damage(document)
    with pytest.raises((OpenAPIValidationError, Unresolvable)):
        OpenAPIV31SpecValidator(document).validate()


def test_the_page_to_read_needs_no_files(sample: int):
    page = Client(sample).get("/redoc")
    assert page.status == 200
    assert b"http" not in page.body
    assert Client(sample).get("/redoc/reference.js").status == 200


def test_the_documentation_page_loads_everything_from_this_server(stack: Stack):
    client = Client(stack.api_port)
    page = client.get("/docs")
    assert page.status == 200
    assert b"swagger" in page.body.lower()
    assert b"//cdn" not in page.body
    assert client.get("/openapi.json").json["openapi"].startswith("3.1")
