"""The page of words as learners meet it: with and without scripts, by keyboard alone, when things go wrong; and its files, read by others."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from browser import DESKTOP, PHONE, overflow, running_browser, violations
from playwright.sync_api import Browser, Download, Page, expect
from vocab_stage import WORDS, Stage, running_stage


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with running_stage(tmp_path_factory.mktemp("vocab")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_browser() as browser:
        yield browser


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
        ("away", "cannot be reached"), ("throttled", "in 42 seconds"), ("forbidden", "Put it in another way"), ("ended", "was ended"),
        ("blocked", "in 2 hours"), ("unusable", "No good words"),
    ],
)
def test_each_trouble_has_words_of_its_own_and_nothing_typed_is_lost(stage: Stage, browser: Browser, topic: str, text: str, scripts: bool) -> None:
    with opened(stage, browser, java_script_enabled=scripts) as page:
        page.locator("#count").evaluate("slider => { slider.value = 7 }")
        page.locator("#topic").fill(topic)
        page.locator(".generate").click()
        place = page.locator("#topic-error" if topic == "forbidden" else "#trouble .notice")
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
            page.get_by_role("button", name="Save to Lang Portal").click()
            expect(page.locator("#keeping .notice.good")).to_contain_text(text)
        assert page.get_by_role("link", name="Study them now").get_attribute("href") == "http://localhost:3000/groups/7"
        (first, body), (second, again) = stage.imports
        assert first == second and body == again and first.startswith("vocab-")
        kept = {"japanese", "romaji", "english", "parts"}
        count = 3 if scripts else 5
        assert body == {"group_name": "Food", "words": [{name: word[name] for name in word if name in kept} for word in WORDS[:count]]}
        assert len(words(page)) == count


def test_what_cannot_be_saved_is_not_lost(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food")
        finished(page)
        stage.is_portal_away = True
        page.get_by_role("button", name="Save to Lang Portal").click()
        expect(page.locator("#keeping .notice.bad")).to_contain_text("Lang Portal cannot be reached")
        assert len(words(page)) == 5


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
        page.locator("details.menu").last.locator("summary").click()
        page.get_by_role("link", name="日本語").click()
        expect(page.get_by_role("heading", level=2).first).to_have_text("「Food」の単語")
        assert len(words(page)) == 5


def test_the_raw_words_can_be_copied(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        generate(page, "Food")
        finished(page)
        page.locator(".raw summary").click()
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#copy")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText().then(JSON.parse)")
        assert copied["group_name"] == "Food" and [word["japanese"] for word in copied["words"]] == words(page)


def download(page: Page, name: str) -> Download:
    with page.expect_download() as started:
        page.get_by_role("button", name=name).click()
    return started.value


def test_the_table_is_read_by_others(stage: Stage, browser: Browser) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food / 食べ物")
        finished(page)
        file = download(page, "CSV")
        assert file.suggested_filename == "Food _ 食べ物.csv"
        rows = list(csv.DictReader(io.StringIO(Path(file.path()).read_bytes().decode("utf-8-sig"))))
        assert [row["Japanese"] for row in rows] == [word["japanese"] for word in WORDS[:5]]
        assert [row["Verified"] for row in rows] == ["yes"] * 4 + ["no"]
        assert rows[0]["Reading"] == "たべもの" and rows[0]["Example reading"] == "すきなたべものはなんですか。"


def imported(collection: Collection, file: Path) -> None:
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file)))


@pytest.mark.parametrize("is_silent", [False, True], ids=["with sounds", "without"])
def test_the_deck_is_imported_by_anki_with_notes_and_sounds(stage: Stage, browser: Browser, tmp_path: Path, is_silent: bool) -> None:
    with opened(stage, browser) as page:
        generate(page, "Food", 10)
        finished(page)
        stage.is_silent = is_silent
        files = [download(page, "Anki deck") for _ in range(2)]
        packages = [tmp_path / f"{number}.apkg" for number in range(2)]
        for file, package in zip(files, packages, strict=True):
            file.save_as(package)
    collection = Collection(str(tmp_path / "collection.anki2"))
    # Twice is as good as once.
    for package in packages:
        imported(collection, package)
    assert (collection.note_count(), collection.card_count()) == (10, 20)
    note = next(note for note in map(collection.get_note, collection.find_notes("")) if note["Japanese"] == "召し上がる")
    assert note["Furigana"] == "召[め]し 上[あ]がる" and note["English"] == "to eat; to drink" and note["Romaji"] == "meshiagaru"
    assert collection.decks.name(note.cards()[0].did) == "Vocab::Food"
    sounds = [collection.get_note(note)["Audio"] for note in collection.find_notes("Audio:[sound:*")]
    assert len(sounds) == (0 if is_silent else 10)
    # They sound alike here, so they are one file.
    names = {sound.removeprefix("[sound:").removesuffix("]") for sound in sounds}
    assert len(names) == (0 if is_silent else 1)
    assert all((Path(collection.media.dir()) / name).stat().st_size == 1_644 for name in names)
    rendered = note.cards()[0].render_output()
    assert "<ruby>" in rendered.answer_text and "<rt>め</rt>" in rendered.answer_text
    assert collection.media.check().missing == []
    collection.close()
