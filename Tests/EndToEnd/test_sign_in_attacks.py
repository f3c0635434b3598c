"""What people who mean ill try at the door, in a browser and without one, each tried and refused."""
from __future__ import annotations

import secrets
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import requests
from hosted_browser import Browser as HostedBrowser
from house_hosts import House
from playwright.sync_api import BrowserContext, Page

DEMO = {"given_name": "花", "family_name": "森"}
PASSWORD = "Kaede-2026!"


class Visitor:
    """A program that does what a browser does at one app, straight at its port, from an address of its own."""

    def __init__(self, house: House, app: str = "lang-portal", address: str | None = None) -> None:
        self.house, self.origin = house, house.origin(app)
        self.base = f"http://127.0.0.1:{house.app_ports[app]}"
        self.cookies: dict[str, str] = {}
        self.headers = {"X-Forwarded-For": address or f"198.51.100.{secrets.randbelow(250) + 1}", "X-Forwarded-Proto": "https"}

    def request(self, method: str, path: str, json: object = None, **headers: str) -> requests.Response:
        sent = self.headers | {name.replace("_", "-"): value for name, value in headers.items()}
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        answer = requests.request(method, self.base + path, json=json, headers=sent, allow_redirects=False, timeout=30)
        for line in answer.raw.headers.getlist("Set-Cookie"):
            name, _, value = line.split(";")[0].partition("=")
            if "Max-Age=0" in line:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        return answer

    def get(self, path: str, **headers: str) -> requests.Response:
        return self.request("GET", path, **headers)

    def write(self, path: str, json: object = None, method: str = "POST") -> requests.Response:
        token = self.get("/api/auth/session").json()["csrf_token"]
        return self.request(method, path, json, Origin=self.origin, X_CSRF_Token=token)

    def sign_in(self, email: str, password: str = PASSWORD) -> requests.Response:
        return self.write("/api/auth/sign-in", {"email": email, "password": password})

    @property
    def user(self) -> str | None:
        return self.get("/api/auth/session").json().get("user", {}).get("email")


def learner(house: House) -> str:
    email = f"hana-{secrets.token_hex(6)}@example.com"
    visitor = Visitor(house)
    assert visitor.write("/api/auth/sign-up", {"email": email, "password": PASSWORD} | DEMO).status_code == 202
    assert visitor.write("/api/auth/confirm", {"email": email, "code": house.code(email)}).status_code == 204
    return email


def signed_in(house: House, context: BrowserContext, email: str) -> Page:
    page = context.new_page()
    page.goto(house.origin("lang-portal") + "/login?next=/signed-out")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button.wide")
    page.wait_for_url(house.origin("lang-portal") + "/signed-out")
    return page


def is_signed_in(page: Page, house: House, app: str = "lang-portal") -> bool:
    page.goto(house.origin(app) + "/signed-out")
    return page.evaluate("async () => (await (await fetch('/api/auth/session')).json()).signed_in")


def hosted_return(house: House, email: str, visitor: Visitor) -> str:
    """Begins at the app, signs in on the hosted page, and gives back the address that leads home, without going there."""
    hosted = HostedBrowser()
    hosted.session.trust_env = False
    hosted.session.proxies = {"https": f"http://127.0.0.1:{house.proxy_port}"}
    hosted.session.verify = str(house.folder / "authority.pem")
    location = hosted.sign_in(visitor.get("/api/auth/authorize").headers["Location"], email, PASSWORD)
    assert location.startswith(visitor.origin + "/callback?")
    return location.removeprefix(visitor.origin)


# Forgery


@pytest.mark.parametrize("host", ["https://evil.example", "https://evil.app-dw.net"])
@pytest.mark.parametrize("action", ["/logout", "/login", "/api/auth/sign-out", "/api/auth/sign-out-everywhere"])
def test_a_form_on_a_foreign_page_does_nothing(house: House, context: BrowserContext, host: str, action: str) -> None:
    email, attacker = learner(house), learner(house)
    page = signed_in(house, context, email)
    fields = f'<input name="email" value="{attacker}"><input name="password" value="{PASSWORD}">'
    form = f'<form id=f method=post action="{house.origin("lang-portal")}{action}">{fields}</form><script>f.submit()</script>'
    page.goto(host + house.evil_page(f"form-{secrets.token_hex(4)}.html", form))
    page.wait_for_load_state()
    page.wait_for_timeout(300)
    page.goto(house.origin("lang-portal") + "/signed-out")
    found = page.evaluate("async () => (await (await fetch('/api/auth/session')).json())")
    assert found["signed_in"] and found["user"]["email"] == email


@pytest.mark.parametrize("host", ["https://evil.example", "https://evil.app-dw.net"])
def test_a_foreign_script_can_neither_read_nor_write(house: House, context: BrowserContext, host: str) -> None:
    page = signed_in(house, context, learner(house))
    page.goto(host + house.evil_page("script.html", "<p>hello"))
    outcome = page.evaluate(
        """async (base) => {
            const attempt = async (path, options) => {
                try { return (await fetch(base + path, {credentials: "include", ...options})).status } catch { return "refused" }
            };
            return [await attempt("/api/auth/session", {}), await attempt("/api/auth/refresh", {method: "POST", headers: {"X-CSRF-Token": "x"}}),
                    await attempt("/api/auth/sign-out-everywhere", {method: "POST", mode: "cors"})];
        }""",
        house.origin("lang-portal"))
    assert outcome == ["refused", "refused", "refused"]
    assert is_signed_in(page, house)


def test_no_page_of_ours_can_be_framed(house: House, context: BrowserContext) -> None:
    page = signed_in(house, context, learner(house))
    for path in ("/login", "/register", "/logout"):
        frame = f'<iframe id=f src="{house.origin("lang-portal")}{path}"></iframe>'
        page.goto("https://evil.example" + house.evil_page("frame.html", frame))
        page.wait_for_timeout(300)
        inside = page.frames[1].url if len(page.frames) > 1 else ""
        assert inside.startswith("chrome-error:") or inside == "", inside
    assert is_signed_in(page, house)


# Redirects


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "/%09/evil.example", "javascript:alert(1)", "///evil.example",
        "/\t/evil.example", "https:evil.example", "http://lang-portal.app-dw.net.evil.example", "//lang-portal.app-dw.net@evil.example", "data:text/html,x",
        "/..//evil.example", " //evil.example", "/\u2044evil.example", "//evil.example/%2f..", "https://evil.example#/words", "/\r\nLocation: https://evil.example",
    ])
def test_no_target_leads_to_another_site(house: House, target: str) -> None:
    email = learner(house)
    visitor = Visitor(house)
    token = visitor.get("/api/auth/session").json()["csrf_token"]
    answer = requests.post(
        f"{visitor.base}/login?next={quote(target, safe='')}", {"email": email, "password": PASSWORD, "csrf_token": token}, allow_redirects=False, timeout=30,
        headers=visitor.headers | {"Origin": visitor.origin, "Cookie": "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())})
    assert answer.status_code == 303
    location = answer.headers["Location"]
    assert location.startswith("/") and not location.startswith(("//", "/\\")) and "evil" not in urlsplit("https://house" + location).netloc


# Codes and states


def test_a_code_is_good_once(house: House) -> None:
    email, visitor = learner(house), Visitor(house)
    path = hosted_return(house, email, visitor)
    kept = dict(visitor.cookies)
    assert visitor.get(path).status_code == 200 and visitor.user == email
    again = Visitor(house)
    again.cookies = kept
    assert again.get(path).status_code == 400 and again.user is None


def test_a_code_of_the_attacker_is_nothing_in_the_victims_browser(house: House) -> None:
    attacker = learner(house)
    attackers = Visitor(house)
    path = hosted_return(house, attacker, attackers)
    victim = Visitor(house)
    assert victim.get(path).status_code == 400 and victim.user is None
    # Nor when the victim has begun an attempt of its own.
    victim.get("/api/auth/authorize")
    assert victim.get(path).status_code == 400 and victim.user is None


def test_a_stolen_code_is_nothing_without_the_verifier(house: House) -> None:
    email = learner(house)
    path = hosted_return(house, email, Visitor(house))
    thief = Visitor(house)
    thief.get("/api/auth/authorize")
    own_state = parse_qs(urlsplit(thief.get("/api/auth/authorize").headers["Location"]).query)["state"][0]
    code = parse_qs(urlsplit(path).query)["code"][0]
    assert thief.get(f"/callback?code={code}&state={own_state}").status_code == 400 and thief.user is None


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?code=x&state=y", "?error=access_denied", "?code=&state=", "?code=x&state=" + "s" * 300])
def test_a_return_nobody_was_sent_on_signs_nobody_in(house: House, query: str) -> None:
    visitor = Visitor(house)
    visitor.get("/api/auth/authorize")
    answer = visitor.get("/callback" + query)
    assert answer.status_code in (400, 422) and visitor.user is None


# Sessions


def test_a_session_planted_before_the_sign_in_does_not_survive_it(house: House) -> None:
    email, attacker = learner(house), learner(house)
    attackers, victim = Visitor(house), Visitor(house)
    attackers.sign_in(attacker)
    victim.cookies["__Secure-session"] = attackers.cookies["__Secure-session"]
    assert victim.sign_in(email).status_code == 200
    assert victim.cookies["__Secure-session"] != attackers.cookies["__Secure-session"] and victim.user == email


def test_a_sibling_sub_domain_cannot_make_the_learner_somebody_else(house: House, context: BrowserContext) -> None:
    email, attacker = learner(house), learner(house)
    attackers = Visitor(house)
    attackers.sign_in(attacker)
    page = signed_in(house, context, email)
    page.goto("https://evil.app-dw.net" + house.evil_page("toss.html", "<p>toss"))
    planted = attackers.cookies["__Secure-session"]
    for path in ("/", "/api", "/api/auth"):
        page.evaluate(f"document.cookie = '__Secure-session={planted}; Domain=app-dw.net; Path={path}; Secure'")
    page.evaluate("document.cookie = '__Host-seat=x; Domain=app-dw.net; Path=/; Secure'")
    page.goto(house.origin("lang-portal") + "/signed-out")
    found = page.evaluate("async () => (await (await fetch('/api/auth/session')).json())")
    assert found["signed_in"] and found["user"]["email"] == email


def test_a_sibling_sub_domain_cannot_keep_the_learner_signed_out(house: House) -> None:
    email, attackers, victim = learner(house), Visitor(house), Visitor(house)
    attackers.sign_in(learner(house))
    assert victim.sign_in(email).status_code == 200
    own = "; ".join(f"{name}={value}" for name, value in victim.cookies.items())
    good, altered = attackers.cookies["__Secure-session"], victim.cookies["__Secure-session"][::-1]
    for planted in (good, altered, altered[:160], "x"):
        pair = f"__Secure-session={planted}; "
        # Longer paths stand first; a little room is left for the other fields of the head.
        cookie = pair * ((15_500 - len(own)) // len(pair)) + own
        answer = requests.get(f"{victim.base}/api/auth/session", headers=victim.headers | {"Cookie": cookie}, timeout=30)
        assert answer.json()["user"]["email"] == email, planted
    too_many = requests.get(f"{victim.base}/api/auth/session", headers=victim.headers | {"Cookie": "__Secure-session=x; " * 900}, timeout=30)
    assert too_many.status_code == 431


# Guessing


def test_whether_an_account_exists_is_told_neither_by_words_nor_by_time(house: House) -> None:

    def ask(path: str, email: str, more: dict[str, str]) -> tuple[int, str, float]:
        visitor = Visitor(house, address=f"203.0.113.{secrets.randbelow(250) + 1}")
        token = visitor.get("/api/auth/session").json()["csrf_token"]
        begin = time.perf_counter()
        answer = visitor.request("POST", path, {"email": email} | more, Origin=visitor.origin, X_CSRF_Token=token)
        took = time.perf_counter() - begin
        body = answer.json() if answer.text else {}
        body.pop("request_id", None)
        return answer.status_code, str(body).replace(email, ""), took

    forms = {
        "/api/auth/sign-in": {"password": "Wrong-2026!"}, "/api/auth/forgot": {}, "/api/auth/sign-up": {"password": PASSWORD} | DEMO,
        "/api/auth/confirm-forgot": {"code": "000000", "new_password": PASSWORD}, "/api/auth/confirm": {"code": "000000"},
    }
    for path, more in forms.items():
        known = learner(house)
        existing = [ask(path, known, more) for _ in range(3)]
        unknown = [ask(path, f"hana-{secrets.token_hex(6)}@example.com", more) for _ in range(3)]
        assert {answer[:2] for answer in existing} == {answer[:2] for answer in unknown}, path
        difference = abs(statistics.median(answer[2] for answer in existing) - statistics.median(answer[2] for answer in unknown))
        assert difference < 0.25, (path, existing, unknown)


def test_passwords_cannot_be_guessed_and_the_owner_is_not_locked_out(house: House) -> None:
    email = learner(house)
    owner = Visitor(house)
    assert owner.sign_in(email).status_code == 200
    statuses = []
    for index in range(14):
        attacker = Visitor(house, address=f"192.0.2.{index + 1}")
        statuses.append(attacker.sign_in(email, f"Guess-{index}-2026!").status_code)
    assert statuses[:3] == [401] * 3 and statuses[-1] == 429
    # Strangers have used up their allowance; the browser that was signed in before has its own.
    assert Visitor(house, address="192.0.2.200").sign_in(email).status_code == 429
    owner.cookies.pop("__Secure-session")
    assert owner.sign_in(email).status_code == 200


def test_many_accounts_cannot_be_tried_from_one_address(house: House) -> None:
    visitor = Visitor(house, address="192.0.2.254")
    token = visitor.get("/api/auth/session").json()["csrf_token"]

    def status(index: int) -> int:
        words = {"email": f"user{index}@example.com", "password": "Stuffed-2026!"}
        return visitor.request("POST", "/api/auth/sign-in", words, Origin=visitor.origin, X_CSRF_Token=token).status_code

    with ThreadPoolExecutor(2) as pool:
        statuses = list(pool.map(status, range(110)))
    assert set(statuses) == {401, 429} and statuses.count(429) >= 9 and 429 not in statuses[:50]
    # Somebody else's address is not concerned.
    assert Visitor(house, address="192.0.2.253").sign_in("user0@example.com").status_code == 401


def test_every_attack_left_a_line_and_no_address(house: House) -> None:
    logs = house.logs()
    for event in ("forgery-refused", "transaction-refused", "sign-in-refused", "throttled"):
        assert f'"security_event":"{event}"' in logs
    assert "@example.com" not in logs and "Guess-" not in logs and "Stuffed-" not in logs
