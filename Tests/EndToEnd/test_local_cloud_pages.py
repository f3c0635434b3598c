"""local-cloud's pages as people use them: in a browser, by keyboard, without scripts, on a phone, in the dark."""
from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import requests
from browser import DESKTOP, PHONE, overflow, running_browser, violations
from playwright.sync_api import Browser, Page
from programs import running

PAGES = ["/_faults", "/_mailbox", "/_telemetry"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with running("local-cloud", {"LAME_DUCK_SECONDS": "0", "LOOPS": "1", "DEMO_LEARNERS": "1"}, "/api/health") as port:
        yield port


@pytest.fixture(autouse=True)
def nothing_goes_wrong(port: int) -> None:
    requests.delete(f"http://localhost:{port}/_faults/services", timeout=10).raise_for_status()


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page that may say nothing on its console, such as that its policy refused a style."""
    context = browser.new_context(viewport=options.pop("viewport", DESKTOP), **options)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if "422" not in message.text else None)
    page.goto(address)
    yield page
    context.close()
    assert said == []


def standing(port: int) -> dict[str, str]:
    return {item["service"]: item["fault"] for item in requests.get(f"http://localhost:{port}/_faults/services", timeout=10).json()["services"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_objects_to_nothing(browser: Browser, port: int, path: str, viewport: dict, scheme: str) -> None:
    host = f"http://localhost:{port}"
    requests.put(f"{host}/_faults/services/polly", json={"fault": "slow;count=2"}, timeout=10).raise_for_status()
    requests.post(f"{host}/v1/logs", json={"resourceLogs": []}, timeout=10).raise_for_status()
    with opened(browser, host + path, viewport=viewport, color_scheme=scheme) as page:
        assert violations(page) == []
        assert overflow(page) <= 0


def test_the_check_itself_finds_what_is_wrong(browser: Browser, port: int) -> None:
    with opened(browser, f"http://localhost:{port}/_faults") as page:
        page.evaluate("document.querySelector('label[for=s3-kind]').remove(); document.querySelector('h1').style.color = '#eee'")
        assert {found.split(":")[0] for found in violations(page)} >= {"select-name", "color-contrast"}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_fault_is_set_and_cleared(browser: Browser, port: int, scripts: bool) -> None:
    with opened(browser, f"http://localhost:{port}/_faults", java_script_enabled=scripts) as page:
        card = page.get_by_role("region", name="Polly")
        card.get_by_label("What goes wrong").select_option(label="Answers late")
        card.get_by_label("How often").select_option(label="The next few")
        card.get_by_label("Times").fill("3")
        card.get_by_label("Seconds late").fill("1.5")
        card.get_by_role("button", name="Set").click()
        assert standing(port) == {"polly": "slow;count=3;seconds=1.5"}
        assert page.get_by_role("status").inner_text() == "Polly: answers 1.5 s late, the first 3 times; not happened yet"
        # To reload sends nothing again, and what was set is shown in the form.
        requests.delete(f"http://localhost:{port}/_faults/services", timeout=10)
        page.reload()
        assert standing(port) == {}
        assert page.get_by_role("status").inner_text() == "Nothing goes wrong now."


def test_what_is_set_is_cleared_for_one_and_for_all(browser: Browser, port: int) -> None:
    for service in ("s3", "sns", "bedrock"):
        requests.put(f"http://localhost:{port}/_faults/services/{service}", json={"fault": "throttle"}, timeout=10).raise_for_status()
    with opened(browser, f"http://localhost:{port}/_faults") as page:
        page.get_by_role("button", name="Clear SNS").click()
        assert standing(port).keys() == {"s3", "bedrock"}
        page.get_by_role("button", name="Clear all").click()
        assert standing(port) == {}


def test_a_choice_shows_the_fields_that_it_needs(browser: Browser, port: int) -> None:
    with opened(browser, f"http://localhost:{port}/_faults") as page:
        card = page.get_by_role("region", name="S3")

        def shown() -> list[str]:
            return [text for text in card.locator("label:visible").all_inner_texts() if text != "What goes wrong"]

        assert shown() == []
        for kind, fields in (("throttle", ["How often"]), ("error", ["Status", "How often"]), ("slow", ["Seconds late (0–60)", "How often"])):
            card.get_by_label("What goes wrong").select_option(kind)
            assert shown() == fields
        card.get_by_label("How often").select_option("chance")
        assert shown() == ["Seconds late (0–60)", "How often", "Per cent (0–100)"]
        card.get_by_label("What goes wrong").select_option("nothing")
        assert shown() == []


def test_a_problem_stands_beside_its_field_which_has_the_focus(browser: Browser, port: int) -> None:
    with opened(browser, f"http://localhost:{port}/_faults", viewport=PHONE) as page:
        card = page.get_by_role("region", name="SNS")
        card.get_by_label("What goes wrong").select_option("slow")
        card.get_by_label("How often").select_option("first")
        card.get_by_label("Seconds late").fill("99")
        card.get_by_label("Times").fill("often")
        card.get_by_role("button", name="Set").click()
        assert page.title() == "Error: Faults – local-cloud"
        assert page.get_by_role("alert").inner_text().splitlines()[0] == "The fault of SNS was not set."
        seconds = card.get_by_label("Seconds late")
        assert seconds.input_value() == "99"
        assert page.evaluate("document.activeElement.id") == "sns-seconds"
        assert page.locator(f"#{seconds.get_attribute('aria-describedby')}").inner_text() == "Enter a number from 0 to 60."
        assert card.get_by_label("Times").input_value() == "often"
        assert violations(page) == []
        page.get_by_role("alert").get_by_role("link", name="Times").click()
        assert page.evaluate("document.activeElement.id") == "sns-count"
        card.get_by_label("Times").fill("2")
        seconds.fill("9")
        page.keyboard.press("Enter")
        page.wait_for_url("**/_faults#sns")
        assert standing(port) == {"sns": "slow;count=2;seconds=9.0"}


def test_the_keyboard_is_enough(browser: Browser, port: int) -> None:
    with opened(browser, f"http://localhost:{port}/_faults") as page:

        def focus() -> str:
            return page.evaluate("document.activeElement.textContent.trim().slice(0, 20) || document.activeElement.id")

        page.keyboard.press("Tab")
        assert focus() == "To the content"
        assert page.locator(".skip").bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "s3-kind"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        # Typed letters choose, as in every list.
        page.keyboard.type("Thr")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "s3-occurrence"
        page.keyboard.press("Tab")
        assert focus() == "Set S3"
        page.keyboard.press("Enter")
        page.wait_for_url("**/_faults#s3")
        assert standing(port) == {"s3": "throttle"}
        # One goes on where one was.
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "s3-kind"


ATTACK = """<form id="form" method="post" action="{target}/_faults"><input name="service" value="s3"><input name="kind" value="reset">
<input name="occurrence" value="always"></form>"""


@contextmanager
def page_elsewhere(html: str) -> Iterator[int]:
    """Another server of this machine, as any app is."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_page_of_another_origin_cannot_set_faults(browser: Browser, port: int, host: str) -> None:
    target = f"http://localhost:{port}"
    with page_elsewhere(ATTACK.format(target=target)) as other:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"http://{host}:{other}/")
        with page.expect_navigation() as navigation:
            page.evaluate("document.getElementById('form').submit()")
        assert navigation.value.status == 403
        assert "cross-site" in page.content()
        page.goto(f"http://{host}:{other}/")
        # Simple requests, which need nobody's leave, and those that a browser asks for first.
        for method, mode, path in (("POST", "no-cors", "/_faults"), ("PUT", "cors", "/_faults/services/s3"), ("DELETE", "cors", "/_faults/services")):
            page.evaluate(
                """([url, method, mode]) => fetch(url, {method, mode, credentials: 'include', headers: {'Content-Type': mode == 'cors'
                ? 'application/json' : 'application/x-www-form-urlencoded'}, body: method == 'DELETE' ? undefined : mode == 'cors'
                ? '{"fault":"reset"}' : 'service=s3&kind=reset&occurrence=always'}).then(() => 0, () => 0)""",
                [target + path, method, mode],
            )
        context.close()
    assert standing(port) == {}


def test_an_app_of_ours_on_another_port_cannot_either(port: int) -> None:
    """Its origin may call the services: CORS lets it through, the page's own guard does not."""
    headers = {"Origin": "http://localhost:3000", "Sec-Fetch-Site": "same-site"}
    refused = requests.put(f"http://localhost:{port}/_faults/services/s3", json={"fault": "reset"}, headers=headers, timeout=10)
    assert (refused.status_code, refused.json()["type"]) == (403, "cross-site")
    assert standing(port) == {}


def test_a_name_bound_to_loopback_by_somebody_else_opens_nothing(port: int) -> None:
    for path in PAGES[:2]:
        refused = requests.get(f"http://localhost:{port}{path}", headers={"Host": f"rebound.example:{port}"}, timeout=10)
        assert (refused.status_code, refused.json()["type"]) == (403, "foreign-host")
