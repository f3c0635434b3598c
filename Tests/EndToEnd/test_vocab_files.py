"""The files that learners take along, read by others."""
from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageRequest
from playwright.sync_api import Browser, Download, Page
from vocab_page import finished, generate, opened
from vocab_stage import WORDS, Stage


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
        assert all("Electronic Dictionary Research and Development Group" in row["Source"] for row in rows)


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
    assert "Electronic Dictionary Research and Development Group" in collection.decks.get(note.cards()[0].did)["desc"]
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
