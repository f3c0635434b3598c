"""What is decided about models, and the ledger that the portal keeps for services without a database."""
import os
import secrets
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from stack import ROOT, Client, Stack

INTERNAL = "/api/v1/lang-portal/internal"
LEDGER = INTERNAL + "/ledger"


def program(stack: Stack, *options: str, **environment: str) -> subprocess.CompletedProcess:
    path = Path(os.environ.get("BINARIES", ROOT / ".build" / "release")) / "lang-portal-api"
    return subprocess.run([path, *options], capture_output=True, text=True, timeout=30, env={"PATH": os.environ["PATH"]} | environment)


@pytest.fixture
def key(stack: Stack) -> dict[str, str]:
    return {"X_Api_Key": stack.settings["LANG_PORTAL_API_KEY"]}


@pytest.fixture
def calls_of_others(stack: Stack):
    """None before and after: what the tests reserve counts for an hour."""
    stack.sql("truncate model_calls, model_minutes, model_spend, model_offenders")
    yield
    stack.sql("truncate model_calls, model_minutes, model_spend, model_offenders")


def question(tokens: int = 100) -> dict:
    return {"id": secrets.token_hex(16), "tokens": tokens, "cost_micro_usd": 50, "lease_seconds": 30}


def test_everybody_reads_the_policy_and_no_secret_is_in_it(stack: Stack):
    answer = Client(stack.api_port).get("/api/v1/public/policy")
    assert answer.status == 200
    policy = answer.json
    assert policy["user_limits"] == {"requests_per_minute": 10, "tokens_per_hour": 10_000, "tokens_per_request": 4_000}
    assert policy["application_limits"]["tokens_per_day"] == 1_000_000 and policy["application_limits"]["usd_per_month"] == "100"
    assert policy["limits_of_this_database"]["share_percent"] == 60 and policy["limits_of_this_database"]["requests_per_minute"] == 60
    assert policy["retries"]["maximum_attempts"] == 3
    for name, value in stack.settings.items():
        if any(word in name for word in ("SECRET", "KEY", "TOKEN", "PASSWORD")) and len(value) > 8:
            assert value not in answer.body.decode(), name


def test_the_policy_is_printed_without_any_setting(stack: Stack):
    printed = program(stack, "--print-policy")
    assert printed.returncode == 0 and "requests_per_minute  10\n" in printed.stdout and "usd_per_month          100\n" in printed.stdout
    assert "share_percent          25\n" in program(stack, "--print-policy", MODEL_SHARE_PERCENT="25").stdout
    wrong = program(stack, "--print-policy", TEXT_MODEL="nobody")
    assert wrong.returncode == 1 and "TEXT_MODEL" in wrong.stderr and not wrong.stdout


def test_an_option_that_is_not_known_is_refused(stack: Stack):
    refused = program(stack, "--print-polices")
    assert refused.returncode == 2 and "--print-policy" in refused.stderr


def test_a_service_reserves_and_settles_for_a_learner(stack: Stack, key: dict, calls_of_others):
    with_token, asked = stack.learner(), question()
    assert with_token.post(LEDGER + "/reserve", asked, **key).json == {"granted": True, "alerts": [], "limit": None, "retry_after_ms": 0}
    for tokens in (7, 9):
        assert with_token.post(LEDGER + "/settle", {"id": asked["id"], "tokens": tokens, "cost_micro_usd": 1}, **key).status == 204
    assert stack.sql("select tokens, micro_usd, lease_until is null from model_calls") == "7|1|t"


def test_what_is_settled_before_it_is_reserved_is_not_reserved(stack: Stack, key: dict, calls_of_others):
    with_token, asked = stack.learner(), question()
    assert with_token.post(LEDGER + "/settle", {"id": asked["id"], "tokens": 0, "cost_micro_usd": 0}, **key).status == 204
    late = with_token.post(LEDGER + "/reserve", asked, **key)
    assert (late.status, late.json["type"]) == (409, "reservation-id-taken")
    assert stack.sql("select count(*), count(lease_until), sum(tokens) from model_calls") == "1|0|0"


def test_many_at_once_get_as_many_permits_as_there_are(stack: Stack, key: dict, calls_of_others):
    token = stack.learner().token
    clients = [Client(stack.api_port, token) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda client: client.post(LEDGER + "/reserve", question(), **key), clients))
    assert all(answer.status == 200 for answer in answers)
    # The portal's part, 60 %, of five permits and ten calls a second.
    assert sum(answer.json["granted"] for answer in answers) == 3
    assert {answer.json["limit"] for answer in answers} <= {None, "concurrent-calls", "requests-per-second"}


@pytest.mark.parametrize("call", ["/ledger/reserve", "/ledger/settle", "/ledger/attempts", "/ledger/block", "/answers/find", "/answers/keep"])
def test_neither_the_key_nor_the_token_alone_is_enough(stack: Stack, key: dict, call: str):
    body = question() | {"tokens": 1}
    anybody, learner, made_up = Client(stack.api_port), stack.learner(), {"X_Api_Key": "a-key-that-was-made-up"}
    for client, fields in [(anybody, {}), (anybody, key), (learner, {}), (learner, made_up)]:
        assert client.post(INTERNAL + call, body, **fields).status == 401


def test_three_attempts_block_a_learner_and_nobody_else(stack: Stack, key: dict, calls_of_others):
    learner, other = stack.learner(), stack.other_learner()
    outcomes = [learner.post(LEDGER + "/attempts", {}, **key).json["is_new_block"] for _ in range(3)]
    assert outcomes == [False, False, True]
    refused = learner.post(LEDGER + "/reserve", question(), **key).json
    assert refused["limit"] == "blocked" and 290_000 < refused["retry_after_ms"] <= 300_000
    assert learner.post(LEDGER + "/block", {}, **key).json["blocked_until"] > 0
    assert other.post(LEDGER + "/block", {}, **key).json == {"blocked_until": None}
    assert other.post(LEDGER + "/reserve", question(), **key).json["granted"]
