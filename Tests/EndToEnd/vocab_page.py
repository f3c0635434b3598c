"""What the tests of the page of words do again and again."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from browser import DESKTOP
from playwright.sync_api import Browser, Page, expect
from vocab_stage import Stage


@contextmanager
def opened(stage: Stage, browser: Browser, address: str = "/", **options: Any) -> Iterator[Page]:
    """A page of a learner that may say nothing on its console, but what the server refused."""
    stage.broken.clear()
    stage.is_silent = stage.is_portal_away = False
    context = stage.context(browser, viewport=options.pop("viewport", DESKTOP), locale=options.pop("locale", "en-GB"), **options)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if not message.text.startswith("Failed to load resource") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(stage.origin + address)
    yield page
    context.close()
    assert said == []


def generate(page: Page, topic: str, count: int | None = None) -> None:
    page.locator("#topic").fill(topic)
    if count:
        page.locator("#count").fill(str(count))
    page.locator(".generate").click()


def finished(page: Page) -> None:
    expect(page.locator("#keeping")).to_be_visible()
    expect(page.locator(".generate")).to_be_enabled()


def words(page: Page) -> list[str]:
    return page.locator(".word:not(.pending)").evaluate_all("words => words.map(word => word.dataset.word)")
