"""Learners in a browser at the house's own names: one session over the apps, and what becomes of it."""
from __future__ import annotations

import re
import secrets
from pathlib import Path

import pytest
from aws_clients import client as aws
from house_hosts import APPS, POOL, House
from playwright.sync_api import Browser, BrowserContext, Page
from stack import eventually

PASSWORD = "Kaede-2026!"
OTHER_PASSWORD = "Momiji-2027?"


def submit(page: Page) -> None:
    page.click("main form button.wide")


def register(house: House, page: Page, password: str = PASSWORD) -> str:
    email = f"hana-{secrets.token_hex(6)}@example.com"
    page.goto(house.origin("lang-portal") + "/register")
    page.fill("[name=given_name]", "花")
    page.fill("[name=family_name]", "森")
    page.fill("[name=email]", email)
    page.fill("[name=password]", password)
    submit(page)
    page.wait_for_url("**/confirm")
    page.fill("[name=code]", house.code(email))
    submit(page)
    page.wait_for_url("**/login?notice=confirmed")
    return email


def sign_in(house: House, page: Page, email: str, password: str = PASSWORD, app: str = "lang-portal") -> None:
    page.goto(house.origin(app) + "/login?next=/signed-out")
    page.fill("[name=email]", email)
    page.fill("[name=password]", password)
    submit(page)
    page.wait_for_url(house.origin(app) + "/signed-out")


def state(page: Page, path: str = "/api/auth/session", method: str = "GET", body: object = None) -> dict:
    """What a script of the page gets."""
    return page.evaluate(
        """async ([path, method, body]) => {
            const headers = {};
            if (method !== "GET") headers["X-CSRF-Token"] = (await (await fetch("/api/auth/session")).json()).csrf_token;
            if (body !== null) headers["Content-Type"] = "application/json";
            const answer = await fetch(path, {method, headers, body: body === null ? undefined : JSON.stringify(body)});
            const text = await answer.text();
            return {status: answer.status, ...(text ? JSON.parse(text) : {})};
        }""",
        [path, method, body])


def open_in(house: House, page: Page, app: str) -> dict:
    page.goto(house.origin(app) + "/signed-out")
    return state(page)


def test_a_weak_password_is_told_what_it_lacks_and_nothing_typed_is_lost(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(house.origin("lang-portal") + "/register")
    page.fill("[name=given_name]", "花")
    page.fill("[name=family_name]", "森")
    page.fill("[name=email]", "weak@example.com")
    page.fill("[name=password]", "weak")
    submit(page)
    page.wait_for_selector("[aria-invalid=true]")
    assert page.input_value("[name=given_name]") == "花" and page.input_value("[name=email]") == "weak@example.com"
    assert page.evaluate("document.activeElement.name") == "password"
    assert "symbol" in page.inner_text("main")


def test_who_signs_in_on_one_app_is_signed_in_on_the_others(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    sign_in(house, page, email)
    for app in APPS:
        found = open_in(house, page, app)
        assert found["signed_in"] and found["user"]["email"] == email and found["user"]["given_name"] == "花"


@pytest.mark.parametrize("app", APPS)
def test_cookies_have_the_flags_and_places_they_should_have(house: House, context: BrowserContext, app: str) -> None:
    page = context.new_page()
    email = register(house, page)
    context.clear_cookies()
    sign_in(house, page, email, app=app)
    assert all(open_in(house, page, other)["signed_in"] for other in APPS)
    cookies = [cookie for cookie in context.cookies() if cookie["name"] != "lang"]
    assert all(cookie["secure"] and cookie["httpOnly"] and cookie["path"] == "/" for cookie in cookies)
    # One session for all; whatever else there is belongs to one host.
    (session,) = [cookie for cookie in cookies if cookie["name"] == "__Secure-session"]
    assert session["domain"] == ".app-dw.net" and session["sameSite"] == "Strict"
    places = {(cookie["name"], cookie["domain"]) for cookie in cookies if cookie is not session}
    here = {(name, f"{app}.app-dw.net") for name in ("__Host-device", "__Host-visitor")}
    assert places == here | {("__Host-seat", f"{other}.app-dw.net") for other in APPS}
    assert page.evaluate("document.cookie") == ""


def test_the_hosted_pages_sign_in_too_and_a_second_app_without_a_password(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    page.goto(house.origin("haiku") + "/api/auth/authorize?next=/signed-out")
    assert page.url.startswith("https://auth.app-dw.net/login?")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    submit(page)
    page.wait_for_url(house.origin("haiku") + "/signed-out")
    assert state(page)["user"]["email"] == email
    assert not [cookie for cookie in context.cookies() if cookie["name"] == "__Host-transaction"]
    # Another visitor of the same pool: the hosted session answers at once.
    context.clear_cookies(name="__Secure-session")
    page.goto(house.origin("vocab") + "/api/auth/authorize?next=/signed-out")
    page.wait_for_url(house.origin("vocab") + "/signed-out")
    assert state(page)["user"]["email"] == email


def test_a_session_is_over_after_an_hour_without_a_sign_of_life(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(house, page, register(house, page))
    house.move_clock(3_500)
    assert state(page)["signed_in"]
    house.move_clock(3_500 + 3_590)
    assert state(page)["signed_in"]
    house.move_clock(3_500 + 3_590 + 3_610)
    assert not state(page)["signed_in"]
    assert state(page, "/api/auth/refresh", "POST")["status"] == 401


def test_access_tokens_are_renewed_silently_five_minutes_ahead(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(house, page, register(house, page))
    first = state(page, "/api/auth/refresh", "POST")
    house.move_clock(3_200)
    assert state(page, "/api/auth/refresh", "POST")["access_token"] == first["access_token"]
    house.move_clock(3_320)
    renewed = state(page, "/api/auth/refresh", "POST")
    assert renewed["access_token"] != first["access_token"] and renewed["access_token_expires_at"] > first["access_token_expires_at"]


def test_two_tabs_refresh_at_once_and_both_go_on(house: House, context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    sign_in(house, page, register(house, page))
    other.goto(house.origin("vocab") + "/signed-out")
    house.move_clock(3_400)
    script = """async () => {
        const token = (await (await fetch("/api/auth/session")).json()).csrf_token;
        const answers = await Promise.all([...Array(5)].map(() => fetch("/api/auth/refresh", {method: "POST", headers: {"X-CSRF-Token": token}})));
        return answers.map((answer) => answer.status);
    }"""
    assert page.evaluate(script) == [200] * 5 and other.evaluate(script) == [200] * 5


def test_a_password_is_changed_and_the_other_sessions_end(house: House, house_browser: Browser, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    sign_in(house, page, email)
    phone = house_browser.new_context(ignore_https_errors=True)
    elsewhere = phone.new_page()
    sign_in(house, elsewhere, email, app="vocab")
    wrong = state(page, "/api/auth/change-password", "POST", {"old_password": "Wrong-2026!", "new_password": OTHER_PASSWORD})
    assert wrong["status"] == 401 and wrong["type"] == "wrong-password"
    assert state(page, "/api/auth/change-password", "POST", {"old_password": PASSWORD, "new_password": OTHER_PASSWORD})["status"] == 204
    assert state(page)["signed_in"]
    house.move_clock(40)
    elsewhere.wait_for_timeout(200)
    # Another task may take an ended session for open for half a minute, by a clock that tests do not move.
    for _ in range(80):
        if not state(elsewhere)["signed_in"]:
            break
        elsewhere.wait_for_timeout(500)
    assert not state(elsewhere)["signed_in"]
    sign_in(house, elsewhere, email, OTHER_PASSWORD)
    phone.close()


def test_groups_are_told_to_pages_and_change_with_the_next_token(house: House, context: BrowserContext) -> None:
    page, group = context.new_page(), f"teachers-{secrets.token_hex(4)}"
    email = register(house, page)
    user_pool = aws(house.cloud_port, "cognito-idp")
    user_pool.create_group(UserPoolId=POOL, GroupName=group)
    user_pool.admin_add_user_to_group(UserPoolId=POOL, Username=email, GroupName=group)
    sign_in(house, page, email)
    for app in APPS:
        assert open_in(house, page, app)["user"]["groups"] == [group]
    user_pool.admin_remove_user_from_group(UserPoolId=POOL, Username=email, GroupName=group)
    assert state(page)["user"]["groups"] == [group]
    house.move_clock(3_320)
    renewed = state(page, "/api/auth/refresh", "POST")
    assert renewed["user"]["groups"] == [] and state(page)["user"]["groups"] == []


def test_a_forgotten_password_is_replaced(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    page.goto(house.origin("vocab") + "/forgot-password")
    page.fill("[name=email]", email)
    submit(page)
    page.wait_for_url("**/reset-password")
    assert email not in page.url
    page.fill("[name=code]", house.code(email))
    page.fill("[name=new_password]", OTHER_PASSWORD)
    submit(page)
    page.wait_for_url("**/login?notice=password")
    sign_in(house, page, email, OTHER_PASSWORD)


def test_signing_out_everywhere_ends_every_session_on_every_app(house: House, house_browser: Browser, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    sign_in(house, page, email)
    phones = {app: house_browser.new_context(ignore_https_errors=True).new_page() for app in APPS}
    for app, phone in phones.items():
        sign_in(house, phone, email, app=app)
    assert all(open_in(house, page, app)["signed_in"] for app in APPS)
    open_in(house, page, "lang-portal")
    assert len(state(page, "/api/auth/sessions")["items"]) == 1 + len(APPS)
    assert state(page, "/api/auth/sign-out-everywhere", "POST")["status"] == 204
    assert not any(open_in(house, page, app)["signed_in"] for app in APPS)
    # The task that did it knows at once; another may take an ended session for open for ten seconds.
    assert not state(phones["lang-portal"])["signed_in"]
    for phone in phones.values():
        eventually(lambda phone=phone: not state(phone)["signed_in"], seconds=45, every_seconds=0.5)
        phone.context.close()


def test_signing_out_signs_out_of_every_app_and_of_the_hosted_pages(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    page.goto(house.origin("haiku") + "/api/auth/authorize?next=/signed-out")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    submit(page)
    page.wait_for_url(house.origin("haiku") + "/signed-out")
    page.goto(house.origin("haiku") + "/logout")
    page.wait_for_url(house.origin("haiku") + "/signed-out")
    assert not any(open_in(house, page, app)["signed_in"] for app in APPS)
    page.goto(house.origin("haiku") + "/api/auth/authorize")
    assert page.url.startswith("https://auth.app-dw.net/login?")


def test_the_pages_work_without_javascript(house: House, house_browser: Browser) -> None:
    context = house_browser.new_context(ignore_https_errors=True, java_script_enabled=False)
    page = context.new_page()
    email = register(house, page)
    page.goto(house.origin("lang-portal") + "/login?next=/signed-out")
    page.fill("[name=email]", email)
    page.fill("[name=password]", "Wrong-2026!")
    submit(page)
    page.wait_for_selector("[role=alert], .problem, .notice")
    assert page.input_value("[name=email]") == email and page.url.endswith("/login?next=%2Fsigned-out")
    page.fill("[name=password]", PASSWORD)
    submit(page)
    page.wait_for_url(house.origin("lang-portal") + "/signed-out")
    page.goto(house.origin("lang-portal") + "/api/auth/session")
    assert '"signed_in":true' in page.content()
    page.goto(house.origin("lang-portal") + "/logout")
    page.wait_for_url("**/signed-out")
    context.close()


def test_a_link_from_another_site_finds_the_learner_signed_in(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(house, page, register(house, page))
    path = house.evil_page("link.html", f'<a id=go href="{house.origin("vocab")}/login?next=/signed-out">go</a>')
    page.goto("https://evil.example" + path)
    page.click("#go")
    page.wait_for_url(house.origin("vocab") + "/signed-out")
    assert state(page)["signed_in"]


def test_no_token_password_code_or_address_is_in_any_log_or_address(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    email = register(house, page)
    sign_in(house, page, email)
    token = state(page, "/api/auth/refresh", "POST")["access_token"]
    cookie = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "__Secure-session")
    logs = house.logs()
    for secret in (token, token.split(".")[2], cookie, PASSWORD, email):
        assert secret not in logs
        assert not [url for url in seen if secret in url]
    assert not re.search(r"eyJ[A-Za-z0-9_-]{20}", logs)
    assert '"security_event":"signed-in"' in logs


def test_the_account_page_changes_the_password_gives_a_copy_and_signs_out(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    sign_in(house, page, email)
    page.goto(house.origin("lang-portal") + "/profile")
    assert email in page.inner_text("main")
    page.fill("[name=old_password]", PASSWORD)
    page.fill("[name=new_password]", "weak")
    page.get_by_role("button", name="Change password").click()
    page.wait_for_selector("[aria-invalid=true]")
    page.fill("[name=old_password]", PASSWORD)
    page.fill("[name=new_password]", OTHER_PASSWORD)
    page.get_by_role("button", name="Change password").click()
    page.wait_for_url("**/profile?notice=password")
    page.get_by_role("button", name="Prepare my data").click()
    page.wait_for_url("**/profile?notice=export")
    page.wait_for_selector("a[href='/profile/export']", timeout=60_000)
    answer = page.evaluate("async () => await (await fetch('/profile/export')).json()")
    assert answer["account"][0]["email"] == email
    page.get_by_role("button", name="Sign out everywhere").click()
    page.wait_for_url("**/signed-out")
    page.goto(house.origin("lang-portal") + "/profile")
    assert page.url.endswith("/login?next=%2Fprofile")
    sign_in(house, page, email, OTHER_PASSWORD)


def test_a_deleted_account_is_gone(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    email = register(house, page)
    sign_in(house, page, email)
    page.goto(house.origin("lang-portal") + "/profile")
    page.get_by_text("I want to delete my account").click()
    page.fill("[name=confirmation]", "somebody@example.com")
    page.locator("form[action='/profile/delete'] button").click()
    page.wait_for_selector("[aria-invalid=true]")
    page.fill("[name=confirmation]", email)
    page.locator("form[action='/profile/delete'] button").click()
    page.wait_for_url(re.compile("notice=deletion|/login"))
    # The page looks by itself how far it is; the user pool forgets the account last.
    eventually(lambda: not house.can_sign_in(email, PASSWORD), seconds=60, every_seconds=0.5)
    other = context.new_page()
    other.goto(house.origin("lang-portal") + "/signed-out")
    # An ended session may be taken for open for half a minute.
    eventually(lambda: not state(other)["signed_in"], seconds=45, every_seconds=1)
    assert state(other, "/api/auth/sign-in", "POST", {"email": email, "password": PASSWORD})["type"] == "wrong-password"


def test_screens(house: House, context: BrowserContext, tmp_path: Path) -> None:
    """Every page at the door is shown in the learner's language."""
    page = context.new_page()
    for path in ("/login", "/register", "/forgot-password", "/confirm", "/reset-password", "/signed-out"):
        page.goto(house.origin("lang-portal") + path + "?lang=ja")
        assert page.get_attribute("html", "lang") == "ja"
        assert re.search(r"[ぁ-んァ-ン]", page.inner_text("h1"))
