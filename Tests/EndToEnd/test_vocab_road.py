"""From a topic to a group in the portal, in a browser, with nothing that stands in for a service of ours."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser import DESKTOP, PHONE, overflow, violations
from playwright.sync_api import Browser, Page, expect
from stack import Stack
from vocab_page import finished, generate, words


@pytest.fixture(scope="module")
def signed_in(stack: Stack, browser: Browser) -> Any:
    """What the browser of the other learner keeps after signing in, once: the door counts who knocks."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{stack.vocab_origin}/login")
    page.locator("#email").fill("other@app-dw.net")
    page.locator("#password").fill("Momiji-2026!")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{stack.vocab_origin}/")
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def page(stack: Stack, browser: Browser, signed_in: Any, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of words of a learner who has asked for nothing in this hour."""
    stack.sql("truncate model_calls, model_minutes, model_spend, model_offenders, model_answers")
    context = browser.new_context(locale="en-GB", storage_state=signed_in, viewport=getattr(request, "param", DESKTOP))
    page = context.new_page()
    page.goto(stack.vocab_origin)
    yield page
    context.close()


@pytest.mark.parametrize("page", [DESKTOP, PHONE], ids=["desktop", "phone"], indirect=True)
def test_a_topic_becomes_a_group_that_the_portal_shows(stack: Stack, page: Page) -> None:
    generate(page, "Weather", 6)
    finished(page)
    made = words(page)
    assert len(made) == 6
    with page.expect_response(lambda response: "/audio?" in response.url) as heard:
        page.locator(".front .play").first.click()
    assert heard.value.status in (200, 206) and heard.value.headers["content-type"] == "audio/mpeg"
    page.get_by_role("button", name="Save to Lang Portal").click()
    page.get_by_role("link", name="Open them there").click()
    page.wait_for_url(f"http://localhost:{stack.front_port}/groups/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Weather")
    # Signed in there, too, and with those words.
    shown = page.locator(".recall .japanese").all_text_contents()
    assert set(made) <= set(shown)
    meaning = page.locator(".recall .meaning").first
    expect(meaning).to_be_hidden()
    page.locator(".recall summary").first.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    assert violations(page) == [] and overflow(page) <= 0
    page.get_by_text("Apps").click()
    page.get_by_role("link", name="Vocab").first.click()
    page.wait_for_url(f"{stack.vocab_origin}/")


def test_the_first_word_is_there_in_less_than_three_hundred_milliseconds(page: Page) -> None:
    generate(page, "Food", 3)
    finished(page)
    page.locator("#topic").fill("Animals")
    took = page.evaluate("""async () => {
        const began = performance.now();
        document.querySelector(".generate").click();
        const isThere = () => document.querySelector("#results h2, h2").textContent.includes("Animals") && document.querySelector(".word:not(.pending)");
        while (!isThere() && performance.now() - began < 5000) await new Promise(requestAnimationFrame);
        return performance.now() - began;
    }""")
    assert took < 300, f"{took:.0f} ms to the first word"


@pytest.mark.parametrize("place", ["99999", "0", "-1", "x", "9" * 30])
def test_a_group_that_is_not_there_is_told_in_words(stack: Stack, page: Page, place: str) -> None:
    answer = page.goto(f"http://localhost:{stack.front_port}/groups/{place}")
    assert answer is not None and answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such group")
    assert violations(page) == []


def test_who_is_not_signed_in_comes_back_to_the_group(stack: Stack, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{stack.front_port}/groups/1")
    assert page.url.startswith(f"http://localhost:{stack.front_port}/login?") and "groups" in page.url
    context.close()
