"""Makes tokens that a user pool of Cognito did not mint, each wrong in its own way, and good ones at the border; writes them to tokens.json.

Beside each stands why we refuse it (InvalidTokenReason in words) and whether PyJWT and joserfc, used as their documentation and AWS's say, accept it.
Tests/CognitoTests/BadTokenTests.swift compares, Tests/ServiceKitTests/BadTokenSweepTests.swift sends them all over HTTP.
The keys come from a fixed seed: the same file each time, and worth nothing. Run again after an upgrade: python tokens.py  (needs PyJWT, joserfc, cryptography)
"""
from __future__ import annotations

import json
import pathlib
from collections import Counter

from token_cases import BAD, GOOD, JWKS
from token_forge import CLIENT, ISSUER, NOW
from token_peers import accepted_by


def main() -> None:
    bad = [{"family": family, "name": name, "token": token, "reason": reason} for family, name, token, reason in BAD]
    good = [{"name": name, "token": token} for name, token in GOOD]
    for case in bad + good:
        case["accepted_by"] = accepted_by(case["token"], JWKS)
    names = [(case["family"], case["name"]) for case in bad]
    for what in (names, [case["token"] for case in bad]):
        assert len(set(what)) == len(what), f"twice: {[one for one, count in Counter(what).items() if count > 1]}"
    document = {"now": NOW, "issuer": ISSUER, "client_id": CLIENT, "jwks": JWKS, "bad": bad, "good": good}
    pathlib.Path(__file__).with_name("tokens.json").write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
