"""Verifies tokens as a Python program would: python_tokens.py <pyjwt|joserfc> <file> <seconds>; or makes them: python_tokens.py make <file> <count>."""
from __future__ import annotations

import base64
import json
import sys
import time
from pathlib import Path

ISSUER, CLIENT = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Bench", "4h57bench"


def make(file: Path, count: int) -> None:
    """As Cognito mints them, each for another learner."""
    import jwt
    from cryptography.hazmat.primitives.asymmetric import rsa

    key, now = rsa.generate_private_key(65537, 2048), int(time.time())
    numbers = key.public_key().public_numbers()
    jwk = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "kL1jXtb0yY3o6nqfDZ0XcXq5q1cT9m8o2J4hVxw3bqE=", "n": integer(numbers.n), "e": integer(numbers.e)}
    tokens = []
    for number in range(count):
        identity = f"8c1f2a30-0000-4000-8000-{number:012}"
        claims = {
            "sub": identity, "cognito:groups": ["teachers"], "iss": ISSUER, "client_id": CLIENT, "origin_jti": f"0f6b8a9e-1111-4111-8111-{number:012}",
            "event_id": f"5d0c1f6e-2222-4222-8222-{number:012}", "token_use": "access", "scope": "aws.cognito.signin.user.admin openid profile email",
            "auth_time": now, "exp": now + 3600, "iat": now, "jti": f"7a9d3c52-3333-4333-8333-{number:012}", "username": identity,
        }
        tokens.append(jwt.encode(claims, key, algorithm="RS256", headers={"kid": jwk["kid"], "typ": None}))
    file.write_text(json.dumps({"issuer": ISSUER, "client_id": CLIENT, "jwks": {"keys": [jwk]}, "tokens": tokens}))


def integer(number: int) -> str:
    return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8)).rstrip(b"=").decode()


def pyjwt(document: dict):
    import jwt

    keys = {key.key_id: key.key for key in jwt.PyJWKSet.from_dict(document["jwks"]).keys}
    options = {"verify_aud": False, "require": ["exp", "iat", "iss", "sub", "token_use", "client_id"]}

    def verify(token: str) -> None:
        key = keys[jwt.get_unverified_header(token)["kid"]]
        claims = jwt.decode(token, key, algorithms=["RS256"], issuer=ISSUER, leeway=30, options=options)
        assert claims["token_use"] == "access" and claims["client_id"] == CLIENT

    return verify


def joserfc(document: dict):
    from joserfc import jwt
    from joserfc.jwk import KeySet

    keys = KeySet.import_key_set(document["jwks"])
    registry = jwt.JWTClaimsRegistry(
        leeway=30, iss={"essential": True, "value": ISSUER}, exp={"essential": True}, iat={"essential": True}, sub={"essential": True},
        token_use={"essential": True, "value": "access"}, client_id={"essential": True, "value": CLIENT})

    def verify(token: str) -> None:
        registry.validate(jwt.decode(token, keys, algorithms=["RS256"]).claims)

    return verify


def measure(verify, tokens: list[str], seconds: float) -> dict[str, float]:
    start, count = time.process_time(), 0
    while time.process_time() - start < seconds:
        for token in tokens:
            verify(token)
        count += len(tokens)
    return {"verifications": count / (time.process_time() - start)}


def main(what: str, file: str, amount: str) -> None:
    if what == "make":
        make(Path(file), int(amount))
        return
    document = json.loads(Path(file).read_text())
    verify = {"pyjwt": pyjwt, "joserfc": joserfc}[what](document)
    print(json.dumps(measure(verify, document["tokens"], float(amount))))


if __name__ == "__main__":
    main(*sys.argv[1:])
