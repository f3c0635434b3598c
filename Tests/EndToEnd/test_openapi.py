"""The API does what its own description says, whatever is sent to it."""
import subprocess
import sys
from pathlib import Path

from stack import Client, Stack

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


def test_the_documentation_page_loads_everything_from_this_server(stack: Stack):
    client = Client(stack.api_port)
    page = client.get("/docs")
    assert page.status == 200
    assert b"swagger" in page.body.lower()
    assert b"//cdn" not in page.body
    assert client.get("/openapi.json").json["openapi"].startswith("3.1")
