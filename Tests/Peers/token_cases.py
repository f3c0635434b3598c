"""The cases: (family, name, token, reason)."""
from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from token_forge import (
    ACCESS,
    CLIENT,
    FIRST,
    HEADER,
    IDENTITY,
    ISSUER,
    NOW,
    SECOND,
    SHA256_INFO,
    STRANGER,
    Key,
    b64,
    integer,
    new_key,
    sealed,
    signed_by,
    text,
    token,
    with_claim,
    with_header,
)

E3, SMALL, WEAK = new_key(4, e=3), new_key(5, bits=512), new_key(6, bits=1024)
E_ONE = Key(STRANGER.n, 1, 1)
SECRET = b64(b"a secret that the pool shares by mistake")
JWKS = {
    "keys": [
        FIRST.jwk("key-1"),
        SECOND.jwk("key-2"),
        E3.jwk("e-three"),
        Key(STRANGER.n, 17, 0).jwk("e-seventeen"),
        E_ONE.jwk("e-one"),
        Key(STRANGER.n, 65536, 0).jwk("e-even"),
        SMALL.jwk("bits-512"),
        WEAK.jwk("bits-1024"),
        STRANGER.jwk("for-encryption", use="enc"),
        STRANGER.jwk("for-rs512", alg="RS512"),
        STRANGER.jwk("for-ps256", alg="PS256"),
        {"kty": "oct", "kid": "symmetric", "k": SECRET, "alg": "HS256", "use": "sig"},
        {"kty": "EC", "kid": "curve", "crv": "P-256", "x": b64(b"\1" * 32), "y": b64(b"\2" * 32), "alg": "ES256", "use": "sig"},
        {"kty": "RSA", "kid": "no-modulus", "e": "AQAB", "alg": "RS256", "use": "sig"},
    ]
}

PUBLIC = rsa.RSAPublicNumbers(FIRST.e, FIRST.n).public_key()
PEM = PUBLIC.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
PKCS1_PEM = PUBLIC.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)
DER = PUBLIC.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
PKCS1_DER = PUBLIC.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)
SIGNED = text(ACCESS)
TRUE = token()
H, P, S = TRUE.split(".")


def code(secret: bytes, algorithm: str = "HS256", **header: object) -> str:
    digest = {"HS256": "sha256", "HS384": "sha384", "HS512": "sha512"}.get(algorithm, "sha256")
    return signed_by(lambda signed: hmac.digest(secret, signed, digest), {"alg": algorithm} | header)


def none() -> list[tuple]:
    family = [(f"alg {name!r}, signed truly", token({"alg": name}), "unsigned") for name in ("none", "None", "NONE", "nOnE")]
    family += [(f"alg {name!r}, a signature of nothing", signed_by(lambda _: b"\0", {"alg": name}), "unsigned") for name in ("none", "NoNe")]
    unsigned = f"{b64(text(HEADER | {'alg': 'none'}).encode())}.{P}"
    family += [
        ("empty signature", f"{unsigned}.", "empty part: signature"),
        ("no signature", unsigned, "wrong part count"),
        ("the signature of the RS256 token", f"{unsigned}.{S}", "unsigned"),
        ("without kid", signed_by(lambda _: b"\0", {"alg": "none", "kid": ...}), "unsigned"),
        ("RS256 with an empty signature", f"{H}.{P}.", "empty part: signature"),
        ("none with a space", token({"alg": "none "}), "unsupported algorithm"),
        ("none and RS256", with_header("alg", '"none","alg":"RS256"'), "duplicate member: header"),
        ("RS256 and none", with_header("alg", '"RS256","alg":"none"'), "duplicate member: header"),
    ]
    return family


def hmac_with_public_key() -> list[tuple]:
    secrets = {
        "PEM": PEM, "PEM without newline": PEM.rstrip(), "PEM with two newlines": PEM + b"\n", "PEM with CRLF": PEM.replace(b"\n", b"\r\n"),
        "PKCS#1 PEM": PKCS1_PEM, "PKCS#1 PEM without newline": PKCS1_PEM.rstrip(), "DER": DER, "PKCS#1 DER": PKCS1_DER,
        "the modulus": FIRST.n.to_bytes(256), "n of the JWK": integer(FIRST.n).encode(), "n of the JWK with a newline": integer(FIRST.n).encode() + b"\n",
        "the JWK": text(FIRST.jwk("key-1")).encode(), "the empty secret": b"", "the key id": b"key-1",
    }
    family = [(f"HS256 with {name}", code(secret), "symmetric algorithm") for name, secret in secrets.items()]
    family += [(f"{algorithm} with PEM", code(PEM, algorithm), "symmetric algorithm") for algorithm in ("HS384", "HS512", "hs256", "HS1")]
    family.append(("called RS256", code(PEM, "RS256"), "wrong signature length"))
    family.append(("by the symmetric key of the set", code(b"a secret that the pool shares by mistake", kid="symmetric"), "symmetric algorithm"))
    return family


def other_algorithms() -> list[tuple]:
    signer = rsa.RSAPrivateNumbers(*primes(FIRST), rsa.RSAPublicNumbers(FIRST.e, FIRST.n)).private_key()
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), 0)
    family = [
        ("PS256, truly", signed_by(lambda m: signer.sign(m, pss, hashes.SHA256()), {"alg": "PS256"}), "unsupported algorithm"),
        ("PS256 called RS256", signed_by(lambda m: signer.sign(m, pss, hashes.SHA256())), "bad signature"),
        ("RS512, truly", signed_by(lambda m: signer.sign(m, padding.PKCS1v15(), hashes.SHA512()), {"alg": "RS512"}), "unsupported algorithm"),
        ("RS512 called RS256", signed_by(lambda m: signer.sign(m, padding.PKCS1v15(), hashes.SHA512())), "bad signature"),
        ("RS384, truly", signed_by(lambda m: signer.sign(m, padding.PKCS1v15(), hashes.SHA384()), {"alg": "RS384"}), "unsupported algorithm"),
        ("RS1", signed_by(lambda m: signer.sign(m, padding.PKCS1v15(), hashes.SHA1()), {"alg": "RS1"}), "unsupported algorithm"),
        ("SHA-1 called RS256", signed_by(lambda m: signer.sign(m, padding.PKCS1v15(), hashes.SHA1())), "bad signature"),
        ("ES256 of zeros", signed_by(lambda _: b"\0" * 64, {"alg": "ES256"}), "unsupported algorithm"),
    ]
    for name in ("EdDSA", "ES256K", "RSA-OAEP", "dir", "rs256", "Rs256", "RS256 ", " RS256", "RS256\0", "RS-256", "sha256", ""):
        family.append((f"alg {name!r}", token({"alg": name}), "unsupported algorithm"))
    family += [(f"alg {raw}", with_header("alg", raw), "wrong type: alg") for raw in ('["RS256"]', "256", "null", "true", '{"alg":"RS256"}', "[]")]
    family.append(("no alg", token({"alg": ...}), "missing header: alg"))
    return family


def primes(key: Key) -> tuple[int, int, int, int, int, int]:
    p, q = sorted(rsa.rsa_recover_prime_factors(key.n, key.e, key.d), reverse=True)
    return p, q, key.d, key.d % (p - 1), key.d % (q - 1), rsa.rsa_crt_iqmp(p, q)


def key_ids() -> list[tuple]:
    unknown = [
        "../../../../dev/null", "/etc/passwd", "..%2f..%2fkey", "https://evil.test/key.pem", "file:///dev/null", "key-1'--", "'OR'1'='1", "key-1;id",
        "${jndi:ldap}",
        "KEY-1", "key-1/", "a" * 256, "0", "*", "__proto__",
    ]
    family = [(f"kid {kid[:24]!r}, {len(kid)} letters", token({"kid": kid}), "unknown key") for kid in unknown]
    malformed = ["' UNION SELECT 'secret' --", "key-1\0", "\0", "key-1\n", "key-1 ", " key-1", "кey-1", "key\u20111", "a" * 257, "key-1\u202e", "key-1\x7f"]
    family += [(f"kid {kid[:24]!r}, {len(kid)} letters", token({"kid": kid}), "malformed key id") for kid in malformed]
    family += [(f"kid {raw}", with_header("kid", raw), "wrong type: kid") for raw in ('["key-1"]', "1", "null", '{"kid":"key-1"}', "false")]
    family += [
        ("no kid", token({"kid": ...}), "missing header: kid"),
        ("empty kid", token({"kid": ""}), "missing header: kid"),
        ("two kids, the good one first", with_header("kid", '"key-1","kid":"key-2"'), "duplicate member: header"),
        ("two kids, the same", with_header("kid", '"key-1","kid":"key-1"'), "duplicate member: header"),
        ("the other key's", token({"kid": "key-2"}), "bad signature"),
        ("a name with quotes about it", token({"kid": '"key-1"'}), "unknown key"),
    ]
    return family


def keys_of_its_own() -> list[tuple]:
    jwk = STRANGER.jwk("key-1")
    family = [
        ("jku", token({"jku": "https://evil.test/jwks.json"}, STRANGER), "forbidden header: jku"),
        ("jku of our own issuer, signed truly", token({"jku": f"{ISSUER}/.well-known/jwks.json"}), "forbidden header: jku"),
        ("jku by way of the issuer's host", token({"jku": "https://cognito-idp.us-east-1.amazonaws.com@evil.test/"}, STRANGER), "forbidden header: jku"),
        ("jku to the metadata service", token({"jku": "http://169.254.169.254/latest"}, STRANGER), "forbidden header: jku"),
        ("x5u", token({"x5u": "https://evil.test/chain.pem"}, STRANGER), "forbidden header: x5u"),
        ("x5u to a file", token({"x5u": "file:///etc/hosts"}, STRANGER), "forbidden header: x5u"),
        ("x5c", token({"x5c": [b64(b"a certificate")]}, STRANGER), "forbidden header: x5c"),
        ("x5c, empty", token({"x5c": []}), "forbidden header: x5c"),
        ("jwk", token({"jwk": jwk}, STRANGER), "forbidden header: jwk"),
        ("jwk, symmetric", code(b"secret", jwk={"kty": "oct", "k": b64(b"secret")}), "symmetric algorithm"),
        ("jwk of our own key, signed truly", token({"jwk": FIRST.jwk("key-1")}), "forbidden header: jwk"),
        ("jwk null", with_header("jwk", "null"), "forbidden header: jwk"),
        ("jku and jwk", token({"jku": "https://evil.test/", "jwk": jwk}, STRANGER), "forbidden header: jku"),
        ("iss in the header", token({"iss": "https://evil.test"}, STRANGER), "bad signature"),
        ("a certificate's thumbprint", token({"x5t": b64(b"\1" * 20)}, STRANGER), "bad signature"),
    ]
    # Of these the algorithm was read first.
    return [(name, made, "forbidden header: jwk" if name == "jwk, symmetric" else reason) for name, made, reason in family]


def extensions() -> list[tuple]:
    unencoded = f"{b64(text(HEADER | {'b64': False, 'crit': ['b64']}).encode())}.{SIGNED}"
    return [
        ("crit b64", token({"crit": ["b64"], "b64": False}), "forbidden header: crit"),
        ("crit of an unknown name", token({"crit": ["exp"], "exp": NOW + 9}), "forbidden header: crit"),
        ("crit, empty", token({"crit": []}), "forbidden header: crit"),
        ("crit null", with_header("crit", "null"), "forbidden header: crit"),
        ("crit alg", token({"crit": ["alg"]}), "forbidden header: crit"),
        ("crit a text", token({"crit": "b64"}), "forbidden header: crit"),
        ("b64 false", token({"b64": False}), "forbidden header: b64"),
        ("b64 true", token({"b64": True}), "forbidden header: b64"),
        ("b64 false, payload as it is", f"{unencoded}.{b64(FIRST.sign(unencoded.encode()))}", "wrong part count"),
        ("zip", token({"zip": "DEF"}), "forbidden header: zip"),
        ("enc", token({"enc": "A256GCM"}), "forbidden header: enc"),
        ("cty JWT around a token", sealed(text(HEADER | {"cty": "JWT"}), TRUE), "forbidden header: cty"),
        ("cty jwt, claims", token({"cty": "jwt"}), "forbidden header: cty"),
        ("a token around a token", sealed(text(HEADER), TRUE), "malformed JSON: payload, expectedValue"),
        ("a token around a token in quotes", sealed(text(HEADER), text(TRUE)), "not an object: payload"),
        ("typ of a logout token", token({"typ": "logout+jwt"}), "wrong token type"),
        ("typ of a security event", token({"typ": "secevent+jwt"}), "wrong token type"),
        ("typ of a DPoP proof", token({"typ": "dpop+jwt"}), "wrong token type"),
        ("typ, empty", token({"typ": ""}), "wrong token type"),
        ("typ JWE", token({"typ": "JWE"}), "wrong token type"),
        ("typ with white space", token({"typ": "JWT "}), "wrong token type"),
        ("typ a number", with_header("typ", "1"), "wrong type: typ"),
        ("typ null", with_header("typ", "null"), "wrong type: typ"),
    ]


def forms() -> list[tuple]:
    jwe = b64(text({"alg": "RSA-OAEP", "enc": "A256GCM", "kid": "key-1"}).encode())
    flat = text({"payload": P, "protected": H, "signature": S})
    return [
        ("JWE", f"{jwe}.AAAA.AAAA.AAAA.AAAA", "encrypted"),
        ("JWE, direct", f"{jwe}..AAAA.AAAA.AAAA", "encrypted"),
        ("five parts, of which three are a token", f"{TRUE}.AAAA.AAAA", "encrypted"),
        ("JSON serialization, flat", flat, "JSON serialization"),
        ("JSON serialization, general", text({"payload": P, "signatures": [{"protected": H, "signature": S}]}), "JSON serialization"),
        ("JSON serialization with spaces", flat.replace(":", ": "), "JSON serialization"),
        ("no text", "", "wrong part count"),
        ("one part", H, "wrong part count"),
        ("two parts", f"{H}.{P}", "wrong part count"),
        ("four parts", f"{TRUE}.{S}", "wrong part count"),
        ("six parts", f"{TRUE}.{TRUE}", "wrong part count"),
        ("a trailing dot", f"{TRUE}.", "wrong part count"),
        ("a leading dot", f".{TRUE}", "wrong part count"),
        ("two dots", "..", "empty part: header"),
        ("empty header", f".{P}.{S}", "empty part: header"),
        ("empty payload", f"{H}..{S}", "empty part: payload"),
        ("detached payload", f"{H}..{b64(FIRST.sign(f'{H}.{P}'.encode()))[:-4]}", "empty part: payload"),
        ("empty signature, dot kept", f"{b64(text(HEADER | {'typ': 'JWT'}).encode())}.{P}.", "empty part: signature"),
        ("parts in another order", f"{P}.{H}.{S}", "missing header: alg"),
        ("a URL in place of a token", "https://evil.test/token.jwt", "malformed base64url: header"),
        ("Bearer twice", f"Bearer {TRUE}", "malformed base64url: header"),
    ]


def issuer() -> list[tuple]:
    wrong = {
        "trailing slash": f"{ISSUER}/", "two slashes": ISSUER.replace(".com/", ".com//"), "upper-case host": ISSUER.replace("cognito", "COGNITO"),
        "upper-case pool": ISSUER.replace("_Test", "_TEST"), "http": ISSUER.replace("https", "http"), "no scheme": ISSUER.removeprefix("https://"),
        "prefix": ISSUER[:-1], "suffix": f"{ISSUER}2", "as a host's label": f"{ISSUER}.evil.test", "as user information": f"{ISSUER}@evil.test",
        "within another address": f"https://evil.test/?u={ISSUER}", "another pool": ISSUER.replace("_Test", "_Other"),
        "another region": ISSUER.replace("east", "west"), "Cyrillic о": ISSUER.replace("cognito", "cоgnito"), "full-width t": ISSUER.replace("_Test", "_Ｔest"),
        "zero-width space": f"{ISSUER}\u200b", "NUL": f"{ISSUER}\0", "white space": f"{ISSUER} ", "newline": f"{ISSUER}\n", "fragment": f"{ISSUER}#",
        "query": f"{ISSUER}?", "port": ISSUER.replace(".com", ".com:443"), "empty": "", "dot segments": ISSUER.replace("/us", "/x/../us"),
    }
    family = [(name, token(iss=value), "wrong issuer") for name, value in wrong.items()]
    raw = [f'["{ISSUER}"]', "null", "1", f'{{"iss":"{ISSUER}"}}', "true"]
    family += [(f"of another kind: {value[:8]}", with_claim("iss", value), "wrong type: iss") for value in raw]
    family.append(("none", token(iss=...), "missing claim: iss"))
    return family


def client() -> list[tuple]:
    return [
        ("another client", token(client_id="stranger"), "wrong client"),
        ("upper case", token(client_id=CLIENT.upper()), "wrong client"),
        ("prefix", token(client_id=CLIENT[:-1]), "wrong client"),
        ("suffix", token(client_id=f"{CLIENT}x"), "wrong client"),
        ("white space", token(client_id=f"{CLIENT} "), "wrong client"),
        ("empty", token(client_id=""), "wrong client"),
        ("NUL", token(client_id=f"{CLIENT}\0"), "wrong client"),
        ("none", token(client_id=...), "missing claim: client_id"),
        ("aud in an access token without client_id", token(client_id=..., aud=CLIENT), "missing claim: client_id"),
        ("aud of somebody else beside client_id", token(aud="https://other-api.test"), "wrong client"),
        ("aud, a list with the client", token(aud=[CLIENT]), "wrong type: aud"),
        ("client_id, a list", token(client_id=[CLIENT]), "wrong type: client_id"),
        ("client_id null", token(client_id=None), "wrong type: client_id"),
        ("client_id a number", token(client_id=4), "wrong type: client_id"),
        ("azp in place of client_id", token(client_id=..., azp=CLIENT), "missing claim: client_id"),
        ("in the header", token({"client_id": CLIENT}, client_id=...), "missing claim: client_id"),
        ("with an escape before it", with_claim("client_id", f'"\\u0000{CLIENT}"'), "wrong client"),
    ]


def use() -> list[tuple]:
    family = [
        (f"{value!r}", token(token_use=value), "wrong use")
        for value in ("id", "refresh", "ACCESS", "Access", "access ", " access", "access id", "", "access\0", "device", "аccess")
    ]
    family += [(f"{value!r}", token(token_use=value), "wrong type: token_use") for value in (None, 1, ["access"], {"access": True}, True)]
    family += [
        ("none", token(token_use=...), "missing claim: token_use"),
        ("an id token", token(base=IDENTITY), "wrong use"),
        ("an id token with client_id", token(base=IDENTITY, client_id=CLIENT), "wrong use"),
        ("an id token called an access token", token(base=IDENTITY, token_use="access"), "missing claim: client_id"),
        ("an id token called so, with client_id", token(base=IDENTITY, token_use="access", client_id=CLIENT), "missing claim: username"),
        ("in the header", token({"token_use": "access"}, token_use=...), "missing claim: token_use"),
        ("use in place of token_use", token(token_use=..., use="access"), "missing claim: token_use"),
    ]
    return family


def times() -> list[tuple]:
    family = [
        ("expired by 30 s, the leeway", token(exp=NOW - 30, iat=NOW - 3630), "expired"),
        ("expired long ago", token(exp=NOW - 90_000, iat=NOW - 93_600), "expired"),
        ("exp 0", token(exp=0, iat=0), "expired"),
        ("exp negative", token(exp=-1), "malformed time: exp"),
        ("iat negative", token(iat=-1), "malformed time: iat"),
        ("nbf negative", token(nbf=-NOW), "malformed time: nbf"),
        ("exp in the year 10000", token(exp=253_402_300_800), "malformed time: exp"),
        ("exp in 9999", token(exp=253_402_300_799), "lifetime too long"),
        ("exp in milliseconds", token(exp=(NOW + 3600) * 1000), "malformed time: exp"),
        ("exp a second beyond a day after iat", token(exp=NOW - 10 + 86_401), "lifetime too long"),
        ("iat 0", token(iat=0), "lifetime too long"),
        ("nbf in 31 s", token(nbf=NOW + 31), "not yet valid"),
        ("nbf tomorrow", token(nbf=NOW + 86_400), "not yet valid"),
        ("nbf in milliseconds", token(nbf=NOW * 1000), "malformed time: nbf"),
        ("iat in 31 s", token(iat=NOW + 31), "issued in future"),
        ("iat after exp", token(iat=NOW + 20, exp=NOW + 10), "issued after expiry"),
        ("iat after exp, both past", token(iat=NOW - 5, exp=NOW - 6), "issued after expiry"),
        ("auth_time negative", token(auth_time=-1), "malformed time: auth_time"),
    ]
    for claim in ("exp", "iat"):
        family.append((f"{claim} missing", token(**{claim: ...}), f"missing claim: {claim}"))
    for claim in ("exp", "iat", "nbf"):
        kinds = [f'"{NOW}"', "null", "true", f"[{NOW}]", "{}"]
        family += [(f"{claim} {raw}", with_claim(claim, raw), f"wrong type: {claim}") for raw in kinds]
    odd = [f"{NOW + 60}.0", f"{NOW + 60}.5", "1e400", "-1e400", "1.8e9", "99999999999999999999", "9223372036854775807", "9223372036854775808", "-0", "1E10"]
    family += [(f"exp {raw}", with_claim("exp", raw), "malformed time: exp") for raw in odd if raw != "-0"]
    family.append(("exp -0", with_claim("exp", "-0"), "issued after expiry"))
    return family


def encodings() -> list[tuple]:
    standard = sealed(text(HEADER), text(ACCESS | {"x": "~~~???>>>"}))
    head, payload, signature = standard.split(".")
    assert "-" in payload or "_" in payload or "-" in signature
    alphabet = standard.replace("-", "+").replace("_", "/")
    reason = "malformed base64url: "
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other_end = S[:-1] + last[last.index(S[-1]) ^ 1]
    return [
        ("padding behind the signature", f"{TRUE}==", reason + "signature"),
        ("one = behind the signature", f"{TRUE}=", reason + "signature"),
        ("padding behind the header", f"{H}{'=' * (-len(H) % 4 or 4)}.{P}.{S}", reason + "header"),
        ("padding behind the payload", f"{H}.{P}{'=' * (-len(P) % 4 or 4)}.{S}", reason + "payload"),
        ("standard alphabet", alphabet, reason + ("payload" if "+" in alphabet.split(".")[1] or "/" in alphabet.split(".")[1] else "signature")),
        ("white space before", f" {TRUE}", reason + "header"),
        ("white space behind", f"{TRUE} ", reason + "signature"),
        ("newline behind", f"{TRUE}\n", reason + "signature"),
        ("CRLF behind", f"{TRUE}\r\n", reason + "signature"),
        ("tab within", f"{H}.{P[:8]}\t{P[8:]}.{S}", reason + "payload"),
        ("newline within the signature", f"{H}.{P}.{S[:76]}\n{S[76:]}", reason + "signature"),
        ("newline about a dot", f"{H}\n.{P}.{S}", reason + "header"),
        ("other trailing bits", f"{H}.{P}.{other_end}", reason + "signature"),
        ("a letter too many", f"{H}.{P}.{S + 'A' * ((5 - len(S)) % 4 or 4)}", reason + "signature"),
        ("percent encoding of a dot", TRUE.replace(".", "%2E"), "wrong part count"),
        ("percent encoding of a letter", f"%65{TRUE[1:]}", reason + "header"),
        ("byte order mark before", f"\ufeff{TRUE}", reason + "header"),
        ("NUL behind", f"{TRUE}\0", reason + "signature"),
        ("NUL and more behind", f"{TRUE}\0.x", "wrong part count"),
        ("full-width letters", f"ｅ{TRUE[1:]}", reason + "header"),
        ("other dots", TRUE.replace(".", "。"), "wrong part count"),
        ("soft hyphen within", f"{H[:4]}\u00ad{H[4:]}.{P}.{S}", reason + "header"),
        ("hexadecimal", ".".join(part.encode().hex() for part in (H, P, S)), "malformed base64url: header"),
        ("quotes about it", f'"{TRUE}"', reason + "header"),
        ("commas: two tokens", f"{H}.{P},{H}.{S}", reason + "payload"),
    ]


def texts() -> list[tuple]:
    header, bom = text(HEADER), b"\xef\xbb\xbf"
    bad = "malformed JSON: "
    lone = SIGNED[:-1]
    return [
        ("header with a byte order mark", sealed(bom + header.encode(), SIGNED), bad + "header, byteOrderMark"),
        ("payload with a byte order mark", sealed(header, bom + SIGNED.encode()), bad + "payload, byteOrderMark"),
        ("header in UTF-16", sealed(header.encode("utf-16"), SIGNED), bad + "header, invalidUTF8"),
        ("header in UTF-16LE", sealed(header.encode("utf-16le"), SIGNED), bad + "header, expectedName"),
        ("header in UTF-16BE", sealed(header.encode("utf-16be"), SIGNED), bad + "header, expectedValue"),
        ("payload in UTF-16", sealed(header, text(ACCESS | {"cognito:groups": []}).encode("utf-16")), bad + "payload, invalidUTF8"),
        ("payload in UTF-16LE", sealed(header, text(ACCESS | {"cognito:groups": []}).encode("utf-16le")), bad + "payload, expectedName"),
        ("payload in UTF-32BE", sealed(header, text(ACCESS | {"cognito:groups": []}).encode("utf-32be")), bad + "payload, expectedValue"),
        ("payload in Latin-1", sealed(header, text(ACCESS | {"cognito:groups": ["é"]}).encode("latin-1")), bad + "payload, invalidUTF8"),
        ("payload in Shift JIS", sealed(header, SIGNED.encode("shift-jis")), bad + "payload, invalidUTF8"),
        ("overlong UTF-8", sealed(header, SIGNED.encode().replace(b"hanako", b"\xc1\xa8anako")), bad + "payload, invalidUTF8"),
        ("an encoded surrogate", sealed(header, SIGNED.encode().replace(b"hanako", b"\xed\xa0\x80")), bad + "payload, invalidUTF8"),
        ("a truncated character", sealed(header, SIGNED.encode().replace(b"hanako", b"\xe6\x97")), bad + "payload, invalidUTF8"),
        ("beyond Unicode", sealed(header, SIGNED.encode().replace(b"hanako", b"\xf4\x90\x80\x80")), bad + "payload, invalidUTF8"),
        ("half a surrogate pair", sealed(header, lone + ',"x":"\\ud800"}'), bad + "payload, loneSurrogate"),
        ("half a surrogate pair in a name", sealed(header, lone + ',"\\udc00":1}'), bad + "payload, loneSurrogate"),
        ("halves the wrong way round", sealed(header, lone + ',"x":"\\udc00\\ud800"}'), bad + "payload, loneSurrogate"),
        ("half a surrogate pair in the header", sealed(header[:-1] + ',"x":"\\ud800"}', SIGNED), bad + "header, loneSurrogate"),
        ("NUL in a text", sealed(header, lone + ',"x":"\0"}'), bad + "payload, controlCharacter"),
        ("NUL behind the payload", sealed(header, SIGNED + "\0"), bad + "payload, extraData"),
        ("NUL before the payload", sealed(header, "\0" + SIGNED), bad + "payload, expectedValue"),
        ("NUL behind the header", sealed(header + "\0", SIGNED), bad + "header, extraData"),
        ("a newline in a text", sealed(header, lone + ',"x":"a\nb"}'), bad + "payload, controlCharacter"),
    ]


def duplicates() -> list[tuple]:
    header, reason = text(HEADER), "duplicate member: "
    names = {
        "exp": f"{NOW + 60}", "sub": '"somebody"', "iss": f'"{ISSUER}"', "client_id": f'"{CLIENT}"', "token_use": '"access"', "username": '"taro"',
        "cognito:groups": '["admins"]', "scope": '"admin"', "iat": f"{NOW}", "jti": '"x"', "event_id": '"x"',
    }
    family = [(f"{name} again, behind", sealed(header, f'{SIGNED[:-1]},"{name}":{raw}}}'), reason + "payload") for name, raw in names.items()]
    family += [(f"{name} again, before", sealed(header, f'{{"{name}":{raw},{SIGNED[1:]}'), reason + "payload") for name, raw in list(names.items())[:4]]
    family += [
        ("with an escape in its name", sealed(header, SIGNED[:-1] + ',"\\u0073ub":"somebody"}'), reason + "payload"),
        ("of a name nobody asks for", sealed(header, SIGNED[:-1] + ',"x":1,"x":1}'), reason + "payload"),
        ("of the empty name", sealed(header, SIGNED[:-1] + ',"":1,"":2}'), reason + "payload"),
        ("in an object within", sealed(header, SIGNED[:-1] + ',"x":{"y":1,"y":2}}'), reason + "payload"),
        ("in an object in a list", sealed(header, SIGNED[:-1] + ',"x":[0,{"y":{"z":1,"z":1}}]}'), reason + "payload"),
        ("alg twice, the same", with_header("alg", '"RS256","alg":"RS256"'), reason + "header"),
        ("alg with an escape in its name", sealed(header[:-1] + ',"\\u0061lg":"none"}', SIGNED), reason + "header"),
        ("typ twice", with_header("typ", '"JWT","typ":"JWT"'), reason + "header"),
        ("of a header nobody asks for", sealed(header[:-1] + ',"x":1,"x":1}', SIGNED), reason + "header"),
        ("in an object in the header", sealed(header[:-1] + ',"x":{"y":1,"y":1}}', SIGNED), reason + "header"),
    ]
    return family


def sizes() -> list[tuple]:
    long = "x" * 7_000
    return [
        ("a long payload", token(padding=long), "too long"),
        ("a payload of one long list", token(padding=[0] * 4_000), "too long"),
        ("a long signature", f"{TRUE}{'A' * 8_000}", "too long"),
        ("a long header", token({"padding": "x" * 8_000}), "too long"),
        ("one byte beyond 8 KiB", f"{H}.{P}.{'A' * (8_193 - len(H) - len(P) - 2)}", "too long"),
        ("a megabyte of dots", "." * 20_000, "too long"),
        ("a megabyte of nothing", "A" * 20_000, "too long"),
        ("a header beyond 1 KiB", token({"padding": "x" * 1_000}), "header too long"),
        ("a header of many members", token({f"m{number}": 0 for number in range(140)}), "header too long"),
        ("129 members", token(**{f"m{number}": 0 for number in range(129 - len(ACCESS))}), "too many members: payload"),
        ("129 members within", token(x={f"m{number}": 0 for number in range(129)}), "too many members: payload"),
        ("129 members in the header", token({f"{number:x}": 0 for number in range(127)}), "too many members: header"),
        ("a long kid in a header that fits", token({"kid": "k" * 600}), "malformed key id"),
        ("a signature of 4,096 bits", f"{H}.{P}.{b64(FIRST.sign(b'') + FIRST.sign(b''))}", "wrong signature length"),
        ("exactly 8 KiB of signature and all", f"{H}.{P}.{'A' * (8_192 - len(H) - len(P) - 2)}", "wrong signature length"),
    ]


def syntax() -> list[tuple]:
    header = text(HEADER)
    deep = "[" * 16 + "]" * 16
    bad = "malformed JSON: payload, "
    family = [(f"payload {value}", sealed(header, value), "not an object: payload") for value in ("[]", "null", "7", '"x"', "true", "[{}]")]
    family += [(f"header {value}", sealed(value, SIGNED), "not an object: header") for value in ("[]", "null", '"RS256"', "1")]
    family += [(f"a claim {value}", with_claim("x", value), bad + "expectedValue") for value in ("NaN", "Infinity", "+1", ".5", "undefined", "'x'", "TRUE", "")]
    # A minus sign begins a number, which must go on with a digit.
    family += [(f"a claim {value}", with_claim("x", value), bad + "expectedValue") for value in ("-Infinity", "-")]
    family += [(f"a claim {value}", with_claim("x", value), bad + "expectedComma") for value in ("01", "1.", "0x10", "1e", "5 6")]
    family += [
        ("exp NaN", with_claim("exp", "NaN"), bad + "expectedValue"),
        ("exp Infinity", with_claim("exp", "Infinity"), bad + "expectedValue"),
        ("exp -Infinity", with_claim("exp", "-Infinity"), "malformed time: exp"),
        ("deep lists", with_claim("x", deep), bad + "tooDeep"),
        ("deep objects", with_claim("x", '{"x":' * 16 + "1" + "}" * 16), bad + "tooDeep"),
        ("lists without an end", with_claim("x", "[" * 2_000), bad + "tooDeep"),
        ("deep lists in the header", with_header("x", deep), "malformed JSON: header, tooDeep"),
        ("a second object behind", sealed(header, SIGNED + "{}"), bad + "extraData"),
        ("the same object behind", sealed(header, SIGNED + SIGNED), bad + "extraData"),
        ("a letter behind", sealed(header, SIGNED + "x"), bad + "extraData"),
        ("a letter behind the header", sealed(header + "x", SIGNED), "malformed JSON: header, extraData"),
        ("no end", sealed(header, SIGNED[:-1]), bad + "expectedComma"),
        ("no end of a text", sealed(header, SIGNED[:-1] + ',"x":"'), bad + "unterminatedString"),
        ("a comma too many", sealed(header, SIGNED[:-1] + ",}"), bad + "expectedName"),
        ("a comment", sealed(header, SIGNED[:-1] + "/* */}"), bad + "expectedComma"),
        ("names without quotes", sealed(header, "{sub:1}"), bad + "expectedName"),
        ("an unknown escape", with_claim("x", '"\\x41"'), bad + "invalidEscape"),
        ("an empty object", sealed(header, "{}"), "missing claim: iss"),
        ("white space alone", sealed(header, " "), bad + "expectedValue"),
    ]
    return family


def kinds() -> list[tuple]:
    cases = {
        "sub": [7, None, ["x"], {"x": 1}, True], "username": [7, None, ["hanako"]], "scope": [["openid"], 1, None], "jti": [7, None, {}],
        "origin_jti": [1, None, ["x"]], "cognito:groups": ["teachers", None, {"teachers": True}, 1], "email": [1, ["x"]], "cognito:username": [1, None],
        "auth_time": ["now", None, [1]],
    }
    family = [(f"{name} {text(value)}", token(**{name: value}), f"wrong type: {name}") for name, values in cases.items() for value in values]
    groups = {"a number": [1], "null": ["teachers", None], "a list": [["teachers"]], "an object": [{"name": "teachers"}]}
    return family + [(f"cognito:groups with {name} in it", token(**{"cognito:groups": value}), "wrong type: cognito:groups") for name, value in groups.items()]


def names() -> list[tuple]:
    family = [(f"{claim} missing", token(**{claim: ...}), f"missing claim: {claim}") for claim in ("sub", "username")]
    family += [(f"{claim} empty", token(**{claim: ""}), f"missing claim: {claim}") for claim in ("sub", "username")]
    bad = {"NUL": "a\0b", "newline": "a\nb", "CRLF and a field": "a\r\nSet-Cookie: x", "escape": "a\x1b[31m", "delete": "a\x7f", "unit separator": "a\x1f"}
    family += [(f"{claim} with {name}", token(**{claim: value}), f"malformed claim: {claim}") for claim in ("sub", "username") for name, value in bad.items()]
    family += [
        ("sub of 256 bytes", token(sub="s" * 256), "malformed claim: sub"),
        ("sub of 86 characters and 258 bytes", token(sub="日" * 86), "malformed claim: sub"),
        ("username of 513 bytes", token(username="u" * 513), "malformed claim: username"),
    ]
    return family


def flipped(data: bytes, bit: int) -> bytes:
    return bytes(byte ^ (1 << bit % 8 if place == bit // 8 else 0) for place, byte in enumerate(data))


def signatures() -> list[tuple]:
    def true(m: bytes) -> bytes:
        return FIRST.sign(m)

    family = [(f"bit {bit} flipped", signed_by(lambda m, bit=bit: flipped(true(m), bit)), "bad signature") for bit in (0, 7, 8, 1023, 1024, 2040, 2047)]
    family += [
        ("truncated by a byte", signed_by(lambda m: true(m)[:-1]), "wrong signature length"),
        ("without its first byte", signed_by(lambda m: true(m)[1:]), "wrong signature length"),
        ("half", signed_by(lambda m: true(m)[:128]), "wrong signature length"),
        ("a byte longer", signed_by(lambda m: true(m) + b"\0"), "wrong signature length"),
        ("a zero before", signed_by(lambda m: b"\0" + true(m)), "wrong signature length"),
        ("twice", signed_by(lambda m: true(m) * 2), "wrong signature length"),
        ("one byte", signed_by(lambda m: b"\1"), "wrong signature length"),
        ("zeros", signed_by(lambda m: b"\0" * 256), "bad signature"),
        ("one", signed_by(lambda m: b"\0" * 255 + b"\1"), "bad signature"),
        ("all bits", signed_by(lambda m: b"\xff" * 256), "bad signature"),
        ("the modulus", signed_by(lambda m: FIRST.n.to_bytes(256)), "bad signature"),
        ("the modulus less one", signed_by(lambda m: (FIRST.n - 1).to_bytes(256)), "bad signature"),
        ("negated", signed_by(lambda m: (FIRST.n - int.from_bytes(true(m))).to_bytes(256)), "bad signature"),
        ("backwards", signed_by(lambda m: true(m)[::-1]), "bad signature"),
        ("as hexadecimal text", signed_by(lambda m: true(m).hex().encode()), "wrong signature length"),
        ("of a stranger", token(key=STRANGER), "bad signature"),
        ("of the other key of the pool", token(key=SECOND), "bad signature"),
        ("of the payload alone", signed_by(lambda m: true(m.partition(b".")[2])), "bad signature"),
        ("of the bytes before base64url", signed_by(lambda m: true(SIGNED.encode())), "bad signature"),
        ("of another token", f"{H}.{b64(text(ACCESS | {'sub': 'somebody'}).encode())}.{S}", "bad signature"),
        ("of the same claims under another header", f"{b64(text(HEADER | {'typ': 'JWT'}).encode())}.{P}.{S}", "bad signature"),
        ("of the same members in another order", f"{b64(text(dict(reversed(HEADER.items()))).encode())}.{P}.{S}", "bad signature"),
        ("the MAC of the token by the empty key", signed_by(lambda m: hmac.digest(b"", m, "sha512") * 4), "bad signature"),
    ]
    return family


def paddings() -> list[tuple]:
    """Blocks that a careless reader of RFC 8017 §9.2 takes, raised to the private exponent, so that only the padding is wrong."""

    def block(make) -> str:
        return signed_by(lambda m: FIRST.raw(make(SHA256_INFO, hashlib.sha256(m).digest())))

    def filled(head: bytes, tail: bytes, byte: bytes = b"\xff") -> bytes:
        return head + byte * (256 - len(head) - len(tail)) + tail

    bare = bytes.fromhex("302f300b0609608648016503040201") + b"\x04\x20"
    long_form = bytes.fromhex("308131300d060960864801650304020105000420")
    made = {
        "garbage behind the digest": lambda i, d: (b"\0\1" + b"\xff" * 8 + b"\0" + i + d).ljust(256, b"\xaa"),
        "zeros behind the digest": lambda i, d: (b"\0\1" + b"\xff" * 8 + b"\0" + i + d).ljust(256, b"\0"),
        "one byte behind the digest": lambda i, d: filled(b"\0\1", b"\0" + i + d + b"\0"),
        "garbage in the parameters": lambda i, d: filled(b"\0\1" + b"\xff" * 8 + b"\0" + bytes.fromhex("3081f1") + i[2:15], b"\x05\x00\x04\x20" + d, b"\xaa"),
        "block type 2": lambda i, d: filled(b"\0\2", b"\0" + i + d),
        "block type 0": lambda i, d: filled(b"\0\0", b"\0" + i + d, b"\0"),
        "a first byte": lambda i, d: filled(b"\1\1", b"\0" + i + d),
        "no zero before the digest": lambda i, d: filled(b"\0\1", i + d),
        "a zero amid the padding": lambda i, d: filled(b"\0\1" + b"\xff" * 20 + b"\0", b"\0" + i + d),
        "another byte amid the padding": lambda i, d: filled(b"\0\1" + b"\xff" * 20 + b"\xfe", b"\0" + i + d),
        "padding of zeros": lambda i, d: filled(b"\0\1", b"\0" + i + d, b"\0"),
        "no DigestInfo": lambda i, d: filled(b"\0\1", b"\0" + d),
        "DigestInfo without NULL": lambda i, d: filled(b"\0\1", b"\0" + bare + d),
        "DigestInfo in BER's long form": lambda i, d: filled(b"\0\1", b"\0" + long_form + d),
        "DigestInfo of SHA-512": lambda i, d: filled(b"\0\1", b"\0" + i[:14] + b"\3" + i[15:] + d),
        "DigestInfo of SHA-1": lambda i, d: filled(b"\0\1", b"\0" + bytes.fromhex("3021300906052b0e03021a05000414") + d[:20]),
        "a digest cut short": lambda i, d: filled(b"\0\1", b"\0" + i + d[:31]),
        "another digest": lambda i, d: filled(b"\0\1", b"\0" + i + d[:-1] + b"\0"),
        "the digest backwards": lambda i, d: filled(b"\0\1", b"\0" + i + d[::-1]),
    }
    return [(name, block(make), "bad signature") for name, make in made.items()]


def weak_keys() -> list[tuple]:
    def cube(m: bytes) -> bytes:
        """Bleichenbacher's forgery of 2006: a cube root, no key needed."""
        wanted = int.from_bytes((b"\0\1" + b"\xff" * 8 + b"\0" + SHA256_INFO + hashlib.sha256(m).digest()).ljust(256, b"\xff"))
        low, high = 0, 1 << 700
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if middle**3 <= wanted else (low, middle)
        return low.to_bytes(256)

    family = [
        ("exponent 3, signed truly", token({"kid": "e-three"}, E3), "unknown key"),
        ("exponent 3, forged by a cube root", signed_by(cube, {"kid": "e-three"}), "unknown key"),
        ("exponent 1: the block is its own signature", token({"kid": "e-one"}, E_ONE), "unknown key"),
        ("512 bits, signed truly", token({"kid": "bits-512"}, SMALL), "unknown key"),
        ("1,024 bits, signed truly", token({"kid": "bits-1024"}, WEAK), "unknown key"),
        ("a key for encryption", token({"kid": "for-encryption"}, STRANGER), "unknown key"),
        ("a key for RS512", token({"kid": "for-rs512"}, STRANGER), "unknown key"),
        ("a key for PS256", token({"kid": "for-ps256"}, STRANGER), "unknown key"),
    ]
    family += [(f"the key {kid}", token({"kid": kid}), "unknown key") for kid in ("e-seventeen", "e-even", "symmetric", "curve", "no-modulus")]
    return family


FAMILIES = (
    none, hmac_with_public_key, other_algorithms, key_ids, keys_of_its_own, extensions, forms, issuer, client, use, times, encodings, texts, duplicates, sizes,
    syntax, kinds, names, signatures, paddings, weak_keys,
)
BAD = [(family.__name__.replace("_", " "), *case) for family in FAMILIES for case in family()]
GOOD = [
    ("as the pool mints it", TRUE),
    ("by the other key", token({"kid": "key-2"}, SECOND)),
    ("typ JWT", token({"typ": "JWT"})),
    ("typ in lower case", token({"typ": "jwt"})),
    ("typ at+jwt (RFC 9068)", token({"typ": "application/at+jwt"})),
    ("an unknown header", token({"x-custom": {"y": [1, 2]}})),
    ("white space about the members", sealed(text(HEADER), f" {SIGNED} \n")),
    ("escapes in a name", sealed(text(HEADER), SIGNED.replace('"sub"', '"\\u0073ub"'))),
    ("a surrogate pair", sealed(text(HEADER), SIGNED.replace("hanako", "\\ud83c\\udf38"))),
    ("no scope, groups, jti", token(**{"scope": ..., "cognito:groups": ..., "jti": ..., "origin_jti": ..., "auth_time": ...})),
    ("expired 29 s ago", token(exp=NOW - 29, iat=NOW - 3629)),
    ("nbf in 30 s", token(nbf=NOW + 30)),
    ("iat in 30 s", token(iat=NOW + 30)),
    ("a day long", token(exp=NOW - 10 + 86_400)),
    ("128 members", token(**{f"m{number}": 0 for number in range(128 - len(ACCESS))})),
    ("sub of 255 bytes", token(sub="s" * 255)),
    ("16 levels", with_claim("x", "[" * 15 + "]" * 15)),
    ("aud that is the client", token(aud=CLIENT)),
    ("one name at two levels", token(x={"sub": 1, "x": {"x": 2}})),
    ("names that differ in case", token(SUB="x", Exp=1)),
]
