"""What PyJWT and joserfc say to a token, each told to verify all that Cognito's tokens carry ("Verifying a JSON web token" of AWS)."""
from __future__ import annotations

import contextlib
from datetime import datetime
from unittest import mock

import jwt
from joserfc import jwt as jose
from joserfc.jwk import KeySet, import_key
from token_forge import CLIENT, ISSUER, NOW

LEEWAY = 30


class Standing(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(NOW, tz)


def pyjwt(token: str, jwks: dict) -> None:
    header = jwt.get_unverified_header(token)
    keys = {key.key_id: key for key in jwt.PyJWKSet.from_dict(jwks).keys}
    with mock.patch("jwt.api_jwt.datetime", Standing):
        claims = jwt.decode(
            token, keys[header["kid"]].key, algorithms=["RS256"], issuer=ISSUER, leeway=LEEWAY,
            options={"verify_aud": False, "require": ["exp", "iat", "iss", "sub", "token_use", "client_id"]})
    assert claims["token_use"] == "access" and claims["client_id"] == CLIENT


def joserfc(token: str, jwks: dict) -> None:
    keys = []
    for key in jwks["keys"]:
        with contextlib.suppress(Exception):
            keys.append(import_key(key))
    decoded = jose.decode(token, KeySet(keys), algorithms=["RS256"])
    registry = jose.JWTClaimsRegistry(
        now=NOW, leeway=LEEWAY, iss={"essential": True, "value": ISSUER}, exp={"essential": True}, iat={"essential": True}, sub={"essential": True},
        token_use={"essential": True, "value": "access"}, client_id={"essential": True, "value": CLIENT})
    registry.validate(decoded.claims)


def accepted_by(token: str, jwks: dict) -> list[str]:
    names = []
    for name, verify in (("PyJWT", pyjwt), ("joserfc", joserfc)):
        with contextlib.suppress(Exception):
            verify(token, jwks)
            names.append(name)
    return names
