#!/usr/bin/env python3
"""Drives local-cloud's user pool with botocore, the client that AWS itself ships: whatever botocore refuses to read is our mistake.

    cognito_client.py [http://localhost:4566]     exit 0 and one line per step, or an AssertionError

Needs boto3 from PyPI; a new learner is signed up at each run.
"""
import base64
import hashlib
import json
import secrets
import sys
import urllib.error
import urllib.parse
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

CLIENT = "web-client-local"
POOL = "us-east-1_LocalPool"
PASSWORD = "Kaede-2026!"
# DER of DigestInfo for SHA-256 (RFC 8017 §9.2, note 1).
SHA256_PREFIX = bytes.fromhex("3031300d060960864801650304020105000420")


def decode(segment: str) -> bytes:
    return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))


def fetch(url: str) -> dict:
    with urllib.request.urlopen(url, timeout=10) as response:
        return json.load(response)


def verified_claims(token: str, keys: dict) -> dict:
    """RSASSA-PKCS1-v1_5 by hand, so that nothing of ours verifies what is ours."""
    header, payload, signature = token.split(".")
    head = json.loads(decode(header))
    assert head["alg"] == "RS256", head
    key = next(key for key in keys["keys"] if key["kid"] == head["kid"])
    modulus, exponent = (int.from_bytes(decode(key[name]), "big") for name in ("n", "e"))
    size = (modulus.bit_length() + 7) // 8
    digest = hashlib.sha256(f"{header}.{payload}".encode()).digest()
    expected = b"\0\1" + b"\xff" * (size - 3 - len(SHA256_PREFIX) - len(digest)) + b"\0" + SHA256_PREFIX + digest
    opened = pow(int.from_bytes(decode(signature), "big"), exponent, modulus).to_bytes(size, "big")
    assert opened == expected, "the signature is not the key's"
    return json.loads(decode(payload))


class Walk:
    def __init__(self, base: str):
        self.base = base
        self.issuer = f"{base}/{POOL}"
        self.email = f"learner-{secrets.token_hex(6)}@example.com"
        self.cognito = boto3.client(
            "cognito-idp", region_name="us-east-1", endpoint_url=base,
            config=Config(signature_version=UNSIGNED, retries={"max_attempts": 1, "mode": "standard"}))

    def refuses(self, exception: str, message: str, action, **arguments) -> None:
        try:
            action(**arguments)
        except ClientError as error:
            found = error.response["Error"]
            assert found["Code"] == exception, found
            assert message in found["Message"], found
            # botocore makes a class of every modelled exception: ours must be one of them.
            assert isinstance(error, getattr(self.cognito.exceptions, exception)), type(error)
            assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400, error.response
            return
        raise AssertionError(f"{exception} was expected")

    def sign_in(self, password: str = PASSWORD) -> dict:
        return self.cognito.initiate_auth(
            ClientId=CLIENT, AuthFlow="USER_PASSWORD_AUTH", AuthParameters={"USERNAME": self.email, "PASSWORD": password})["AuthenticationResult"]

    def refresh(self, token: str, flow: str = "REFRESH_TOKEN_AUTH") -> dict:
        return self.cognito.initiate_auth(ClientId=CLIENT, AuthFlow=flow, AuthParameters={"REFRESH_TOKEN": token})["AuthenticationResult"]

    def sign_up(self, **changes) -> dict:
        names = [{"Name": "given_name", "Value": "楓"}, {"Name": "family_name", "Value": "Test"}]
        arguments = {"ClientId": CLIENT, "Username": self.email, "Password": PASSWORD, "UserAttributes": names} | changes
        return self.cognito.sign_up(**arguments)

    def newest_code(self) -> str:
        letters = fetch(f"{self.base}/_mailbox?to={urllib.parse.quote(self.email)}")["messages"]
        return letters[0]["code"]

    def joining(self) -> str:
        self.refuses("InvalidPasswordException", "must have uppercase characters", self.sign_up, Password="sakura-2026!")
        self.refuses("InvalidParameterException", "given_name", self.sign_up, UserAttributes=[])
        self.refuses("ResourceNotFoundException", "User pool client nobody does not exist.", self.sign_up, ClientId="nobody")
        made = self.sign_up()
        assert made["UserConfirmed"] is False, made
        assert made["CodeDeliveryDetails"] == {"Destination": "l***@e***", "DeliveryMedium": "EMAIL", "AttributeName": "email"}, made
        self.refuses("UsernameExistsException", "already exists", self.sign_up)
        self.refuses("UserNotConfirmedException", "User is not confirmed.", self.sign_in)
        first = self.newest_code()
        self.cognito.resend_confirmation_code(ClientId=CLIENT, Username=self.email)
        confirm, arguments = self.cognito.confirm_sign_up, {"ClientId": CLIENT, "Username": self.email}
        code = self.newest_code()
        if first != code:
            self.refuses("CodeMismatchException", "Invalid verification code", confirm, ConfirmationCode=first, **arguments)
        confirm(ConfirmationCode=code, **arguments)
        self.refuses("NotAuthorizedException", "Current status is CONFIRMED", confirm, ConfirmationCode=code, **arguments)
        return made["UserSub"]

    def tokens(self, sub: str) -> dict:
        self.refuses("NotAuthorizedException", "Incorrect username or password.", self.sign_in, password="Wrong-2026!")
        tokens = self.sign_in()
        assert (tokens["ExpiresIn"], tokens["TokenType"]) == (3600, "Bearer"), tokens
        configuration = fetch(f"{self.issuer}/.well-known/openid-configuration")
        assert configuration["issuer"] == self.issuer, configuration
        keys = fetch(configuration["jwks_uri"])
        access, identity = verified_claims(tokens["AccessToken"], keys), verified_claims(tokens["IdToken"], keys)
        for claims in (access, identity):
            assert (claims["sub"], claims["iss"], claims["exp"] - claims["iat"]) == (sub, self.issuer, 3600), claims
        assert (access["client_id"], access["token_use"], access["scope"]) == (CLIENT, "access", "aws.cognito.signin.user.admin"), access
        assert (identity["aud"], identity["token_use"], identity["email"], identity["given_name"]) == (CLIENT, "id", self.email, "楓"), identity
        assert identity["email_verified"] is True, identity
        return tokens

    def staying(self, tokens: dict) -> None:
        for flow in ("REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"):
            renewed = self.refresh(tokens["RefreshToken"], flow)
            assert "RefreshToken" not in renewed, renewed
            user = self.cognito.get_user(AccessToken=renewed["AccessToken"])
            assert {"Name": "email", "Value": self.email} in user["UserAttributes"], user

    def leaving(self, tokens: dict) -> None:
        other = self.sign_in()
        self.cognito.revoke_token(Token=tokens["RefreshToken"], ClientId=CLIENT)
        self.refuses("NotAuthorizedException", "Refresh Token has been revoked", self.refresh, token=tokens["RefreshToken"])
        self.refuses("NotAuthorizedException", "Access Token has been revoked", self.cognito.get_user, AccessToken=tokens["AccessToken"])
        self.refuses("UnsupportedTokenTypeException", "", self.cognito.revoke_token, Token=other["AccessToken"], ClientId=CLIENT)
        self.cognito.global_sign_out(AccessToken=other["AccessToken"])
        self.refuses("NotAuthorizedException", "Refresh Token has been revoked", self.refresh, token=other["RefreshToken"])

    def run(self) -> None:
        sub = self.joining()
        print("signed up and confirmed")
        tokens = self.tokens(sub)
        print("signed in; both tokens verified against the published key")
        self.staying(tokens)
        print("refreshed with both names of the flow")
        self.leaving(tokens)
        print("revoked one session, then all")


if __name__ == "__main__":
    Walk(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4566").run()
