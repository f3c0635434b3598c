"""Clients that others wrote, at local-cloud's Cognito: authlib signs in by the hosted pages, PyJWT verifies, boto3 drives the user pool API."""
from __future__ import annotations

import base64
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
import pytest
import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from aws_clients import KEYS
from aws_clients import client as aws
from botocore import UNSIGNED
from botocore.exceptions import ClientError
from hosted_browser import Browser, parameter
from programs import running

CLIENT = "web-client-local"
POOL = "us-east-1_LocalPool"
CALLBACK = "http://localhost:3000/callback"
OTHER_CALLBACK = "http://localhost:3001/callback"
PASSWORD = "Kaede-2026!"
SCOPES = "openid email profile aws.cognito.signin.user.admin"
# authlib speaks plain HTTP only when it is told to; this is loopback.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"


@dataclass
class Cloud:
    port: int
    log: Path
    configuration: dict[str, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def letters(self, email: str) -> list[dict[str, str]]:
        return requests.get(f"{self.base}/_mailbox", {"to": email}, timeout=30).json()["messages"]

    def code(self, email: str) -> str:
        return self.letters(email)[0]["code"]

    def verified(self, token: str, **options: Any) -> dict[str, Any]:
        """The claims, by the keys that discovery leads to, fetched anew."""
        key = jwt.PyJWKClient(self.configuration["jwks_uri"]).get_signing_key_from_jwt(token)
        return jwt.decode(token, key, algorithms=["RS256"], issuer=self.configuration["issuer"], **options)

    def app(self, callback: str = CALLBACK, scope: str = SCOPES) -> OAuth2Session:
        return OAuth2Session(
            CLIENT, redirect_uri=callback, scope=scope, code_challenge_method="S256", token_endpoint_auth_method="none",
            revocation_endpoint_auth_method="none")


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    folder = tmp_path_factory.mktemp("cloud")
    settings = KEYS | {"LOCAL_CLOUD_STATE": str(folder / "state"), "LAME_DUCK_SECONDS": "0", "LOG_LEVEL": "debug"}
    with running("local-cloud", settings, "/api/health", log=folder / "log") as port:
        cloud = Cloud(port, folder / "log")
        cloud.configuration = requests.get(f"{cloud.base}/{POOL}/.well-known/openid-configuration", timeout=30).json()
        yield cloud


@pytest.fixture(scope="module")
def public(cloud: Cloud) -> Any:
    """What learners may do: unsigned."""
    return aws(cloud.port, "cognito-idp", signature_version=UNSIGNED)


@pytest.fixture(scope="module")
def admin(cloud: Cloud) -> Any:
    return aws(cloud.port, "cognito-idp")


@pytest.fixture
def email(cloud: Cloud, public: Any) -> str:
    return learner(cloud, public)


def learner(cloud: Cloud, public: Any) -> str:
    email = f"learner-{secrets.token_hex(6)}@example.com"
    names = [{"Name": "given_name", "Value": "楓"}, {"Name": "family_name", "Value": "Test"}]
    public.sign_up(ClientId=CLIENT, Username=email, Password=PASSWORD, UserAttributes=names)
    public.confirm_sign_up(ClientId=CLIENT, Username=email, ConfirmationCode=cloud.code(email))
    return email


def begin(cloud: Cloud, app: OAuth2Session, **more: str) -> tuple[str, dict[str, str]]:
    """The address an app sends a learner to, and what it remembers."""
    kept = {"code_verifier": generate_token(64), "nonce": generate_token(20)}
    address, kept["state"] = app.create_authorization_url(cloud.configuration["authorization_endpoint"], **kept, **more)
    return address, kept


def fetch(cloud: Cloud, app: OAuth2Session, location: str, kept: dict[str, str]) -> dict[str, Any]:
    return app.fetch_token(
        cloud.configuration["token_endpoint"], authorization_response=location, code_verifier=kept["code_verifier"], state=kept["state"])


def test_a_learner_signs_in_stays_is_known_and_signs_out(cloud: Cloud, email: str) -> None:
    app, browser = cloud.app(), Browser()
    address, kept = begin(cloud, app)
    location = browser.sign_in(address, email, PASSWORD)
    assert location.startswith(CALLBACK + "?")
    tokens = fetch(cloud, app, location, kept)
    assert (tokens["token_type"], tokens["expires_in"], tokens["scope"]) == ("Bearer", 3600, SCOPES)

    identity, access = cloud.verified(tokens["id_token"], audience=CLIENT), cloud.verified(tokens["access_token"])
    assert (identity["nonce"], identity["email"], identity["given_name"]) == (kept["nonce"], email, "楓")
    digest = hashlib.sha256(tokens["access_token"].encode()).digest()[:16]
    assert identity["at_hash"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert (access["client_id"], access["token_use"], access["sub"]) == (CLIENT, "access", identity["sub"])

    info = app.get(cloud.configuration["userinfo_endpoint"]).json()
    assert (info["sub"], info["email"], info["email_verified"]) == (identity["sub"], email, "true")
    renewed = app.refresh_token(cloud.configuration["token_endpoint"], refresh_token=tokens["refresh_token"])
    assert cloud.verified(renewed["id_token"], audience=CLIENT)["auth_time"] == identity["auth_time"]

    assert app.revoke_token(cloud.configuration["revocation_endpoint"], token=tokens["refresh_token"]).status_code == 200
    assert app.get(cloud.configuration["userinfo_endpoint"]).status_code == 401
    gone = browser.open(f"{cloud.configuration['end_session_endpoint']}?client_id={CLIENT}&logout_uri=http://localhost:3000/logout")
    assert (gone.status_code, gone.headers["Location"]) == (302, "http://localhost:3000/logout")
    assert "/login?" in browser.open(address).headers["Location"]


def test_the_second_app_opens_without_a_password(cloud: Cloud, email: str) -> None:
    browser = Browser()
    browser.sign_in(begin(cloud, cloud.app())[0], email, PASSWORD)
    app = cloud.app(OTHER_CALLBACK, "openid")
    address, kept = begin(cloud, app, prompt="none")
    answer = browser.open(address)
    assert answer.status_code == 302
    tokens = fetch(cloud, app, answer.headers["Location"], kept)
    assert cloud.verified(tokens["id_token"], audience=CLIENT)["email"] == email
    cookie = next(cookie for cookie in browser.session.cookies if cookie.name == "cognito")
    assert cookie.has_nonstandard_attr("HttpOnly") and cookie.get_nonstandard_attr("SameSite") == "Lax" and not cookie.domain_specified


def test_an_account_is_made_on_the_pages_alone(cloud: Cloud) -> None:
    email, browser = f"learner-{secrets.token_hex(6)}@example.com", Browser()
    address, kept = begin(cloud, app := cloud.app())
    browser.open(address)
    page = browser.open("/signup?" + address.split("?")[1])
    weak = browser.fill(page, given_name="楓", family_name="Test", email=email, password="kaede")
    assert weak.status_code == 422 and "upper-case" in weak.text and email in weak.text
    confirm = browser.fill(weak, password=PASSWORD)
    assert confirm.status_code == 200, confirm.text
    sign_in = browser.fill(confirm, code=cloud.code(email))
    assert sign_in.status_code == 200, sign_in.text
    location = browser.fill(sign_in, email=email, password=PASSWORD).headers["Location"]
    assert fetch(cloud, app, location, kept)["id_token"]


def test_keys_rotate_without_a_token_lost(cloud: Cloud, email: str) -> None:
    app, browser = cloud.app(), Browser()
    address, kept = begin(cloud, app)
    before = fetch(cloud, app, browser.sign_in(address, email, PASSWORD), kept)
    # A verifier that keeps the set it fetched before the rotation knows the key that signs after it.
    kept_set = jwt.PyJWKClient(cloud.configuration["jwks_uri"], cache_jwk_set=True, lifespan=3_600)
    kept_set.get_signing_keys()
    rotated = requests.post(f"{cloud.base}/_keys/rotate", timeout=60).json()["keys"]
    after = app.refresh_token(cloud.configuration["token_endpoint"], refresh_token=before["refresh_token"])
    assert jwt.get_unverified_header(before["id_token"])["kid"] != jwt.get_unverified_header(after["id_token"])["kid"] == rotated[0]
    for token in (before["id_token"], after["id_token"]):
        assert cloud.verified(token, audience=CLIENT)["email"] == email
        signing = next(key for key in kept_set.get_jwk_set().keys if key.key_id == jwt.get_unverified_header(token)["kid"])
        assert jwt.decode(token, signing, algorithms=["RS256"], audience=CLIENT)["email"] == email


def test_a_code_is_worth_nothing_in_other_hands_or_twice(cloud: Cloud, email: str) -> None:
    app, browser = cloud.app(), Browser()
    address, kept = begin(cloud, app)
    location = browser.sign_in(address, email, PASSWORD)
    form = {"grant_type": "authorization_code", "client_id": CLIENT, "redirect_uri": CALLBACK, "code": parameter("code", location)}
    endpoint = cloud.configuration["token_endpoint"]
    for changes in ({}, {"code_verifier": ""}):
        assert requests.post(endpoint, form | changes, timeout=30).json()["error"] == "invalid_request"
    injected = requests.post(endpoint, form | {"code_verifier": generate_token(64)}, timeout=30)
    assert (injected.status_code, injected.json()["error"]) == (400, "invalid_grant")
    with pytest.raises(Exception, match="invalid_grant"):
        fetch(cloud, app, location, kept)

    address, kept = begin(cloud, app)
    location = browser.open(address).headers["Location"]
    tokens = fetch(cloud, app, location, kept)
    with pytest.raises(Exception, match="invalid_grant"):
        fetch(cloud, app, location, kept)
    with pytest.raises(Exception, match="invalid_grant"):
        app.refresh_token(endpoint, refresh_token=tokens["refresh_token"])


class Refusals:
    """boto3's exceptions, by the names of its model."""

    def __init__(self, client: Any):
        self.client = client

    def __call__(self, name: str, action: Callable[..., Any], **arguments: Any) -> None:
        with pytest.raises(ClientError) as refused:
            action(**arguments)
        assert refused.value.response["Error"]["Code"] == name
        assert isinstance(refused.value, getattr(self.client.exceptions, name))


def sign_in(public: Any, email: str, password: str = PASSWORD, **more: str) -> dict[str, Any]:
    parameters = {"USERNAME": email, "PASSWORD": password} | more
    return public.initiate_auth(ClientId=CLIENT, AuthFlow="USER_PASSWORD_AUTH", AuthParameters=parameters)["AuthenticationResult"]


def test_boto3_forgets_and_changes_passwords(cloud: Cloud, public: Any, email: str) -> None:
    refuses = Refusals(public)
    details = public.forgot_password(ClientId=CLIENT, Username=email)["CodeDeliveryDetails"]
    assert details == {"Destination": "l***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}
    assert public.forgot_password(ClientId=CLIENT, Username="nobody@example.org")["CodeDeliveryDetails"]["Destination"] == "n***@e***"
    confirm, arguments = public.confirm_forgot_password, {"ClientId": CLIENT, "Username": email, "ConfirmationCode": cloud.code(email)}
    refuses("InvalidPasswordException", confirm, Password="Short-1", **arguments)
    refuses("CodeMismatchException", confirm, Password="Momiji-2027?", **arguments | {"ConfirmationCode": "wrong1"})
    refuses("CodeMismatchException", confirm, Password="Momiji-2027?", **arguments | {"Username": "nobody@example.org"})
    confirm(Password="Momiji-2027?", **arguments)
    refuses("NotAuthorizedException", sign_in, public=public, email=email)
    token = sign_in(public, email, "Momiji-2027?")["AccessToken"]
    refuses("NotAuthorizedException", public.change_password, AccessToken=token, PreviousPassword=PASSWORD, ProposedPassword=PASSWORD)
    public.change_password(AccessToken=token, PreviousPassword="Momiji-2027?", ProposedPassword=PASSWORD)
    sign_in(public, email)
    for _ in range(4):
        public.forgot_password(ClientId=CLIENT, Username=email)
    refuses("LimitExceededException", public.forgot_password, ClientId=CLIENT, Username=email)


def test_boto3_changes_attributes_and_deletes_the_account(cloud: Cloud, public: Any, email: str) -> None:
    refuses, token = Refusals(public), sign_in(public, email)["AccessToken"]
    new = f"new-{secrets.token_hex(6)}@example.com"
    wanted = [{"Name": "email", "Value": new}, {"Name": "custom:timezone", "Value": "Asia/Tokyo"}]
    sent = public.update_user_attributes(AccessToken=token, UserAttributes=wanted)["CodeDeliveryDetailsList"]
    assert [details["Destination"] for details in sent] == ["n***@e***"]
    refuses("CodeMismatchException", public.verify_user_attribute, AccessToken=token, AttributeName="email", Code="wrong1")
    assert public.get_user_attribute_verification_code(AccessToken=token, AttributeName="email")["CodeDeliveryDetails"]["AttributeName"] == "email"
    public.verify_user_attribute(AccessToken=token, AttributeName="email", Code=cloud.code(new))
    refuses("ExpiredCodeException", public.verify_user_attribute, AccessToken=token, AttributeName="email", Code=cloud.code(new))
    refuses("NotAuthorizedException", public.update_user_attributes, AccessToken=token, UserAttributes=[{"Name": "sub", "Value": "x"}])
    attributes = {item["Name"]: item["Value"] for item in public.get_user(AccessToken=token)["UserAttributes"]}
    assert (attributes["email"], attributes["custom:timezone"]) == (new, "Asia/Tokyo")
    public.delete_user(AccessToken=token)
    refuses("UserNotFoundException", public.get_user, AccessToken=token)
    refuses("NotAuthorizedException", sign_in, public=public, email=new)


def test_boto3_remembers_devices(public: Any, email: str) -> None:
    refuses, first = Refusals(public), sign_in(public, email)
    key, token = first["NewDeviceMetadata"]["DeviceKey"], first["AccessToken"]
    secret = {"PasswordVerifier": "dmVyaWZpZXI=", "Salt": "c2FsdA=="}
    assert public.confirm_device(AccessToken=token, DeviceKey=key, DeviceName="Kaede's", DeviceSecretVerifierConfig=secret)["UserConfirmationNecessary"]
    refuses("DeviceKeyExistsException", public.confirm_device, AccessToken=token, DeviceKey=key)
    public.update_device_status(AccessToken=token, DeviceKey=key, DeviceRememberedStatus="remembered")
    again = sign_in(public, email, DEVICE_KEY=key)
    assert "NewDeviceMetadata" not in again
    device = public.get_device(AccessToken=token, DeviceKey=key)["Device"]
    assert {"Name": "device_name", "Value": "Kaede's"} in device["DeviceAttributes"]
    assert [device["DeviceKey"] for device in public.list_devices(AccessToken=token, Limit=10)["Devices"]] == [key]
    other = sign_in(public, email)["AccessToken"]
    public.forget_device(AccessToken=other, DeviceKey=key)
    refuses("ResourceNotFoundException", public.get_device, AccessToken=other, DeviceKey=key)
    refuses("NotAuthorizedException", public.get_tokens_from_refresh_token, ClientId=CLIENT, RefreshToken=again["RefreshToken"])
    kept = sign_in(public, email)["RefreshToken"]
    # Without rotation, Cognito answers this action as it does REFRESH_TOKEN_AUTH.
    assert "RefreshToken" not in public.get_tokens_from_refresh_token(ClientId=CLIENT, RefreshToken=kept)["AuthenticationResult"]
    refuses("NotAuthorizedException", public.respond_to_auth_challenge, ClientId=CLIENT, ChallengeName="NEW_PASSWORD_REQUIRED", Session="s" * 20)


def test_boto3_administers(public: Any, admin: Any, email: str) -> None:
    refuses, group = Refusals(admin), f"teachers-{secrets.token_hex(4)}"
    user = admin.admin_get_user(UserPoolId=POOL, Username=email)
    assert (user["UserStatus"], user["Enabled"]) == ("CONFIRMED", True)
    found = admin.list_users(UserPoolId=POOL, Filter=f'email = "{email}"')["Users"]
    assert [item["Username"] for item in found] == [user["Username"]]
    assert admin.list_users(UserPoolId=POOL, Filter=f'sub = "{user["Username"]}"', AttributesToGet=["email"])["Users"][0]["Attributes"] == [
        {"Name": "email", "Value": email}]
    assert admin.create_group(UserPoolId=POOL, GroupName=group, Precedence=1)["Group"]["GroupName"] == group
    refuses("GroupExistsException", admin.create_group, UserPoolId=POOL, GroupName=group)
    admin.admin_add_user_to_group(UserPoolId=POOL, Username=email, GroupName=group)
    refuses("ResourceNotFoundException", admin.admin_add_user_to_group, UserPoolId=POOL, Username=email, GroupName="none")
    claims = jwt.decode(sign_in(public, email)["IdToken"], options={"verify_signature": False})
    assert claims["cognito:groups"] == [group]
    assert group in [item["GroupName"] for item in admin.list_groups(UserPoolId=POOL)["Groups"]]
    admin.admin_remove_user_from_group(UserPoolId=POOL, Username=email, GroupName=group)
    assert admin.admin_list_groups_for_user(UserPoolId=POOL, Username=email)["Groups"] == []
    refresh = sign_in(public, email)["RefreshToken"]
    admin.admin_user_global_sign_out(UserPoolId=POOL, Username=email)
    refuses("NotAuthorizedException", public.get_tokens_from_refresh_token, ClientId=CLIENT, RefreshToken=refresh)
    assert admin.describe_user_pool(UserPoolId=POOL)["UserPool"]["Policies"]["PasswordPolicy"]["MinimumLength"] == 8
    assert admin.describe_user_pool_client(UserPoolId=POOL, ClientId=CLIENT)["UserPoolClient"]["PreventUserExistenceErrors"] == "ENABLED"
    admin.admin_delete_user(UserPoolId=POOL, Username=email)
    refuses("UserNotFoundException", admin.admin_get_user, UserPoolId=POOL, Username=email)


def test_what_administrators_do_is_signed(public: Any, email: str) -> None:
    with pytest.raises(ClientError, match="MissingAuthenticationTokenException"):
        # botocore signs what its model says is signed, unless it is told not to.
        public.admin_delete_user(UserPoolId=POOL, Username=email)
    sign_in(public, email)


def test_time_does_not_tell_who_has_an_account(cloud: Cloud, public: Any) -> None:
    known = [learner(cloud, public) for _ in range(8)]
    unknown = [f"nobody-{secrets.token_hex(6)}@example.com" for _ in known]

    def seconds(action: Callable[[str], Any], email: str) -> float:
        start = time.perf_counter()
        try:
            action(email)
        except ClientError as error:
            assert error.response["Error"]["Code"] == "NotAuthorizedException", error
        return time.perf_counter() - start

    for action in (lambda email: sign_in(public, email, "Wrong-2026!"), lambda email: public.forgot_password(ClientId=CLIENT, Username=email)):
        pairs = [(seconds(action, one), seconds(action, other)) for _ in range(4) for one, other in zip(known, unknown, strict=True)]
        wins = sum((one > other) + (one == other) / 2 for one, _ in pairs for _, other in pairs) / len(pairs) ** 2
        # How often a known name takes longer than an unknown one: one half where time tells nothing, with a deviation of 0.07 for 32 of each.
        assert 0.2 < wins < 0.8, wins


def test_no_secret_is_in_an_address_or_the_log(cloud: Cloud, email: str) -> None:
    app, browser = cloud.app(), Browser()
    address, kept = begin(cloud, app)
    location = browser.sign_in(address, email, PASSWORD)
    tokens = fetch(cloud, app, location, kept)
    app.get(cloud.configuration["userinfo_endpoint"])
    app.refresh_token(cloud.configuration["token_endpoint"], refresh_token=tokens["refresh_token"])
    requests.get(cloud.configuration["userinfo_endpoint"], headers={"Authorization": "Bearer nonsense-token"}, timeout=30)
    log = cloud.log.read_text()
    assert log.count('"path":"/oauth2/token"') >= 2, "the log has what it should have"
    cookie = next(cookie.value for cookie in browser.session.cookies if cookie.name == "cognito")
    for secret in (parameter("code", location), kept["code_verifier"], kept["state"], cookie, PASSWORD, email, "nonsense-token"):
        assert secret not in log
    for name in ("access_token", "id_token", "refresh_token"):
        assert tokens[name] not in log and tokens[name] not in location
        assert tokens[name].split(".")[-1] not in log
