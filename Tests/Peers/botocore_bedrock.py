"""Asks a real botocore how it writes requests to Bedrock and Polly and reads their answers, and writes both to botocore_bedrock.json.

A test makes the same requests in Swift and compares method, path, query and body; it reads the same answers and compares what was understood, event
streams included. Answers hold members that no model knows, as a service may add some any day. Run again after an upgrade of botocore:
python botocore_bedrock.py  (needs botocore)
"""

import base64
import io
import json
import pathlib
import struct
from zlib import crc32

import botocore
import botocore.session
from botocore.eventstream import EventStream
from botocore.exceptions import EventStreamError
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

session = botocore.session.get_session()
HAIKU = "us.anthropic.claude-haiku-4-5-20251001-v1:0"
ARN = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123"
PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(range(256))
SCHEMA = {"type": "object", "properties": {"word": {"type": "string"}, "level": {"type": "integer", "minimum": 1}}, "required": ["word"]}


def plain(value):
    """As JSON has it."""
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items() if name != "ResponseMetadata"}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def request(name, service, operation, parameters):
    model = session.get_service_model(service)
    sent = create_serializer(model.metadata["protocol"]).serialize_to_request(parameters, model.operation_model(operation))
    body = sent["body"].decode() if isinstance(sent["body"], (bytes, bytearray)) else sent["body"]
    return {
        "name": name, "method": sent["method"], "path": sent["url_path"], "query": {key: str(value) for key, value in (sent["query_string"] or {}).items()},
        "body": json.loads(body) if body else None}


def answer(name, service, operation, body, headers=None, status=200):
    model = session.get_service_model(service)
    shape = model.operation_model(operation).output_shape
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    parsed = create_parser(model.metadata["protocol"]).parse({"status_code": status, "headers": headers or {}, "body": content}, shape)
    return {"name": name, "status": status, "headers": headers or {}, "body": content.decode(), "parsed": plain(parsed)}


def frame(headers, payload):
    encoded = b"".join(
        bytes([len(name)]) + name.encode() + b"\x07" + struct.pack("!H", len(value.encode())) + value.encode() for name, value in headers.items())
    prelude = struct.pack("!II", len(encoded) + len(payload) + 16, len(encoded))
    message = prelude + struct.pack("!I", crc32(prelude)) + encoded + payload
    return message + struct.pack("!I", crc32(message))


def event(kind, content):
    # The service pads its events, so that their lengths tell less.
    payload = json.dumps({**content, "p": "abcdefghijklmnop"}, ensure_ascii=False).encode()
    return frame({":event-type": kind, ":content-type": "application/json", ":message-type": "event"}, payload)


def exception(kind, content):
    return frame({":exception-type": kind, ":content-type": "application/json", ":message-type": "exception"}, json.dumps(content).encode())


class Pieces:
    def __init__(self, data):
        self.data = io.BytesIO(data)

    def stream(self):
        while piece := self.data.read(100):
            yield piece


def stream(name, frames):
    model = session.get_service_model("bedrock-runtime")
    shape = model.operation_model("ConverseStream").output_shape
    parser = create_parser("rest-json")
    events, error = [], None
    data = b"".join(frames)
    try:
        for found in EventStream(Pieces(data), shape.members["stream"], parser._event_stream_parser, "ConverseStream"):
            events.append(plain(found))
    except EventStreamError as failure:
        error = {"code": failure.response["Error"]["Code"], "message": failure.response["Error"]["Message"]}
    return {"name": name, "bytes": data.hex(), "events": events, "error": error}


def asked(text):
    return [{"role": "user", "content": [{"text": text}]}]


USE = {"toolUseId": "tooluse_1", "name": "look_up", "input": {"word": "猫", "level": 5, "deep": [1, 2.5, None, True, {"a": ""}]}}
CONVERSE = {
    "least": {"modelId": HAIKU, "messages": asked("こんにちは")},
    "arn": {"modelId": ARN, "messages": asked("Hello")},
    "settings": {
        "modelId": HAIKU, "messages": asked("Hello \"you\"\n"), "system": [{"text": "Answer in haiku."}, {"text": "日本語で。"}],
        "inferenceConfig": {"maxTokens": 512, "temperature": 0.25, "topP": 0.5, "stopSequences": ["\n\n", "終"]},
        "guardrailConfig": {"guardrailIdentifier": "gr123", "guardrailVersion": "2"},
        "additionalModelRequestFields": {"top_k": 50, "thinking": {"type": "disabled"}}},
    "tools": {
        "modelId": HAIKU, "toolConfig": {
            "tools": [
                {"toolSpec": {"name": "look_up", "description": "Looks a word up.", "inputSchema": {"json": SCHEMA}}},
                {"toolSpec": {"name": "stop", "inputSchema": {"json": {"type": "object"}}}}], "toolChoice": {"tool": {"name": "look_up"}}},
        "messages": asked("猫?") + [
            {"role": "assistant", "content": [
                {"reasoningContent": {"reasoningText": {"text": "Hm.", "signature": "c2ln"}}}, {"text": "I look it up."}, {"toolUse": USE}]},
            {"role": "user", "content": [
                {"toolResult": {"toolUseId": "tooluse_1", "content": [{"json": {"reading": "ねこ"}}, {"text": "cat"}, {"image": {
                    "format": "png", "source": {"bytes": PNG}}}]}},
                {"toolResult": {"toolUseId": "tooluse_2", "content": [{"text": "no such word"}], "status": "error"}},
                {"cachePoint": {"type": "default"}}]}]},
    "any": {"modelId": HAIKU, "messages": asked("a"), "toolConfig": {
        "tools": [{"toolSpec": {"name": "t", "inputSchema": {"json": {}}}}], "toolChoice": {"any": {}}}},
    "auto": {"modelId": HAIKU, "messages": asked("a"), "toolConfig": {
        "tools": [{"toolSpec": {"name": "t", "inputSchema": {"json": {}}}}], "toolChoice": {"auto": {}}}},
    "image": {"modelId": HAIKU, "messages": [{"role": "user", "content": [{"image": {"format": "jpeg", "source": {"bytes": PNG}}}, {"text": "?"}]}]},
}
requests = [request(name, "bedrock-runtime", "Converse", parameters) for name, parameters in CONVERSE.items()]
requests += [
    request("stream", "bedrock-runtime", "ConverseStream", CONVERSE["least"]),
    request("guardrail", "bedrock-runtime", "ApplyGuardrail", {
        "guardrailIdentifier": "arn:aws:bedrock:us-east-1:123456789012:guardrail/gr123", "guardrailVersion": "DRAFT", "source": "OUTPUT",
        "content": [{"text": {"text": "one"}}, {"text": {"text": "二"}}]}),
    request("image model", "bedrock-runtime", "InvokeModel", {"modelId": "stability.stable-image-core-v1:1", "body": b'{"prompt":"Mt. Fuji"}'}),
    request("speech", "polly", "SynthesizeSpeech", {
        "Engine": "neural", "OutputFormat": "mp3", "Text": "こんにちは", "TextType": "text", "VoiceId": "Takumi"}),
    request("ssml", "polly", "SynthesizeSpeech", {
        "Engine": "standard", "LanguageCode": "ja-JP", "OutputFormat": "pcm", "SampleRate": "16000", "Text": "<speak>猫<break/></speak>",
        "TextType": "ssml", "VoiceId": "Mizuki"}),
    request("marks", "polly", "SynthesizeSpeech", {
        "Engine": "neural", "OutputFormat": "json", "SpeechMarkTypes": ["sentence", "viseme", "word"], "Text": "Mary", "TextType": "text",
        "VoiceId": "Joanna"}),
    request("voices", "polly", "DescribeVoices", {"Engine": "neural", "LanguageCode": "ja-JP", "NextToken": "a+b/c=="}),
    request("all voices", "polly", "DescribeVoices", {}),
]

USAGE = {"inputTokens": 12, "outputTokens": 7, "totalTokens": 19}


def answered(content, reason="end_turn", **more):
    return {"output": {"message": {"role": "assistant", "content": content}}, "stopReason": reason, "usage": USAGE, "metrics": {"latencyMs": 551}, **more}


FINDINGS = [{
    "topicPolicy": {"topics": [{"name": "Finance", "type": "DENY", "action": "BLOCKED"}]},
    "contentPolicy": {"filters": [
        {"type": "PROMPT_ATTACK", "confidence": "HIGH", "filterStrength": "HIGH", "action": "BLOCKED", "detected": True},
        {"type": "INSULTS", "confidence": "LOW", "action": "NONE"}]},
    "wordPolicy": {
        "customWords": [{"match": "secret", "action": "BLOCKED"}],
        "managedWordLists": [{"match": "darn", "type": "PROFANITY", "action": "BLOCKED"}]},
    "sensitiveInformationPolicy": {
        "piiEntities": [{"match": "a@b.example", "type": "EMAIL", "action": "ANONYMIZED"}],
        "regexes": [{"name": "order", "match": "A-1", "regex": "A-[0-9]", "action": "BLOCKED"}]},
    "contextualGroundingPolicy": {"filters": [{"type": "GROUNDING", "threshold": 0.5, "score": 0.25, "action": "BLOCKED"}]},
    "automatedReasoningPolicy": {"findings": [{"tooComplex": {}}]},
    "invocationMetrics": {"guardrailProcessingLatency": 12, "guardrailCoverage": {"textCharacters": {"guarded": 3, "total": 3}}},
}]
UNITS = dict.fromkeys(
    ["topicPolicyUnits", "contentPolicyUnits", "wordPolicyUnits", "sensitiveInformationPolicyUnits", "sensitiveInformationPolicyFreeUnits",
     "contextualGroundingPolicyUnits"], 1)
answers = [
    answer("text", "bedrock-runtime", "Converse", answered([{"text": "古池や\n\"蛙\""}], brandNew={"a": 1})),
    answer("tools", "bedrock-runtime", "Converse", answered(
        [{"reasoningContent": {"reasoningText": {"text": "Hm.", "signature": "c2ln"}}}, {"text": "Looking."}, {"toolUse": USE},
         {"image": {"format": "png", "source": {"bytes": base64.b64encode(PNG).decode()}}}], "tool_use")),
    answer("cache", "bedrock-runtime", "Converse", answered(
        [{"text": ""}], "a_reason_of_tomorrow", usage={**USAGE, "cacheReadInputTokens": 3, "cacheWriteInputTokens": 4},
        additionalModelResponseFields={"stop_sequence": "終"})),
    answer("guarded", "bedrock-runtime", "Converse", answered([{"text": "I cannot say."}], "guardrail_intervened")),
    answer("intervened", "bedrock-runtime", "ApplyGuardrail", {
        "usage": UNITS, "action": "GUARDRAIL_INTERVENED", "actionReason": "Guardrail blocked.", "outputs": [{"text": "I cannot say."}],
        "assessments": FINDINGS}),
    answer("passed", "bedrock-runtime", "ApplyGuardrail", {"usage": UNITS, "action": "NONE", "outputs": [], "assessments": []}),
    answer("voices", "polly", "DescribeVoices", {"NextToken": "more", "Voices": [
        {"Gender": "Male", "Id": "Takumi", "LanguageCode": "ja-JP", "LanguageName": "Japanese", "Name": "Takumi", "SupportedEngines": ["neural", "standard"]},
        {"Gender": "Female", "Id": "Aria", "LanguageCode": "en-NZ", "LanguageName": "x", "Name": "Aria", "AdditionalLanguageCodes": ["en-AU"],
         "SupportedEngines": ["generative", "holographic"]}]}),
    answer("throttled", "bedrock-runtime", "Converse", {"message": "Too many requests, please wait."}, {"x-amzn-errortype": "ThrottlingException"}, 429),
    answer("invalid", "bedrock-runtime", "Converse", {"message": "The provided model identifier is invalid."}, {
        "x-amzn-errortype": "ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/"}, 400),
    answer("denied", "bedrock-runtime", "Converse", {"Message": "You don't have access to the model."}, {"x-amzn-errortype": "AccessDeniedException"}, 403),
    answer("not ready", "bedrock-runtime", "Converse", {"message": "Loading."}, {"x-amzn-errortype": "ModelNotReadyException"}, 429),
    answer("slow model", "bedrock-runtime", "Converse", {"message": "Slow."}, {"x-amzn-errortype": "ModelTimeoutException"}, 408),
    answer("bad ssml", "polly", "SynthesizeSpeech", {"message": "Invalid SSML request"}, {"x-amzn-errortype": "InvalidSsmlException"}, 400),
]

BEGIN = event("messageStart", {"role": "assistant"})
END = [
    event("messageStop", {"stopReason": "tool_use", "additionalModelResponseFields": {"stop_sequence": None}}),
    event("metadata", {"usage": {**USAGE, "cacheReadInputTokens": 5}, "metrics": {"latencyMs": 901}}),
]


def delta(index, content):
    return event("contentBlockDelta", {"contentBlockIndex": index, "delta": content})


TEXT = [BEGIN, delta(0, {"text": "古池"}), delta(0, {"text": "や"})]
streams = [
    stream("everything", [
        BEGIN, delta(0, {"reasoningContent": {"text": "H"}}), delta(0, {"reasoningContent": {"text": "m."}}),
        delta(0, {"reasoningContent": {"signature": "c2ln"}}), event("contentBlockStop", {"contentBlockIndex": 0}),
        delta(1, {"reasoningContent": {"redactedContent": base64.b64encode(b"secret").decode()}}), event("contentBlockStop", {"contentBlockIndex": 1}),
        delta(2, {"text": "古池"}), delta(2, {"text": ""}), delta(2, {"text": "や"}), event("contentBlockStop", {"contentBlockIndex": 2}),
        event("contentBlockStart", {"contentBlockIndex": 3, "start": {"toolUse": {"toolUseId": "tooluse_1", "name": "look_up"}}}),
        delta(3, {"toolUse": {"input": '{"word": "\\u'}}), delta(3, {"toolUse": {"input": '732b", "level"'}}), delta(3, {"toolUse": {"input": ": 5}"}}),
        event("contentBlockStop", {"contentBlockIndex": 3}),
        event("contentBlockStart", {"contentBlockIndex": 4, "start": {"toolUse": {"toolUseId": "tooluse_2", "name": "stop"}}}),
        event("contentBlockStop", {"contentBlockIndex": 4}), *END]),
    stream("unknown kinds", [
        BEGIN, event("heartbeat", {"n": 1}), frame({":message-type": "gossip"}, b"?"), delta(0, {"text": "a"}), delta(1, {"citation": {"title": "t"}}), *END]),
    *[stream(kind, [*TEXT, exception(kind, {"message": "Try again.", "originalMessage": "the model fell over"} if "Stream" in kind else {
        "message": "Try again."})])
      for kind in ["internalServerException", "modelStreamErrorException", "validationException", "throttlingException", "serviceUnavailableException"]],
    stream("unmodelled error", [
        *TEXT, frame({":message-type": "error", ":error-code": "InternalError", ":error-message": "Something broke."}, b"")]),
]
document = {"botocore": botocore.__version__, "requests": requests, "answers": answers, "streams": streams}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(document, ensure_ascii=True, separators=(",", ":")).replace('},{"name"', '},\n{"name"') + "\n")
print(f"{len(requests)} requests, {len(answers)} answers, {len(streams)} streams, {target.stat().st_size} bytes")
