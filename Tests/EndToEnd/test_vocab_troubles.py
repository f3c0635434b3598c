"""The page of words when things go wrong: each trouble is told, and nothing is lost."""
from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from vocab_page import finished, generate, opened, words
from vocab_stage import WORDS, Stage


def test_without_a_topic_it_asks_for_one(stage: Stage, browser: Browser) -> None:
    for scripts in (True, False):
        with opened(stage, browser, java_script_enabled=scripts) as page:
            before = len(stage.orders)
            page.locator("#topic").fill("   ")
            page.locator(".generate").click()
            expect(page.locator("#topic-error")).to_have_text("Please enter a topic.")
            expect(page.locator("#topic")).to_have_attribute("aria-invalid", "true")
            expect(page.locator("#topic")).to_be_focused()
            assert len(stage.orders) == before


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("away", "cannot be reached"), ("throttled", "in 42 seconds"), ("forbidden", "Put it in another way"), ("ended", "not allowed here"),
        ("blocked", "in 2 hours"), ("unusable", "No good words"),
    ],
)
def test_each_trouble_has_words_of_its_own_and_nothing_typed_is_lost(stage: Stage, browser: Browser, topic: str, text: str, scripts: bool) -> None:
    with opened(stage, browser, java_script_enabled=scripts) as page:
        page.locator("#count").evaluate("slider => { slider.value = 7 }")
        page.locator("#topic").fill(topic)
        page.locator(".generate").click()
        place = page.locator("#topic-error" if topic in ("forbidden", "ended") else "#trouble .notice")
        expect(place).to_contain_text(text)
        expect(page.locator("#topic")).to_have_value(topic)
        expect(page.locator("#count")).to_have_value("7")
        expect(page.locator(".generate")).to_be_enabled()


def test_what_came_of_a_broken_stream_stays_and_a_retry_adds_nothing_twice(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "broken", 4)
        expect(page.locator("#trouble .notice")).to_contain_text("broke off")
        assert words(page) == [word["japanese"] for word in WORDS[:2]]
        page.locator("#trouble").get_by_role("button", name="Try again").click()
        finished(page)
        assert words(page) == [word["japanese"] for word in WORDS[:4]]
        expect(page.locator("#trouble .notice")).to_have_count(0)


def test_words_that_were_there_come_back_when_nothing_comes_of_another_topic(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food", 3)
        finished(page)
        generate(page, "throttled")
        page.locator("[data-trouble=throttled]").wait_for()
        assert len(words(page)) == 3
        expect(page.get_by_role("heading", level=2).first).to_have_text("Words on “Food”")
        expect(page.locator("#keeping")).to_be_visible()


def test_what_came_of_a_broken_stream_can_be_kept(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        stage.imports.clear()
        generate(page, "broken", 4)
        page.locator("[data-trouble=stream-broken]").wait_for()
        page.get_by_role("button", name="Save to Lang Portal").click()
        expect(page.locator("#keeping .notice.good")).to_contain_text("2 new words")
        assert [word["japanese"] for word in stage.imports[0][1]["words"]] == words(page)


def test_what_was_typed_is_there_again_after_the_door(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        page.locator("#topic").fill("Food & drink")
        page.locator("#count").fill("8")
        page.context.clear_cookies()
        page.locator(".generate").click()
        page.wait_for_url("**/login?**")
        page.context.add_cookies(stage.cookies["cookies"])
        page.reload()
        expect(page.locator("#topic")).to_have_value("Food & drink")
        expect(page.locator("#count")).to_have_value("8")


def test_without_a_connection_nothing_is_lost(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        page.context.set_offline(True)
        generate(page, "Food")
        expect(page.locator("#trouble .notice")).to_contain_text("no connection")
        page.context.set_offline(False)
        page.locator("#trouble").get_by_role("button", name="Try again").click()
        finished(page)


def test_what_cannot_be_saved_is_not_lost(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food")
        finished(page)
        stage.is_portal_away = True
        page.get_by_role("button", name="Save to Lang Portal").click()
        expect(page.locator("#keeping .notice.bad")).to_contain_text("Lang Portal cannot be reached")
        assert len(words(page)) == 5
