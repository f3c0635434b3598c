"""schemathesis sends what the description allows, and what it does not; no answer is a 5xx or differs from what is described."""
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from stack import Client, Stack

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance"
# They take away what the other operations are asked about, so they run apart.
RESETS = "/reset_"
# This one takes the learner away, and those want a browser's cookies: without them they refuse everybody.
LEAVING, SIGN_IN = "/account$", "/api/auth/"
DOOMED = 60


def answers_to_schemathesis(stack: Stack, learner: Client, folder: Path, *options: str) -> dict[str, set[int]]:
    """The statuses seen of each operation; fails when schemathesis finds fault with an answer."""
    ids, answers = folder / "ids.json", folder / "answers"
    ids.write_text(json.dumps(known_ids(learner)))
    hooks = {"SCHEMATHESIS_HOOKS": "known_ids", "PYTHONPATH": str(Path(__file__).parent), "KNOWN_IDS": str(ids), "ANSWERS": str(answers)}
    command = [
        Path(sys.executable).with_name("schemathesis"), "run", f"http://127.0.0.1:{stack.api_port}/openapi.json",
        "--header", f"Authorization: Bearer {learner.token}", "--checks", CHECKS, "--max-examples", "30", "--seed", "20260208", "--no-color", *options,
    ]
    result = subprocess.run(command, cwd=folder, env=os.environ | hooks, capture_output=True, text=True, timeout=900)
    assert result.returncode == 0, result.stdout[-8_000:] + result.stderr[-2_000:]
    statuses = defaultdict(set)
    for line in answers.read_text().splitlines():
        operation, _, status = line.rpartition(" ")
        statuses[operation].add(int(status))
    return statuses


def known_ids(learner: Client) -> dict[str, dict[str, list[int]]]:
    """Ids of the learner, kept or to be deleted. The words are those of the group that the sessions study, or of every doomed group."""
    assert learner.post("/api/load_initial_data").status == 200
    groups = [group["id"] for group in learner.get("/api/groups").json["items"]]
    activities = [activity["id"] for activity in learner.get("/api/study_activities").json]
    session = {"group_id": groups[0], "study_activity_id": activities[0]}
    sessions = [learner.post("/api/study_activities", session).json["id"] for _ in range(3)]
    doomed = [learner.post("/api/groups/import", doomed_group(number)).json["group_id"] for number in range(DOOMED)]
    kept = {"session_id": sessions, "activity_id": activities, "study_activity_id": activities}
    return {
        "kept": kept | {"group_id": groups, "word_id": words_of(learner, groups[0])},
        "doomed": {"group_id": doomed, "word_id": words_of(learner, doomed[0])},
    }


def doomed_group(number: int) -> dict:
    parts = {"type": "verb", "formality": "neutral"}
    words = [{"japanese": f"消える{n}", "romaji": "kieru", "english": f"to vanish {n}", "parts": parts} for n in range(DOOMED)]
    return {"group_name": f"doomed {number}", "words": words}


def words_of(learner: Client, group: int) -> list[int]:
    return [word["id"] for word in learner.get(f"/api/groups/{group}/words").json["items"]]


@pytest.fixture
def learner(stack: Stack):
    learner = stack.other_learner()
    yield learner
    # The next test, and the next run on this stack, start from nothing.
    assert learner.post("/api/reset_data").status == 200
    learner.close()


def test_no_answer_is_a_5xx_or_undocumented_and_most_operations_are_seen_to_succeed(stack: Stack, learner: Client, tmp_path: Path):
    statuses = answers_to_schemathesis(stack, learner, tmp_path, "--exclude-path-regex", f"{RESETS}|{LEAVING}|{SIGN_IN}")
    assert len(statuses) >= 25
    assert not any(part in operation for operation in statuses for part in (RESETS, SIGN_IN))
    barren = [operation for operation, seen in statuses.items() if min(seen) >= 300]
    assert len(barren) <= len(statuses) // 10, barren


def test_signing_in_answers_as_documented(stack: Stack, learner: Client, tmp_path: Path):
    statuses = answers_to_schemathesis(stack, learner, tmp_path, "--include-path-regex", SIGN_IN)
    assert len(statuses) >= 14


def test_resetting_answers_as_documented(stack: Stack, learner: Client, tmp_path: Path):
    statuses = answers_to_schemathesis(stack, learner, tmp_path, "--include-path-regex", RESETS)
    assert len(statuses) == 2
    assert all(200 in seen for seen in statuses.values()), statuses


def test_an_application_with_every_kind_of_input_answers_as_described(sample: int, tmp_path: Path):
    command = [
        Path(sys.executable).with_name("schemathesis"), "run", f"http://127.0.0.1:{sample}/openapi.json", "--header", "Authorization: Bearer any",
        "--checks", CHECKS, "--max-examples", "20", "--seed", "20260208", "--no-color",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert result.returncode == 0, result.stdout[-8_000:] + result.stderr[-2_000:]
    assert "11 selected / 11 total" in result.stdout
