"""Our side of signing in on hosted pages, by clients and a provider that others wrote: authlib, PyJWT, and `cryptography` for what our cookies keep."""
from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import jwt
import pytest
import requests
from authlib.common.urls import url_decode
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc6749.parameters import parse_authorization_code_response
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from aws_clients import KEYS
from aws_clients import client as aws
from botocore import UNSIGNED
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Response
from oidc_learner import App, Learner, running_app
from oidc_provider import CLIENT, Provider, running_provider
from programs import running
from stack import Stack, eventually, free_ports

POOL = "us-east-1_LocalPool"
PASSWORD = "Kaede-2026!"
# A token that ends within five minutes is renewed whenever one is wanted.
SHORT_LIFETIME_SECONDS = 200


# With local-cloud


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a local-cloud, and of the app it sends people back to."""
    (port,) = free_ports(1)
    app = f"http://localhost:{port}"
    settings = KEYS | {"LOCAL_CLOUD_CALLBACK_URLS": app + "/callback", "LOCAL_CLOUD_LOGOUT_URLS": app + "/logout", "LAME_DUCK_SECONDS": "0"}
    with running("local-cloud", settings, "/api/health", log=tmp_path_factory.mktemp("cloud") / "log") as cloud_port:
        yield f"http://localhost:{cloud_port}", app


@pytest.fixture(scope="module")
def app(stack: Stack, cloud: tuple[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    address, own = cloud
    folder = tmp_path_factory.mktemp("app")
    with running_app(stack, folder, urlsplit(own).port or 0, issuer=f"{address}/{POOL}", pages=address, api=address) as running:
        yield running


def account(address: str) -> str:
    email, public = f"learner-{secrets.token_hex(6)}@example.com", aws(urlsplit(address).port, "cognito-idp", signature_version=UNSIGNED)
    names = [{"Name": "given_name", "Value": "楓"}, {"Name": "family_name", "Value": "Test"}]
    public.sign_up(ClientId=CLIENT, Username=email, Password=PASSWORD, UserAttributes=names)
    code = requests.get(f"{address}/_mailbox", {"to": email}, timeout=30).json()["messages"][0]["code"]
    public.confirm_sign_up(ClientId=CLIENT, Username=email, ConfirmationCode=code)
    return email


def test_authlib_and_our_callback_mean_the_same(cloud: tuple[str, str], app: App) -> None:
    address, _ = cloud
    email, learner = account(address), app.learner()
    known = requests.get(f"{address}/{POOL}/.well-known/openid-configuration", timeout=30).json()

    def verified(token: str, **options: Any) -> dict[str, Any]:
        key = jwt.PyJWKClient(known["jwks_uri"]).get_signing_key_from_jwt(token)
        return jwt.decode(token, key, algorithms=["RS256"], issuer=known["issuer"], **options)

    begun = learner.begin()
    asked = dict(url_decode(urlsplit(begun).query))
    assert begun.split("?")[0] == known["authorization_endpoint"]
    assert (asked["response_type"], asked["client_id"], asked["redirect_uri"]) == ("code", CLIENT, app.base + "/callback")
    assert set(asked["scope"].split()) == {"openid", "email", "profile", "aws.cognito.signin.user.admin"} <= set(known["scopes_supported"])
    kept = learner.kept("transaction")["a"][0]
    assert (asked["state"], asked["nonce"], asked["code_challenge_method"]) == (kept["s"], kept["n"], "S256")
    assert asked["code_challenge"] == create_s256_code_challenge(kept["v"])

    location = learner.browser.sign_in(begun, email, PASSWORD)
    assert parse_authorization_code_response(location, state=asked["state"])["code"]
    assert learner.browser.open(location).status_code == 200 and learner.cookie("transaction") is None
    user = learner.state()["user"]
    assert (user["email"], user["given_name"]) == (email, "楓")

    given = learner.write("/api/auth/refresh").json()
    access = verified(given["access_token"])
    assert (access["sub"], access["client_id"], access["token_use"]) == (user["id"], CLIENT, "access")
    refresh_token = learner.kept("session")["r"]
    client = OAuth2Session(CLIENT, token_endpoint_auth_method="none", token={"access_token": given["access_token"], "token_type": "Bearer"})
    assert client.get(known["userinfo_endpoint"]).json()["email"] == email
    renewed = client.refresh_token(known["token_endpoint"], refresh_token=refresh_token)
    assert verified(renewed["id_token"], audience=CLIENT)["sub"] == user["id"]

    left = learner.browser.open(app.base + "/logout")
    onward = left.headers["Refresh"].partition("url=")[2]
    assert onward.split("?")[0] == known["end_session_endpoint"]
    back = learner.browser.open(onward)
    assert (back.status_code, back.headers["Location"]) == (302, app.base + "/logout")
    assert learner.browser.open(back.headers["Location"]).headers["Location"] == "/signed-out"
    assert not learner.state()["signed_in"]
    with pytest.raises(Exception, match="invalid_grant"):
        client.refresh_token(known["token_endpoint"], refresh_token=refresh_token)
    client.token = {"access_token": given["access_token"], "token_type": "Bearer"}
    assert client.get(known["userinfo_endpoint"]).status_code == 401
    assert "/login?" in learner.browser.open(learner.begin()).headers["Location"]


# With a provider of authlib's


@pytest.fixture(scope="module")
def provided(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, App]]:
    (port,) = free_ports(1)
    with running_provider(f"http://localhost:{port}/callback") as provider:
        folder = tmp_path_factory.mktemp("provided")
        with running_app(stack, folder, port, issuer=provider.issuer, pages=provider.base, api=provider.base) as app:
            yield provider, app


@pytest.fixture
def provider(provided: tuple[Provider, App]) -> Provider:
    provided[0].behave()
    return provided[0]


@pytest.fixture
def learner(provided: tuple[Provider, App]) -> Learner:
    return provided[1].learner()


def returned(learner: Learner) -> str:
    """Where authlib sends the learner back to; it asks nobody for a password."""
    answer = learner.browser.open(learner.begin())
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def assert_refused(learner: Learner, answer: requests.Response, status: int) -> None:
    """A page that says so, no session, nothing of the cause; and the next attempt, of a provider that behaves, gets in."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"].startswith("text/html") and "no-store" in answer.headers["Cache-Control"]
    assert 'role="alert"' in answer.text and not any(word in answer.text for word in ("id_token", "nonce", "issuer", "grant", "Maintenance"))
    assert learner.cookie("session") is None and learner.state()["signed_in"] is False


def assert_gets_in(provider: Provider, learner: Learner) -> None:
    provider.behave()
    assert learner.browser.open(returned(learner)).status_code == 200
    assert learner.state()["user"]["email"] == provider.user.email


def test_authlibs_provider_signs_in_refreshes_and_revokes(provider: Provider, learner: Learner) -> None:
    provider.lifetime = SHORT_LIFETIME_SECONDS
    assert learner.browser.open(returned(learner)).status_code == 200
    state = learner.state()
    assert (state["user"]["id"], state["user"]["given_name"], state["user"]["groups"]) == (provider.user.id, "麻衣", ["teachers"])
    answer = learner.write("/api/auth/refresh")
    assert answer.status_code == 200, answer.text
    key = jwt.PyJWK(provider.keys.as_dict(private=False)["keys"][0])
    access = jwt.decode(answer.json()["access_token"], key, algorithms=["RS256"], issuer=provider.issuer, audience=CLIENT)
    assert (access["sub"], access["token_use"]) == (provider.user.id, "access")
    given = provider.grants[learner.kept("session")["r"]]
    assert not given.is_revoked
    assert learner.browser.open(learner.app.base + "/logout").headers["Refresh"].startswith(f"0; url={provider.base}/logout?client_id={CLIENT}&")
    assert given.is_revoked and learner.state()["signed_in"] is False


def test_a_grant_that_the_provider_revokes_ends_the_session_at_the_next_refresh(provider: Provider, learner: Learner) -> None:
    provider.lifetime = SHORT_LIFETIME_SECONDS
    assert learner.browser.open(returned(learner)).status_code == 200
    provider.grants[learner.kept("session")["r"]].is_revoked = True
    answer = learner.write("/api/auth/refresh")
    assert answer.status_code in (401, 403) and learner.cookie("session") is None


def test_a_state_of_somebody_else_is_refused(provider: Provider, learner: Learner) -> None:
    location = returned(learner)
    code = dict(url_decode(urlsplit(location).query))["code"]
    for state in ("", "x", learner.kept("transaction")["a"][0]["s"][::-1]):
        assert_refused(learner, learner.browser.open(f"{learner.app.base}/callback?code={code}&state={state}"), 400)
    # None of them was an answer to the attempt that is under way.
    assert learner.browser.open(location).status_code == 200 and learner.state()["signed_in"]


def test_a_code_is_redeemed_once(provider: Provider, learner: Learner) -> None:
    location, transaction = returned(learner), learner.cookie("transaction")
    assert learner.browser.open(location).status_code == 200
    again = learner.app.learner()
    again.browser.session.cookies.set("transaction", transaction, domain="localhost.local", path="/")
    assert_refused(again, again.browser.open(location), 400)
    assert_gets_in(provider, again)


def test_a_provider_that_reports_an_error_signs_nobody_in(provider: Provider, learner: Learner) -> None:
    state = dict(url_decode(urlsplit(learner.begin()).query))["state"]
    assert_refused(learner, learner.browser.open(f"{learner.app.base}/callback?error=access_denied&error_description=x&state={state}"), 400)
    assert_gets_in(provider, learner)


now = int(time.time())


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"}, {"iss": ""}, {"aud": "another-client"}, {"aud": [CLIENT, "another-client"]}, {"nonce": "of-another-attempt"},
        {"nonce": ""}, {"nonce": None}, {"nonce": 7}, {"token_use": "access"}, {"token_use": None}, {"exp": now - 3_600, "iat": now - 7_200},
        {"iat": now + 3_600}, {"sub": ""}, {"sub": None}, {"exp": "tomorrow"},
    ],
    ids=lambda claims: "-".join(f"{name}={str(value)[:24]}" for name, value in claims.items()).replace(str(now), "now"))
def test_an_id_token_that_claims_something_else_signs_nobody_in(provider: Provider, learner: Learner, claims: dict[str, Any]) -> None:
    location = returned(learner)
    provider.claims = claims
    assert_refused(learner, learner.browser.open(location), 503)
    assert_gets_in(provider, learner)


def forged(key: Any, algorithm: str, **header: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The ID token with the same claims, signed by somebody else."""
    def edit(answer: dict[str, Any]) -> dict[str, Any]:
        claims = jwt.decode(answer["id_token"], options={"verify_signature": False})
        return answer | {"id_token": jwt.encode(claims, key, algorithm, {"kid": "one"} | header)}
    return edit


EDITS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "the access token as the ID token": lambda answer: answer | {"id_token": answer["access_token"]},
    "another key": forged(rsa.generate_private_key(65_537, 2_048), "RS256"),
    "a key nobody published": forged(rsa.generate_private_key(65_537, 2_048), "RS256", kid="two"),
    "no signature": forged(None, "none"),
    "a shared secret": forged("s" * 32, "HS256"),
    "a cut signature": lambda answer: answer | {"id_token": answer["id_token"][:-8]},
    "no ID token": lambda answer: {name: value for name, value in answer.items() if name != "id_token"},
    "no refresh token": lambda answer: {name: value for name, value in answer.items() if name != "refresh_token"},
    "an ID token that is no text": lambda answer: answer | {"id_token": {"sub": "x"}},
    "an endless refresh token": lambda answer: answer | {"refresh_token": "r" * 9_000},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_answer_that_is_not_what_it_should_be_signs_nobody_in(
    provider: Provider, learner: Learner, edit: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    location = returned(learner)
    provider.edit = edit
    assert_refused(learner, learner.browser.open(location), 503)
    assert_gets_in(provider, learner)


# Set when nobody waits for an endless answer any more.
released = threading.Event()


def drip(piece: bytes) -> Iterator[bytes]:
    while not released.wait(0.5):
        yield piece


def silence() -> Response:
    released.wait(60)
    return Response("{}")


def json_answer(text: str, status: int = 200, **headers: str) -> Callable[[], Response]:
    return lambda: Response(text, status, {"Content-Type": "application/json"} | {name.replace("_", "-"): value for name, value in headers.items()})


# What the token end point says instead, and the status of our page.
ANSWERS: dict[str, tuple[Callable[[], Response], int]] = {
    "a refused code": (json_answer('{"error":"invalid_grant"}', 400), 400),
    "an unknown client": (json_answer('{"error":"invalid_client"}', 401), 503),
    "an error nobody knows": (json_answer('{"error":"<b>id_token</b>' + "x" * 9_000 + '"}', 400), 503),
    "a failure": (json_answer('{"error":"server_error"}', 500), 503),
    "too many requests": (json_answer("{}", 429, Retry_After="3600"), 503),
    "a page": (lambda: Response("<p>Maintenance of the token end point"), 503),
    "nothing": (json_answer(""), 503),
    "half an answer": (json_answer('{"access_token":"a","id_token":'), 503),
    "a list": (json_answer("[" * 5_000), 503),
    "another place": (json_answer("{}", 307, Location="http://localhost:1/oauth2/token"), 503),
    "a huge answer": (json_answer('{"access_token":"' + "a" * 20_000_000 + '"}'), 503),
    "an answer without end": (lambda: Response(drip(b"a" * 100_000)), 503),
    "silence": (silence, 503),
    "a byte now and then": (lambda: Response(drip(b" ")), 503),
}


@pytest.mark.parametrize(("instead", "status"), ANSWERS.values(), ids=ANSWERS.keys())
def test_a_token_end_point_that_answers_something_else_signs_nobody_in(
    provider: Provider, learner: Learner, instead: Callable[[], Response], status: int
) -> None:
    location = returned(learner)
    provider.instead = instead
    released.clear()
    start = time.monotonic()
    try:
        assert_refused(learner, learner.browser.open(location), status)
    finally:
        released.set()
    # Eight seconds at most, however slow the end point is: the route's own deadline is 25.
    assert time.monotonic() - start < 20
    assert_gets_in(provider, learner)


@pytest.mark.parametrize("error", ["invalid_client", "unauthorized_client", "invalid_request", "invalid_scope", "unsupported_grant_type"])
def test_what_is_wrong_with_our_settings_is_not_the_learners_fault_and_stands_in_the_log(provider: Provider, learner: Learner, error: str) -> None:
    location = returned(learner)
    provider.instead = json_answer(f'{{"error":"{error}"}}', 400)
    assert_refused(learner, learner.browser.open(location), 503)
    # Lines are written in the background.
    eventually(lambda: f'"cause":"the token end point answered 400 {error}"' in learner.app.log.read_text(), seconds=20)
