"""Another model in place of local-cloud's own: boto3 asks Bedrock, an independent server of chat completions answers."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import openai
import pytest
import requests
from aws_clients import KEYS, client
from botocore.exceptions import EventStreamError
from programs import answers, running
from stack import ROOT, eventually, free_ports

MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
SCHEMA = {"type": "object", "required": ["word"], "properties": {"word": {"type": "string"}}}
USAGE = {"inputTokens": 11, "outputTokens": 7, "totalTokens": 18}


def tools(*names: str, **more: Any) -> dict:
    return {"tools": [{"toolSpec": {"name": name, "description": "Keeps a word", "inputSchema": {"json": SCHEMA}}} for name in names]} | more


def settings(url: str, **more: str) -> dict[str, str]:
    model = {"LOCAL_MODEL_URL": url, "LOCAL_MODEL_NAME": "tiny", "LOCAL_MODEL_KEY": "sesame"}
    return KEYS | model | {"LAME_DUCK_SECONDS": "0", "LOOPS": "1"} | more


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    (port,) = free_ports(1)
    process = subprocess.Popen([sys.executable, str(ROOT / "Tests" / "Peers" / "openai_server.py"), str(port)])
    try:
        eventually(lambda: process.poll() is not None or answers(port, "/requests"), 30)
        assert process.poll() is None
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def bedrock(server: str) -> Iterator[Any]:
    with running("local-cloud", settings(server), "/api/health") as port:
        yield client(port, "bedrock-runtime")


@pytest.fixture(scope="module")
def hasty(server: str) -> Iterator[Any]:
    """One that does not wait long."""
    with running("local-cloud", settings(server, LOCAL_MODEL_TIMEOUT="2s"), "/api/health") as port:
        yield client(port, "bedrock-runtime")


def said(text: str) -> dict:
    return {"modelId": MODEL, "messages": [{"role": "user", "content": [{"text": text}]}]}


def text_of(events: list[dict]) -> str:
    return "".join(event["contentBlockDelta"]["delta"].get("text", "") for event in events if "contentBlockDelta" in event)


def asked(server: str) -> dict:
    """The last request that the server took."""
    return requests.get(f"{server}/requests", timeout=10).json()[-1]


def test_openais_own_client_understands_the_server(server: str) -> None:
    client = openai.OpenAI(base_url=f"{server}/v1", api_key="sesame", max_retries=0)
    question: Any = {"model": "tiny", "messages": [{"role": "user", "content": "echo 猫です"}]}
    assert client.chat.completions.create(**question).choices[0].message.content == "猫です"
    chunks = list(client.chat.completions.create(**question, stream=True, stream_options={"include_usage": True}))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == "猫です"
    assert chunks[-1].usage.total_tokens == 18
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(**question, extra_body={"unknown": 1})
    with pytest.raises(openai.RateLimitError):
        client.chat.completions.create(model="tiny", messages=[{"role": "user", "content": "error 429"}])


def test_the_answer_is_the_other_models(bedrock: Any, server: str) -> None:
    limits = {"maxTokens": 50, "temperature": 0.5, "topP": 0.9, "stopSequences": ["END"]}
    answer = bedrock.converse(**said("echo 古池や 🐸"), system=[{"text": "Be kind."}], inferenceConfig=limits)
    assert answer["output"]["message"] == {"role": "assistant", "content": [{"text": "古池や 🐸"}]}
    assert (answer["stopReason"], answer["usage"]) == ("end_turn", USAGE)
    request = asked(server)
    assert request["authorization"] == "Bearer sesame"
    assert request["body"] == {
        "model": "tiny",
        "messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "echo 古池や 🐸"}],
        "max_tokens": 50,
        "temperature": 0.5,
        "top_p": 0.9,
        "stop": ["END"],
    }


def test_a_stream_comes_as_it_is_written(bedrock: Any, server: str) -> None:
    stream = iter(bedrock.converse_stream(**said("paced 猫🐱だ"))["stream"])
    first = [next(stream), next(stream)]
    assert [next(iter(event)) for event in first] == ["messageStart", "contentBlockDelta"]
    assert text_of(first) == "猫"
    # Only now does the server go on: nothing waited for the whole.
    requests.post(f"{server}/go", json={}, timeout=10).raise_for_status()
    rest = list(stream)
    assert text_of(rest) == "🐱だ"
    assert [next(iter(event)) for event in rest[-3:]] == ["contentBlockStop", "messageStop", "metadata"]
    assert rest[-1]["metadata"]["usage"] == USAGE
    assert rest[-1]["metadata"]["metrics"]["latencyMs"] >= 0


@pytest.mark.parametrize(
    ("theirs", "ours"), [("stop", "end_turn"), ("length", "max_tokens"), ("content_filter", "content_filtered"), ("tool_calls", "tool_use")]
)
def test_the_reason_to_stop_is_told(bedrock: Any, theirs: str, ours: str) -> None:
    assert bedrock.converse(**said(f"reason {theirs}"))["stopReason"] == ours
    events = list(bedrock.converse_stream(**said(f"reason {theirs}"))["stream"])
    assert events[-2]["messageStop"]["stopReason"] == ours


def test_tools_are_called_and_their_results_taken(bedrock: Any, server: str) -> None:
    answer = bedrock.converse(**said("call"), toolConfig=tools("keep", "drop"))
    assert answer["stopReason"] == "tool_use"
    uses = [block["toolUse"] for block in answer["output"]["message"]["content"]]
    assert [(use["name"], use["input"]) for use in uses] == [("keep", {"word": "猫"}), ("drop", {"word": "猫"})]
    assert len({use["toolUseId"] for use in uses}) == 2
    results = [
        {"toolResult": {"toolUseId": uses[0]["toolUseId"], "content": [{"json": {"kept": 1}}]}},
        {"toolResult": {"toolUseId": uses[1]["toolUseId"], "content": [{"text": "there is none"}], "status": "error"}},
        {"text": "echo done"},
    ]
    turns = [*said("call")["messages"], answer["output"]["message"], {"role": "user", "content": results}]
    after = bedrock.converse(modelId=MODEL, messages=turns, toolConfig=tools("keep", "drop"))
    assert after["output"]["message"]["content"] == [{"text": "done"}]
    messages = asked(server)["body"]["messages"]
    assert [message["role"] for message in messages] == ["user", "assistant", "tool", "tool", "user"]
    assert [call["id"] for call in messages[1]["tool_calls"]] == [message["tool_call_id"] for message in messages[2:4]]
    assert [message["content"] for message in messages[2:4]] == ['{"kept":1}', "Error: there is none"]


@pytest.mark.parametrize(
    ("choice", "theirs"),
    [({"auto": {}}, "auto"), ({"any": {}}, "required"), ({"tool": {"name": "drop"}}, {"type": "function", "function": {"name": "drop"}})],
)
def test_a_choice_of_tools_is_passed_on(bedrock: Any, server: str, choice: dict, theirs: Any) -> None:
    events = list(bedrock.converse_stream(**said("call"), toolConfig=tools("keep", "drop", toolChoice=choice))["stream"])
    assert asked(server)["body"]["tool_choice"] == theirs
    starts = [event["contentBlockStart"] for event in events if "contentBlockStart" in event]
    assert [start["start"]["toolUse"]["name"] for start in starts] == ["keep", "drop"]
    for start in starts:
        index = start["contentBlockIndex"]
        pieces = [e["contentBlockDelta"]["delta"]["toolUse"]["input"] for e in events if e.get("contentBlockDelta", {}).get("contentBlockIndex") == index]
        assert len(pieces) == 2
        assert "".join(pieces) == '{"word": "猫"}'
    assert events[-2]["messageStop"]["stopReason"] == "tool_use"


def test_what_is_not_counted_is_estimated(bedrock: Any) -> None:
    streamed = list(bedrock.converse_stream(**said("uncounted hello there"))["stream"])[-1]["metadata"]["usage"]
    for usage in (bedrock.converse(**said("uncounted hello there"))["usage"], streamed):
        assert 0 < usage["inputTokens"] < 50
        assert 0 < usage["outputTokens"] < 20


def test_a_server_that_cannot_stream_answers_whole(bedrock: Any) -> None:
    events = list(bedrock.converse_stream(**said("whole 猫です"))["stream"])
    assert text_of(events) == "猫です"
    assert events[-2]["messageStop"]["stopReason"] == "end_turn"


@pytest.mark.parametrize(
    ("text", "error", "status", "told"),
    [
        ("error 400", "ModelErrorException", 424, "answered 400: told to fail with 400"),
        ("error 401", "ModelErrorException", 424, "answered 401"),
        ("error 429", "ThrottlingException", 429, "answered 429"),
        ("error 500", "ServiceUnavailableException", 503, "answered 500"),
        ("error 503", "ServiceUnavailableException", 503, "answered 503"),
        ("html", "ModelErrorException", 424, "no chat completion"),
        ("nothing", "ModelErrorException", 424, "no chat completion"),
        ("slow", "ModelTimeoutException", 408, "LOCAL_MODEL_TIMEOUT"),
    ],
)
def test_what_the_server_does_wrong_is_a_typed_error(bedrock: Any, hasty: Any, text: str, error: str, status: int, told: str) -> None:
    bedrock = hasty if text == "slow" else bedrock
    for call in (bedrock.converse, bedrock.converse_stream):
        with pytest.raises(getattr(bedrock.exceptions, error)) as caught:
            call(**said(text))
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == status
        assert told in caught.value.response["Error"]["Message"]


def test_an_answer_that_is_cut_is_a_typed_error(bedrock: Any) -> None:
    with pytest.raises(bedrock.exceptions.ModelErrorException) as caught:
        bedrock.converse(**said("cut"))
    assert "broke its answer off" in caught.value.response["Error"]["Message"]


def test_an_input_that_is_no_object_is_the_models_error(bedrock: Any) -> None:
    for arguments in ("[1]", "{oops"):
        with pytest.raises(bedrock.exceptions.ModelErrorException):
            bedrock.converse(**said(f"call {arguments}"), toolConfig=tools("keep"))


@pytest.mark.parametrize(
    ("text", "told"), [("cut", "broke"), ("unfinished", "before it was finished"), ("inner", "out of memory"), ("garbled", "no JSON"), ("slow half", "in time")]
)
def test_a_stream_that_breaks_off_is_a_typed_error_after_what_had_arrived(bedrock: Any, hasty: Any, text: str, told: str) -> None:
    bedrock = hasty if text == "slow half" else bedrock
    arrived: list[dict] = []
    with pytest.raises(EventStreamError) as caught:
        for event in bedrock.converse_stream(**said(text))["stream"]:
            arrived.append(event)
    assert caught.value.response["Error"]["Code"] == "modelStreamErrorException"
    assert told in caught.value.response["Error"]["Message"]
    assert text_of(arrived) == "Hel"
    assert "messageStop" not in arrived[-1]


def test_a_picture_is_refused_not_left_out(bedrock: Any) -> None:
    content = [{"text": "echo What is this?"}, {"image": {"format": "png", "source": {"bytes": b"\x89PNG"}}}]
    with pytest.raises(bedrock.exceptions.ValidationException, match="leave the image block out"):
        bedrock.converse(modelId=MODEL, messages=[{"role": "user", "content": content}])


def test_a_server_that_is_away_is_unavailability() -> None:
    (closed,) = free_ports(1)
    with running("local-cloud", settings(f"http://127.0.0.1:{closed}/v1"), "/api/health") as port:
        bedrock = client(port, "bedrock-runtime")
        for call in (bedrock.converse, bedrock.converse_stream):
            with pytest.raises(bedrock.exceptions.ServiceUnavailableException) as caught:
                call(**said("echo hi"))
            assert "LOCAL_MODEL_URL" in caught.value.response["Error"]["Message"]
