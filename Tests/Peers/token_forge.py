"""What forged tokens are made of: RSA by hand, so that a signature may be wrong in any way one likes."""
from __future__ import annotations

import base64
import hashlib
import json
import random
from dataclasses import dataclass

NOW = 1_770_571_223
ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Test"
CLIENT = "4h57test"
SHA256_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


@dataclass(frozen=True)
class Key:
    n: int
    e: int
    d: int

    @property
    def size(self) -> int:
        return (self.n.bit_length() + 7) // 8

    def raw(self, block: bytes) -> bytes:
        """The private operation on any block at all."""
        return pow(int.from_bytes(block), self.d, self.n).to_bytes(self.size)

    def padded(self, info: bytes) -> bytes:
        return b"\0\1" + b"\xff" * (self.size - 3 - len(info)) + b"\0" + info

    def sign(self, message: bytes) -> bytes:
        return self.raw(self.padded(SHA256_INFO + hashlib.sha256(message).digest()))

    def jwk(self, kid: str, **changes: object) -> dict[str, object]:
        return {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": integer(self.n), "e": integer(self.e)} | changes


def is_prime(number: int, dice: random.Random) -> bool:
    if any(number % small == 0 for small in (3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
        return False
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for _ in range(24):
        power = pow(dice.randrange(2, number - 1), odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def new_key(seed: int, bits: int = 2048, e: int = 65537) -> Key:
    dice = random.Random(seed)

    def prime() -> int:
        while True:
            number = dice.getrandbits(bits // 2) | 3 << bits // 2 - 2 | 1
            if (number - 1) % e and is_prime(number, dice):
                return number

    p, q = prime(), prime()
    return Key(p * q, e, pow(e, -1, (p - 1) * (q - 1)))


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def integer(number: int) -> str:
    return b64(number.to_bytes((number.bit_length() + 7) // 8))


def text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


FIRST, SECOND, STRANGER = new_key(1), new_key(2), new_key(3)
HEADER = {"kid": "key-1", "alg": "RS256"}
ACCESS = {
    "sub": "8c1f2a30-0000-4000-8000-000000000001", "iss": ISSUER, "version": 2, "client_id": CLIENT, "origin_jti": "origin-1", "event_id": "e",
    "token_use": "access", "scope": "openid", "auth_time": NOW - 100, "exp": NOW + 3600, "iat": NOW - 10, "jti": "token-1", "username": "hanako",
    "cognito:groups": ["teachers", "日本語"],
}
IDENTITY = {
    "sub": ACCESS["sub"], "iss": ISSUER, "aud": CLIENT, "token_use": "id", "cognito:username": "hanako", "email": "hanako@example.test",
    "auth_time": NOW - 100, "exp": NOW + 3600, "iat": NOW - 10, "jti": "token-2", "origin_jti": "origin-1",
}


def sealed(header: bytes | str, payload: bytes | str, key: Key = FIRST) -> str:
    """Any two texts, truly signed."""
    parts = [b64(part.encode() if isinstance(part, str) else part) for part in (header, payload)]
    signed = ".".join(parts)
    return f"{signed}.{b64(key.sign(signed.encode()))}"


def changed(members: dict[str, object], changes: dict[str, object]) -> dict[str, object]:
    """An ellipsis takes a member away."""
    return {name: value for name, value in (members | changes).items() if value is not ...}


def token(header: dict[str, object] | None = None, key: Key = FIRST, base: dict[str, object] = ACCESS, **claims: object) -> str:
    return sealed(text(changed(HEADER, header or {})), text(changed(base, claims)), key)


def with_claim(name: str, raw: str, base: dict[str, object] = ACCESS) -> str:
    """A claim of raw JSON, in place of the one there is."""
    return sealed(text(HEADER), text(changed(base, {name: ...}))[:-1] + f',"{name}":{raw}}}')


def with_header(name: str, raw: str) -> str:
    return sealed(text(changed(HEADER, {name: ...}))[:-1] + f',"{name}":{raw}}}', text(ACCESS))


def signed_by(make, header: dict[str, object] | None = None) -> str:
    """A token whose signature is `make(signed bytes)`."""
    signed = f"{b64(text(changed(HEADER, header or {})).encode())}.{b64(text(ACCESS).encode())}"
    return f"{signed}.{b64(make(signed.encode()))}"
