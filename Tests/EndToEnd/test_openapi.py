"""The API does what its own description says, whatever is sent to it."""
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from referencing.exceptions import Unresolvable
from stack import ROOT, Client, Stack

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance"


def test_schemathesis_finds_no_5xx_and_no_undocumented_answer(stack: Stack, tmp_path: Path):
    learner = stack.other_learner()
    assert learner.post("/api/load_initial_data").status == 200
    command = [
        Path(sys.executable).with_name("schemathesis"), "run", f"http://127.0.0.1:{stack.api_port}/openapi.json",
        "--header", f"Authorization: Bearer {learner.token}", "--checks", CHECKS, "--max-examples", "30", "--seed", "20260208", "--no-color",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=900)
    assert result.returncode == 0, result.stdout[-8_000:] + result.stderr[-2_000:]


def sample() -> dict:
    """The document of the web layer's sample application, which its tests compare with what is rendered."""
    return json.loads((ROOT / "Tests" / "Peers" / "openapi_sample.json").read_text())


def test_the_services_descriptions_are_valid(stack: Stack):
    for port in (stack.api_port, stack.front_port):
        OpenAPIV31SpecValidator(Client(port).get("/openapi.json").json).validate()


def test_the_samples_description_is_valid():
    OpenAPIV31SpecValidator(sample()).validate()


@pytest.mark.parametrize("damage", [
    lambda document: document["info"].pop("version"),
    lambda document: document["paths"]["/api/v1/words/{word_id}"]["get"]["parameters"].clear(),
    lambda document: document["paths"]["/raw"]["get"].update(operationId="addWord"),
    lambda document: document["components"]["schemas"].pop("Parts-Input"),
    lambda document: document["paths"]["/raw"]["get"]["responses"].update({"200": {}}),
], ids=["no version", "an undeclared path parameter", "a doubled name", "a reference to nothing", "an answer without description"])
def test_the_validator_refuses_a_damaged_description(damage):
    document = sample()
    damage(document)
    with pytest.raises((OpenAPIValidationError, Unresolvable)):
        OpenAPIV31SpecValidator(document).validate()


def test_the_documentation_page_loads_everything_from_this_server(stack: Stack):
    client = Client(stack.api_port)
    page = client.get("/docs")
    assert page.status == 200
    assert b"swagger" in page.body.lower()
    assert b"//cdn" not in page.body
    assert client.get("/openapi.json").json["openapi"].startswith("3.1")
