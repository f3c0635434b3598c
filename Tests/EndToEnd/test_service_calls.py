"""What services of ours that have no database ask the portal, with the key that they share."""
import pytest
from stack import Client, Stack

SESSIONS = "/api/v1/lang-portal/internal/sessions"
LEARNER = "00000000-0000-4000-8000-000000000001"
REFERENCE = {"id": f"{1:032x}", "subject": LEARNER}
MOMENTS = {"began_at": "2026-02-08T17:20:23Z", "seen_at": "2026-02-08T17:20:23Z", "ends_at": "2100-02-08T17:20:23Z"}
RECORD = REFERENCE | MOMENTS | {"device": "Firefox on Linux", "sealed_refresh_token": "sealed"}


@pytest.fixture
def service(stack: Stack):
    client = Client(stack.api_port)
    yield lambda call, body: client.post(SESSIONS + call, body, X_Api_Key=stack.settings["LANG_PORTAL_API_KEY"])
    client.close()


def test_a_service_writes_a_session_down_sees_it_and_ends_it(service):
    assert service("", RECORD).status == 204
    assert service("/is-open", REFERENCE).json == {"open": True}
    assert service("/touch", REFERENCE | {"seen_at": "2026-02-08T17:21:23Z"}).status == 204
    seen = RECORD | {"seen_at": "2026-02-08T17:21:23Z"}
    assert service("/list", {"subject": LEARNER, "at": "2026-02-08T17:22:23Z"}).json == {"items": [seen]}
    assert service("/end", REFERENCE).json == {"items": [seen]}
    assert service("/end", REFERENCE).json == {"items": []}
    assert service("/is-open", REFERENCE).json == {"open": False}
    assert service("/end-all", {"subject": LEARNER}).json == {"ids": []}


@pytest.mark.parametrize("call", ["", "/is-open", "/touch", "/end", "/end-all", "/list"])
def test_nobody_else_does(stack: Stack, call: str):
    body = RECORD | {"at": "2026-02-08T17:22:23Z"}
    for client, fields in [(Client(stack.api_port), {}), (stack.learner(), {}), (stack.learner(), {"X_Api_Key": "a-key-that-was-made-up"})]:
        answer = client.post(SESSIONS + call, body, **fields)
        assert (answer.status, answer.headers["Cache-Control"]) == (401, "no-store")
        assert answer.json["type"] == ("service-key-invalid" if fields else "service-key-required")
        client.close()
