"""What a learner does, over plain HTTP, from the first sign-in to the dashboard."""
from uuid import uuid4

import pytest
from stack import Client, Stack


def begin_session(learner: Client) -> tuple[int, list[dict]]:
    group = learner.get("/api/groups").json["items"][0]
    began = learner.post("/api/study_activities", {"group_id": group["id"], "study_activity_id": 1})
    assert began.status in (200, 201), began.body
    session = began.json["id"]
    return session, learner.get(f"/api/study_sessions/{session}/next_words?limit=5").json["items"]


def test_a_wrong_password_is_refused_as_cognito_does(stack: Stack):
    answer = stack.sign_in(password="not-the-password-1A!")
    assert answer.status == 400
    assert answer.json["__type"].endswith("NotAuthorizedException")


@pytest.mark.parametrize("token", [None, "nonsense", "eyJhbGciOiJub25lIn0.e30."])
def test_without_a_valid_token_nothing_is_readable(stack: Stack, token: str | None):
    answer = Client(stack.api_port, token).get("/api/words")
    assert answer.status == 401
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_an_identity_token_is_not_an_access_token(stack: Stack):
    token = stack.sign_in().json["AuthenticationResult"]["IdToken"]
    assert Client(stack.api_port, token).get("/api/words").status == 401


def test_loading_the_starter_words_twice_does_not_double_them(studying: Client):
    first = studying.get("/api/words").json["pagination"]["total_items"]
    groups = studying.get("/api/groups").json["pagination"]["total_items"]
    assert first >= 200
    assert groups >= 12
    assert studying.post("/api/load_initial_data").status == 200
    assert studying.get("/api/words").json["pagination"]["total_items"] == first
    assert studying.get("/api/groups").json["pagination"]["total_items"] == groups


def test_a_studied_session_shows_on_the_dashboard(studying: Client):
    session, words = begin_session(studying)
    assert len(words) == 5
    for position, word in enumerate(words):
        review = studying.post(f"/api/study_sessions/{session}/words/{word['id']}/review", {"correct": position != 0}, Idempotency_Key=str(uuid4()))
        assert review.status in (200, 201), review.body
        assert (review.json["success"], review.json["word_id"], review.json["correct"]) == (True, word["id"], position != 0)
    last = studying.get("/api/dashboard/last_study_session").json
    assert (last["id"], last["review_items_count"], last["correct_count"], last["wrong_count"]) == (session, 5, 4, 1)
    assert studying.get("/api/dashboard/study_progress").json["total_words_studied"] >= 5
    stats = studying.get("/api/dashboard/quick-stats").json
    assert stats["study_streak_days"] == 1
    assert 0 < stats["success_rate"] <= 100
    remaining = studying.get(f"/api/study_sessions/{session}/next_words?limit=500").json["items"]
    assert not {word["id"] for word in words} & {word["id"] for word in remaining}


def test_a_review_sent_twice_under_one_key_counts_once(studying: Client):
    session, words = begin_session(studying)
    path, key = f"/api/study_sessions/{session}/words/{words[0]['id']}/review", str(uuid4())
    answers = [studying.post(path, {"correct": True}, Idempotency_Key=key) for _ in range(2)]
    assert answers[0].json == answers[1].json
    assert studying.get(f"/api/study_sessions/{session}").json["review_items_count"] == 1
    assert studying.post(path, {"correct": False}, Idempotency_Key=key).status == 422


def test_both_prefixes_and_both_ports_answer_the_same(stack: Stack, studying: Client):
    front = Client(stack.front_port, studying.token)
    expected = studying.get("/api/words?per_page=3").body
    assert studying.get("/api/v1/lang-portal/words?per_page=3").body == expected
    assert front.get("/api/words?per_page=3").body == expected


def test_another_learner_sees_and_changes_nothing_of_it(stack: Stack, studying: Client):
    session, words = begin_session(studying)
    group = studying.get("/api/groups").json["items"][0]["id"]
    other = stack.other_learner()
    other.post("/api/reset_data")
    word = words[0]["id"]
    for path in (f"words/{word}", f"groups/{group}", f"groups/{group}/words", f"study_sessions/{session}", f"study_sessions/{session}/words"):
        assert other.get(f"/api/{path}").status == 404, path
    assert other.get("/api/words").json["items"] == []
    assert other.post(f"/api/study_sessions/{session}/words/{word}/review", {"correct": True}).status == 404
    assert other.request("DELETE", f"/api/words/{word}").status == 404
    assert other.post("/api/study_activities", {"group_id": group, "study_activity_id": 1}).status == 404
    assert studying.get(f"/api/words/{word}").status == 200


def test_all_problems_of_a_request_come_in_one_answer(studying: Client):
    answer = studying.get("/api/words?page=0&per_page=501")
    assert answer.status == 422
    assert {problem["loc"][-1] for problem in answer.json["detail"]} == {"page", "per_page"}
