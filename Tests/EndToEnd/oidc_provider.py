"""An OpenID provider made of authlib that our callback meets in Cognito's place: it claims what Cognito claims, and misbehaves as it is told to.

Codes, challenges, grants, refreshes and revocations are authlib's; of Cognito's own API it knows what our services ask of a session, and passes it on.
"""
from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, grants
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from authlib.oidc.core import UserInfo
from authlib.oidc.core.grants import OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server

CLIENT = "web-client-local"
LIFETIME_SECONDS = 3_600
# authlib speaks plain HTTP only when it is told to; this is loopback.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"


@dataclass(frozen=True)
class User:
    id: str = "0b5c2a4e-0000-4000-8000-00000000cafe"
    email: str = "mai@example.com"
    given_name: str = "麻衣"
    family_name: str = "Yamada"

    def get_user_id(self) -> str:
        return self.id


@dataclass
class Client(ClientMixin):
    """A public one: no secret, but a challenge."""

    redirect_uri: str

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "none"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in ("authorization_code", "refresh_token")


@dataclass
class Code(AuthorizationCodeMixin):
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str | None
    code_challenge_method: str | None
    auth_time: int = field(default_factory=lambda: int(time.time()))

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str | None:
        return self.nonce

    def get_auth_time(self) -> int:
        return self.auth_time

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> None:
        return None


@dataclass
class Grant:
    """What was given for a code."""

    scope: str
    is_revoked: bool = False

    def check_client(self, client: Client) -> bool:
        return True

    def get_scope(self) -> str:
        return self.scope


@dataclass
class Provider:
    base: str
    client: Client
    user: User = field(default_factory=User)
    keys: KeySet = field(default_factory=lambda: KeySet([RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})]))
    codes: dict[str, Code] = field(default_factory=dict)
    # By their refresh tokens.
    grants: dict[str, Grant] = field(default_factory=dict)
    # Of access tokens, in seconds.
    lifetime: int = LIFETIME_SECONDS
    # The misdeeds: other claims in the ID token; another answer for a code; an answer that no OAuth library would give.
    claims: dict[str, Any] = field(default_factory=dict)
    edit: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    instead: Callable[[], Response] | None = None

    @property
    def issuer(self) -> str:
        return self.base + "/pool"

    def behave(self) -> None:
        self.claims, self.edit, self.instead, self.lifetime = {}, None, None, LIFETIME_SECONDS


@contextmanager
def running_provider(redirect_uri: str) -> Iterator[Provider]:
    server = make_server("127.0.0.1", 0, app := Flask(__name__), threaded=True, request_handler=_Quiet)
    provider = Provider(f"http://localhost:{server.server_port}", Client(redirect_uri))
    _declare_oauth(app, provider, _authorization_server(app, provider))
    _declare_cognito(app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        pass


def _declare_oauth(app: Flask, provider: Provider, server: AuthorizationServer) -> None:
    @app.get("/oauth2/authorize")
    def authorize() -> Response:
        return server.create_authorization_response(grant_user=provider.user, grant=server.get_consent_grant(end_user=provider.user))

    @app.post("/oauth2/token")
    def token() -> Response:
        if request.form["grant_type"] != "authorization_code":
            return server.create_token_response()
        if provider.instead:
            return provider.instead()
        answer = server.create_token_response()
        return jsonify(provider.edit(answer.get_json())) if provider.edit and answer.status_code == 200 else answer

    @app.post("/oauth2/revoke")
    def revoke() -> Response:
        return server.create_endpoint_response("revocation")

    @app.get("/pool/.well-known/jwks.json")
    def keys() -> Response:
        return jsonify(provider.keys.as_dict(private=False))


def _declare_cognito(app: Flask) -> None:
    """The user pool API's refresh and revocation, which are those of OAuth under other names."""
    @app.post("/")
    def call() -> Response:
        action, body = request.headers["X-Amz-Target"].rpartition(".")[2], request.get_json(force=True)
        oauth = app.test_client()
        if action == "RevokeToken":
            answer = oauth.post("/oauth2/revoke", data={"token": body["Token"], "client_id": body["ClientId"]})
            return jsonify({}) if answer.status_code == 200 else _refused(answer.get_json()["error"])
        assert (action, body["AuthFlow"]) == ("InitiateAuth", "REFRESH_TOKEN_AUTH")
        form = {"grant_type": "refresh_token", "refresh_token": body["AuthParameters"]["REFRESH_TOKEN"], "client_id": body["ClientId"]}
        answer = oauth.post("/oauth2/token", data=form)
        if answer.status_code != 200:
            return _refused(answer.get_json()["error"])
        given = answer.get_json()
        names = {"AccessToken": "access_token", "IdToken": "id_token", "ExpiresIn": "expires_in", "TokenType": "token_type"}
        return jsonify({"AuthenticationResult": {name: given[other] for name, other in names.items()}})


def _refused(error: str) -> Response:
    answer = jsonify({"__type": "NotAuthorizedException", "message": error})
    answer.status_code = 400
    return answer


def _authorization_server(app: Flask, provider: Provider) -> AuthorizationServer:
    class AuthorizationCodeGrant(grants.AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ["none"]

        def save_authorization_code(self, code: str, request: Any) -> None:
            asked = request.payload
            names = ("nonce", "code_challenge", "code_challenge_method")
            provider.codes[code] = Code(asked.redirect_uri, asked.scope, **{name: asked.data.get(name) for name in names})

        def query_authorization_code(self, code: str, client: Client) -> Code | None:
            return provider.codes.get(code)

        def delete_authorization_code(self, authorization_code: Code) -> None:
            provider.codes = {code: kept for code, kept in provider.codes.items() if kept is not authorization_code}

        def authenticate_user(self, authorization_code: Code) -> User:
            return provider.user

    class RefreshTokenGrant(grants.RefreshTokenGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = ["none"]

        def authenticate_refresh_token(self, refresh_token: str) -> Grant | None:
            found = provider.grants.get(refresh_token)
            return None if found is None or found.is_revoked else found

        def authenticate_user(self, refresh_token: Grant) -> User:
            return provider.user

        def revoke_old_credential(self, refresh_token: Grant) -> None:
            pass

    class Revocation(RevocationEndpoint):
        CLIENT_AUTH_METHODS = ["none"]

        def query_token(self, token_string: str, token_type_hint: str | None) -> Grant | None:
            return provider.grants.get(token_string)

        def revoke_token(self, token: Grant, request: Any) -> None:
            token.is_revoked = True

    class Identity(OpenIDCode):
        def exists_nonce(self, nonce: str, request: Any) -> bool:
            return any(code.nonce == nonce for code in provider.codes.values())

        def resolve_client_private_key(self, client: Client) -> KeySet:
            return provider.keys

        def get_client_claims(self, client: Client) -> dict[str, Any]:
            # Cognito's audience is a text.
            return {"iss": provider.issuer, "aud": CLIENT, "token_use": "id"}

        def generate_user_info(self, user: User, scope: str) -> UserInfo:
            profile = {"email": user.email, "given_name": user.given_name, "family_name": user.family_name, "cognito:username": user.id}
            return UserInfo(sub=user.id, **profile | provider.claims)

    class Access(JWTBearerTokenGenerator):
        def get_jwks(self) -> KeySet:
            return provider.keys

        def get_extra_claims(self, client: Client, grant_type: str, user: User, scope: str) -> dict[str, Any]:
            return {"token_use": "access", "username": user.id, "cognito:groups": ["teachers"]}

    def save_token(token: dict[str, Any], request: Any) -> None:
        if "refresh_token" in token:
            provider.grants[token["refresh_token"]] = Grant(token["scope"])

    server = AuthorizationServer(app, query_client=lambda id: provider.client if id == CLIENT else None, save_token=save_token)
    tokens = Access(provider.issuer, refresh_token_generator=lambda **_: os.urandom(24).hex(), expires_generator=lambda *_: provider.lifetime)
    server.register_token_generator("default", tokens)
    server.register_grant(AuthorizationCodeGrant, [CodeChallenge(required=True), Identity(require_nonce=True)])
    server.register_grant(RefreshTokenGrant, [Identity()])
    server.register_endpoint(Revocation)
    return server
