"""The page of words as learners meet it: with and without scripts, by keyboard alone."""
from __future__ import annotations

import pytest
from browser import DESKTOP, PHONE, overflow, violations
from playwright.sync_api import Browser, expect
from vocab_page import finished, generate, opened, words
from vocab_stage import WORDS, Stage


def test_who_is_not_signed_in_is_led_to_the_door_and_back(stage: Stage, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(stage.origin)
    assert page.url == f"{stage.origin}/login"
    context.close()


def test_words_arrive_one_by_one_and_progress_is_told(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        stage.word_seconds = 0.5
        expect(page.locator("output[for=count]")).to_have_text("5")
        generate(page, "Food", 4)
        expect(page.locator("output[for=count]")).to_have_text("4")
        expect(page.locator(".generate")).to_be_disabled()
        expect(page.locator("#progress-text")).to_have_text("2 of 4")
        assert len(words(page)) == 2 and page.locator(".pending").count() == 2
        stage.word_seconds = 0.01
        finished(page)
        assert words(page) == [word["japanese"] for word in WORDS[:4]]
        expect(page.locator("#live")).to_have_text("All 4 words are here.")
        expect(page.get_by_role("heading", level=2).first).to_have_text("Words on “Food”")
        assert stage.orders[-1] == {"topic": "Food", "word_count": 4}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_axe_objects_to_nothing(stage: Stage, browser: Browser, viewport: dict, scheme: str, language: str) -> None:
    with opened(stage, browser, f"/?lang={language}", viewport=viewport, color_scheme=scheme, reduced_motion="reduce") as page:
        def check(state: str) -> None:
            assert (state, violations(page)) == (state, [])
            assert overflow(page) <= 0, state
        check("empty")
        generate(page, "食べ物", 10)
        finished(page)
        for details in page.locator("main details").all():
            details.evaluate("details => details.open = true")
        page.locator("#show-romaji").check()
        check("words")
        page.locator("#recall").check()
        check("recall")
        generate(page, "throttled")
        page.locator("[data-trouble=throttled]").wait_for()
        check("trouble")


def test_everything_fits_into_320_pixels(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser, viewport={"width": 320, "height": 640}) as page:
        generate(page, "Food", 10)
        finished(page)
        page.locator("#show-romaji").check()
        assert overflow(page) <= 0


def test_by_keyboard_alone(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        page.locator("#topic").focus()
        page.keyboard.type("Food")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        finished(page)
        assert len(words(page)) == 4
        page.locator("#recall").focus()
        page.keyboard.press("Space")
        back = page.locator(".word .back").first
        expect(back).to_be_hidden()
        page.locator(".reveal input").first.focus()
        page.keyboard.press("Space")
        expect(back).to_be_visible()
        page.keyboard.press("Space")
        expect(back).to_be_hidden()


def test_romaji_and_recall_need_no_scripts(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser, java_script_enabled=False) as page:
        generate(page, "Food")
        assert len(words(page)) == 5
        romaji = page.locator(".front .romaji").first
        expect(romaji).to_be_hidden()
        page.locator("#show-romaji").check()
        expect(romaji).to_be_visible()
        page.locator("#recall").check()
        expect(page.locator(".back").first).to_be_hidden()
        expect(page.locator("#history")).to_be_hidden()
        expect(page.locator("audio").first).to_be_visible()


def test_a_suggestion_fills_the_field_or_sends_it_where_no_script_runs(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        chip = page.locator(".chip").first
        topic = chip.text_content()
        chip.click()
        expect(page.locator("#topic")).to_have_value(topic)
        expect(page.locator("[data-length]")).to_have_text(str(len(topic)))
    with opened(stage, browser, java_script_enabled=False) as page:
        topic = page.locator(".chip").first.text_content()
        page.locator(".chip").first.click()
        expect(page.locator("#topic")).to_have_value(topic)
        assert len(words(page)) == 5


def test_a_word_is_heard_and_silence_is_told(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food")
        finished(page)
        button = page.locator(".front .play").first
        with page.expect_response(lambda response: "/audio?" in response.url) as heard:
            button.click()
        assert heard.value.status in (200, 206)
        assert "voice=Kazuha" in heard.value.url
        stage.is_silent = True
        other = page.locator(".front .play").nth(1)
        other.click()
        expect(other).to_be_disabled()
        expect(page.locator(".silent")).to_have_text("No sound just now.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_saving_twice_is_as_good_as_once(stage: Stage, browser: Browser, scripts: bool) -> None:
    with opened(stage, browser, java_script_enabled=scripts) as page:
        stage.imports.clear()
        generate(page, "Food", 3 if scripts else None)
        if scripts:
            finished(page)
        for text in ("new words", "in Lang Portal already"):
            page.locator("#topic").fill("What I ask for next")
            page.get_by_role("button", name="Save to Lang Portal").click()
            expect(page.locator("#keeping .notice.good")).to_contain_text(text)
            # Without scripts the page is another one.
            expect(page.locator("#topic")).to_have_value("What I ask for next" if scripts else "Food")
        assert page.get_by_role("link", name="Open them there").get_attribute("href") == "http://localhost:3000/groups/7"
        (first, body), (second, again) = stage.imports
        assert first != second and body == again and first.startswith("vocab-")
        kept = {"japanese", "romaji", "english", "parts"}
        count = 3 if scripts else 5
        assert body == {"group_name": "Food", "words": [{name: word[name] for name in word if name in kept} for word in WORDS[:count]]}
        assert len(words(page)) == count


def test_the_browser_keeps_what_was_made_and_forgets_it_when_told(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        for topic in ("Food", "Drink"):
            generate(page, topic, 3)
            finished(page)
        page.reload()
        past = page.locator("#past button")
        expect(past).to_have_count(2)
        expect(past.first).to_contain_text("Drink")
        past.nth(1).click()
        expect(page.get_by_role("heading", level=2).first).to_have_text("Words on “Food”")
        assert len(words(page)) == 3
        expect(past).to_have_count(2)
        page.get_by_role("button", name="Clear").click()
        expect(past).to_have_count(0)
        assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('vocab-history'))") == []


def test_the_words_stay_when_the_language_changes(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food")
        finished(page)
        page.locator("#topic").fill("What I ask for next")
        page.locator("details.menu").last.locator("summary").click()
        page.get_by_role("link", name="日本語").click()
        expect(page.get_by_role("heading", level=2).first).to_have_text("「Food」の単語")
        assert len(words(page)) == 5
        # And what is typed meanwhile stays, too.
        expect(page.locator("#topic")).to_have_value("What I ask for next")


def test_the_raw_words_can_be_copied(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        generate(page, "Food")
        finished(page)
        page.locator(".raw summary").click()
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#copy")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText().then(JSON.parse)")
        assert copied["group_name"] == "Food" and [word["japanese"] for word in copied["words"]] == words(page)
        page.locator("#copy").click()
        expect(page.locator("#copy")).to_have_text("Copy", timeout=5_000)
