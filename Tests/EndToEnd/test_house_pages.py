"""The pages at the door and of the account as people meet them: in a browser, by keyboard, without scripts, without a network, in both languages."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from browser import DESKTOP, PHONE, overflow, running_browser, violations
from playwright.sync_api import Browser, Page, Route, expect

# A desktop at 200 %, and the narrowest page of WCAG 2.2, 1.4.10.
ZOOMED, NARROW = {"width": 640, "height": 450}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def host(sample: int) -> str:
    return f"http://localhost:{sample}"


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page that may say nothing on its console, such as that its policy refused something; refused forms alone are told there."""
    context = browser.new_context(viewport=options.pop("viewport", DESKTOP), locale=options.pop("locale", "en-GB"), **options)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if not message.text.startswith("Failed to load resource") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert said == []


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def names(host: str) -> list[str]:
    return requests.get(f"{host}/gallery", timeout=10).text.split("\n")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_objects_to_nothing_in_any_state(browser: Browser, host: str, viewport: dict, scheme: str, language: str) -> None:
    with opened(browser, f"{host}/gallery/sign-in", viewport=viewport, color_scheme=scheme) as page:
        for name in names(host):
            page.goto(f"{host}/gallery/{name}?lang={language}")
            for menu in page.locator("details").all():
                menu.evaluate("menu => menu.open = true")
            assert (name, violations(page)) == (name, [])
            assert overflow(page) <= 0, name


@pytest.mark.parametrize("viewport", [ZOOMED, NARROW], ids=["at 200 %", "320 px"])
def test_nothing_is_wider_than_a_small_window(browser: Browser, host: str, viewport: dict) -> None:
    with opened(browser, f"{host}/gallery/sign-in", viewport=viewport) as page:
        for name in names(host):
            for language in ("en", "ja"):
                page.goto(f"{host}/gallery/{name}?lang={language}")
                assert overflow(page) <= 0, (name, language)


def test_colours_of_ones_own_and_stillness_are_respected(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/register-broken", forced_colors="active", reduced_motion="reduce") as page:
        assert violations(page) == []
        assert page.locator(".notice").evaluate("box => getComputedStyle(box).borderTopStyle") == "solid"
        page.locator("main button:not([type=button])").evaluate("button => button.setAttribute('aria-busy', 'true')")
        assert page.locator("main button[aria-busy]").evaluate("button => getComputedStyle(button, '::before').animationDuration") == "4s"


def test_the_check_itself_finds_what_is_wrong(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        page.evaluate("document.querySelector('label').remove(); document.querySelector('.quiet').setAttribute('aria-level', 'x')")
        assert {found.split(":")[0] for found in violations(page)} >= {"label", "aria-allowed-attr"}


def test_the_keyboard_is_enough(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        seen = []
        for _ in range(9):
            page.keyboard.press("Tab")
            seen.append(focused(page))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", seen
        assert seen == ["Skip to the content", "Lang Portal", "日本語", "email", "password", "Show password", "Forgot it?", "Sign in", "Create an account"]
        page.get_by_label("E-mail address").focus()
        page.keyboard.type("mai@example.jp")
        page.keyboard.press("Tab")
        page.keyboard.type("Right-1234")
        page.keyboard.press("Enter")
        page.wait_for_url("**/gallery/account")


def test_the_skip_link_is_seen_when_it_has_the_focus_and_leads_to_the_content(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        skip = page.get_by_role("link", name="Skip to the content")
        assert skip.bounding_box()["y"] < 0
        page.keyboard.press("Tab")
        assert skip.bounding_box()["y"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "email"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_one_registers_with_a_weak_then_a_good_password_and_confirms(browser: Browser, host: str, scripts: bool) -> None:
    with opened(browser, f"{host}/register", java_script_enabled=scripts) as page:
        page.get_by_label("Given name").fill("Mai")
        page.get_by_label("E-mail address").fill("mai@example.jp")
        page.get_by_label("Password", exact=True).fill("sakura26")
        page.get_by_role("button", name="Create account").click()
        expect(page).to_have_title("Error: Create an account – Lang Portal")
        assert page.get_by_role("alert").get_by_role("link").all_inner_texts() == [
            "Enter your family name.", "The password still needs an upper-case letter and a symbol."]
        expect(page.locator("#family-name")).to_be_focused()
        assert page.locator("#family-name-error").inner_text() == "Enter your family name."
        assert page.get_by_label("Given name").input_value() == "Mai"
        kept = [(rule.get_attribute("data-rule"), rule.get_attribute("data-state")) for rule in page.locator("[data-rule]").all()]
        assert kept == [("length", "kept"), ("lowercase", "kept"), ("uppercase", "broken"), ("number", "kept"), ("symbol", "broken")]
        page.get_by_role("alert").get_by_role("link", name="The password").click()
        expect(page.locator("#password")).to_be_focused()
        page.get_by_label("Family name").fill("Yamada")
        page.get_by_label("Password", exact=True).fill("Sakura-26")
        page.keyboard.press("Enter")
        page.wait_for_url("**/confirm")
        page.get_by_label("Code").fill("204816")
        page.keyboard.press("Enter")
        page.wait_for_url("**/login")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_another_code_is_asked_for_by_the_second_button_alone(browser: Browser, host: str, scripts: bool) -> None:
    with opened(browser, f"{host}/confirm", java_script_enabled=scripts) as page:
        page.get_by_role("button", name="Send another code").click()
        expect(page.locator(".notice.good")).to_contain_text("m***@e***")


def test_without_scripts_nothing_is_offered_that_needs_them(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/register", java_script_enabled=False) as page:
        assert page.get_by_role("button").all_inner_texts() == ["Create account"]
        assert page.locator("[data-rule]").count() == 5


def states(page: Page) -> dict[str, str | None]:
    return {rule.get_attribute("data-rule"): rule.get_attribute("data-state") for rule in page.locator("[data-rule]").all()}


def test_the_rules_are_marked_as_one_types(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/register") as page:
        password = page.get_by_label("Password", exact=True)
        for text, kept in (("s", {"lowercase"}), ("sA", {"lowercase", "uppercase"}), ("sA1", {"lowercase", "uppercase", "number"})):
            password.fill(text)
            assert {rule for rule, state in states(page).items() if state == "kept"} == kept
            # Nothing is called wrong while one types.
            assert "broken" not in states(page).values()
        expect(page.locator("#live")).to_have_text("3 of 5 rules kept")
        page.keyboard.press("Tab")
        assert states(page) == {"length": "broken", "lowercase": "kept", "uppercase": "kept", "number": "kept", "symbol": "broken"}
        assert page.locator("[data-rule=length]").inner_text().replace("\n", "") == "8 characters or more, not yet"
        password.fill("sA1 sA1s")
        assert set(states(page).values()) == {"kept"}
        password.fill("")
        assert set(states(page).values()) == {None}


# Where counting and classes of characters could differ between the two.
PASSWORDS = [
    "sakura26", "Sakura-26", " aaaAAAA1", "aaaAAAA1 ", "aaaA AAA1", "ääÄÄ１１！！", "aA1§aA1§", "🀄🀄🀄🀄aA1!", "🀄🀄🀄aA1!", "👨‍👩‍👧‍👦aA",
    "é́é́éA1!", "aA1\\aA1\\", "aA1\"aA1\"", "aA1'aA1'",
    "aA1<aA1>", "ﬁﬁﬁaA1!", "　aA1aA1　a", "aA1-aA1-",
]


def test_script_and_server_agree_about_every_rule(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/register") as page, opened(browser, f"{host}/register", java_script_enabled=False) as plain:
        for password in PASSWORDS:
            for each in (page, plain):
                each.goto(f"{host}/register")
                each.get_by_label("Password", exact=True).fill(password)
            page.keyboard.press("Tab")
            plain.get_by_role("button").click()
            told = states(plain) if None not in states(plain).values() else dict.fromkeys(states(plain), "kept")
            assert (password, states(page)) == (password, told)


def test_a_password_is_shown_while_one_wants_and_hidden_when_it_is_sent(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        page.get_by_label("E-mail address").fill("mai@example.jp")
        password, show = page.locator("#password"), page.get_by_role("button", name="Show password")
        password.fill("Wrong-1234")
        show.click()
        assert password.get_attribute("type") == "text" and show.get_attribute("aria-pressed") == "true"
        show.click()
        assert password.get_attribute("type") == "password" and show.get_attribute("aria-pressed") == "false"
        show.click()
        sent = []
        page.route("**/login", lambda route: (sent.append(password.get_attribute("type")), route.continue_()))
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("do not go together")
        assert sent == ["password"]
        expect(password).to_be_focused()
        # Refused, it is typed anew.
        assert password.input_value() == ""


def test_a_password_beside_a_refused_address_is_kept(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/register") as page:
        page.get_by_label("Password", exact=True).fill("Sakura-26")
        page.get_by_role("button", name="Create account").click()
        expect(page.locator("#given-name")).to_be_focused()
        assert page.locator("#password").input_value() == "Sakura-26"
        assert set(states(page).values()) == {"kept"}


def test_a_form_is_sent_once_and_shows_that_it_is_on_its_way(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        held: list[Route] = []
        page.route("**/login", lambda route: held.append(route))
        page.get_by_label("E-mail address").fill("mai@example.jp")
        page.locator("#password").fill("Right-1234")
        button = page.locator("main form button:not([type=button])")
        button.click()
        expect(button).to_have_text("Signing in …")
        assert button.get_attribute("aria-busy") == "true" and button.get_attribute("aria-disabled") == "true"
        expect(page.locator("#live")).to_have_text("Signing in …")
        button.click(force=True)
        page.locator("#password").press("Enter")
        page.wait_for_function("document.querySelector('form').getAttribute('aria-busy') === 'true'")
        assert len(held) == 1
        assert violations(page) == []
        held[0].continue_()
        page.wait_for_url("**/gallery/account")


def test_a_page_that_comes_back_from_the_browsers_memory_waits_for_nothing(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        page.route("**/login", lambda route: None)
        page.get_by_label("E-mail address").press("Enter")
        button = page.locator("main form button:not([type=button])")
        expect(button).to_have_text("Signing in …")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        expect(button).to_have_text("Sign in")
        expect(button).to_be_enabled()


def test_a_lost_connection_is_told_in_place_and_loses_nothing(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/register?lang=ja") as page:
        typed = {"family-name": "山田", "given-name": "舞", "email": "mai@example.jp", "password": "Sakura-26"}
        for field, text in typed.items():
            page.locator(f"#{field}").fill(text)
        page.context.set_offline(True)
        button = page.get_by_role("button", name="アカウントを作成する")
        button.click()
        expect(page.get_by_role("alert")).to_contain_text("インターネットに接続できません。")
        assert {field: page.locator(f"#{field}").input_value() for field in typed} == typed
        assert violations(page) == []
        expect(button).to_be_enabled()
        expect(button).to_be_focused()
        page.context.set_offline(False)
        button.click()
        page.wait_for_url("**/confirm*")


@pytest.mark.parametrize("answer", [{"status": 502, "body": "bad gateway"}, {"status": 500, "content_type": "text/html", "body": "<h1>nginx</h1>"}])
def test_an_answer_that_is_no_page_of_ours_is_told_in_place(browser: Browser, host: str, answer: dict) -> None:
    with opened(browser, f"{host}/forgot-password") as page:
        page.get_by_label("E-mail address").fill("mai@example.jp")
        page.route("**/forgot-password", lambda route: route.fulfill(**answer))
        page.get_by_role("button", name="Send the code").click()
        expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side.")
        assert page.get_by_label("E-mail address").input_value() == "mai@example.jp"
        page.unroute("**/forgot-password")
        page.get_by_role("button", name="Send the code").click()
        page.wait_for_url("**/reset-password")


def test_after_a_form_one_is_sent_to_another_origin_too(browser: Browser, host: str, sample: int) -> None:
    with opened(browser, f"{host}/login?next=http%3A%2F%2F127.0.0.1%3A{sample}%2Fgallery") as page:
        page.get_by_label("E-mail address").fill("mai@example.jp")
        page.locator("#password").fill("Right-1234")
        page.keyboard.press("Enter")
        page.wait_for_url(f"http://127.0.0.1:{sample}/gallery")


def test_a_server_that_redirects_scripts_as_everybody_is_followed(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/forgot-password") as page:
        page.get_by_label("E-mail address").fill("plain@example.jp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/reset-password")
        expect(page.get_by_role("heading", level=1)).to_have_text("Set a new password")
        expect(page.locator("#main")).to_be_focused()
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("Forgot your password?")


def test_one_is_told_when_to_try_again(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/login") as page:
        page.get_by_label("E-mail address").fill("busy@example.jp")
        page.locator("#password").fill("Right-1234")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page.get_by_role("alert")).to_have_text("Too many attempts. Try again in 20 seconds.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_language_is_the_browsers_until_one_chooses(browser: Browser, host: str, scripts: bool) -> None:
    with opened(browser, f"{host}/register?next=%2Fwords", locale="ja-JP", java_script_enabled=scripts) as page:
        assert page.locator("html").get_attribute("lang") == "ja"
        page.locator("#email").fill("mai@example.jp")
        page.locator("#password").fill("Sakura-26")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Create an account")
        assert page.locator("html").get_attribute("lang") == "en"
        if scripts:
            # Nothing that is typed is lost, and the keyboard stays where it is.
            assert page.locator("#email").input_value() == "mai@example.jp" and page.locator("#password").input_value() == "Sakura-26"
            expect(page.get_by_role("link", name="日本語")).to_be_focused()
        page.goto(f"{host}/login")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_menus_open_and_close_by_keyboard(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/account") as page:
        apps, mine = page.locator("details.menu").nth(0), page.locator("details.menu").nth(1)
        apps.locator("summary").focus()
        page.keyboard.press("Enter")
        assert apps.get_attribute("open") is not None
        page.keyboard.press("Tab")
        assert focused(page).startswith("Lang Portal")
        page.keyboard.press("Escape")
        assert apps.get_attribute("open") is None
        expect(apps.locator("summary")).to_be_focused()
        page.keyboard.press("Enter")
        mine.locator("summary").click()
        assert (apps.get_attribute("open"), mine.get_attribute("open") is not None) == (None, True)
        page.locator("h1").click()
        assert mine.get_attribute("open") is None


def test_a_button_says_after_a_failure_what_it_said_before(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/account") as page:
        page.context.set_offline(True)
        button = page.locator(".sessions button").first
        before = button.inner_html()
        button.click()
        expect(page.get_by_role("alert")).to_contain_text("There is no connection.")
        assert button.inner_html() == before


def test_times_are_the_readers_own(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/account?lang=ja", timezone_id="Asia/Tokyo") as page:
        expect(page.locator("#sessions time").first).to_contain_text("23:13")
    with opened(browser, f"{host}/gallery/account", java_script_enabled=False) as page:
        assert page.locator("#sessions time").first.inner_text() == "2026-09-21 14:13 UTC"


def test_a_job_that_is_done_shows_by_itself(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/account") as page:
        page.clock.install()
        page.goto(f"{host}/gallery/account-working")
        done = requests.get(f"{host}/gallery/account-ready", timeout=10).text
        asked = []
        page.route("**/gallery/account-working", lambda route: (asked.append(route.request.headers), route.fulfill(content_type="text/html", body=done)))
        assert page.get_by_role("link", name="Download").count() == 0
        page.clock.fast_forward(3_000)
        expect(page.get_by_role("link", name="Download")).to_be_visible()
        # Nobody is there because of it: the session's hour goes on.
        assert [headers.get("x-watch") for headers in asked] == ["1"]


def test_a_page_that_waits_for_a_job_is_left_when_the_session_is_over(browser: Browser, host: str) -> None:
    with opened(browser, f"{host}/gallery/account") as page:
        page.clock.install()
        page.goto(f"{host}/gallery/account-working")
        page.route("**/gallery/account-working", lambda route: route.fulfill(status=303, headers={"Location": "/gallery/sign-in-session-over"}))
        page.clock.fast_forward(3_000)
        page.wait_for_url("**/gallery/sign-in-session-over")
