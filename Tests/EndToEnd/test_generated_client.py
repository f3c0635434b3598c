"""Clients that openapi-python-client makes from our descriptions, without a patch, call the running services."""
import importlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest
from stack import Client, Stack

# The generator's own bound: it makes no header fields of lists, and leaves the one operation out.
UNSUPPORTED = "list[str] | Unset is not allowed in header"
CAT, RAIN = "猫", "雨"


def generated(name: str, port: int, folder: Path, monkeypatch: pytest.MonkeyPatch, warnings: int = 0) -> ModuleType:
    """A client as a package of this name, made from the description of the service at the port."""
    document, settings = folder / f"{name}.json", folder / "settings.yml"
    document.write_bytes(Client(port).get("/openapi.json").body)
    settings.write_text("post_hooks: []\n")
    command = [
        Path(sys.executable).with_name("openapi-python-client"), "generate", "--path", document, "--output-path", folder / name, "--meta", "none",
        "--config", settings,
    ]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    output = result.stdout + result.stderr
    assert result.returncode == 0, output
    assert output.count("WARNING") == output.count(UNSUPPORTED) == warnings, output
    monkeypatch.syspath_prepend(str(folder))
    return importlib.import_module(name)


def part(package: ModuleType, way: str) -> ModuleType:
    return importlib.import_module(f"{package.__name__}.{way}")


@pytest.fixture
def portal(stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    yield generated("portal_client", stack.api_port, tmp_path, monkeypatch)
    forget("portal_client")


@pytest.fixture(scope="module")
def vocabulary(sample: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield generated("sample_client", sample, tmp_path_factory.mktemp("client"), monkeypatch, warnings=1)
    forget("sample_client")


def forget(name: str) -> None:
    for module in [module for module in sys.modules if module.split(".")[0] == name]:
        del sys.modules[module]


def test_a_client_of_the_portal_lists_creates_and_is_refused(portal: ModuleType, stack: Stack):
    learner = stack.other_learner()
    client = portal.AuthenticatedClient(f"http://127.0.0.1:{stack.api_port}", learner.token)
    models, path = part(portal, "models"), "api.words."
    word = models.VocabularyWord(CAT, "neko", "cat", models.WordParts("noun", "neutral"))
    created = part(portal, path + "post_api_v1_lang_portal_words").sync_detailed(client=client, body=word)
    assert created.status_code == 201
    assert created.parsed.japanese == CAT
    page = part(portal, path + "get_api_v1_lang_portal_words").sync(client=client, per_page=500)
    assert created.parsed.id in [item.id for item in page.items]
    unknown = part(portal, path + "get_api_v1_lang_portal_words_word_id").sync(999_999_999, client=client)
    assert unknown.type_ == "word-not-found"
    refused = part(portal, path + "get_api_v1_lang_portal_words").sync(client=client, per_page=501)
    assert refused.detail[0].loc == ["query", "per_page"]
    stranger = portal.AuthenticatedClient(f"http://127.0.0.1:{stack.api_port}", "nonsense")
    assert part(portal, path + "get_api_v1_lang_portal_words").sync_detailed(client=stranger).status_code == 401
    assert learner.post("/api/reset_data").status == 200


class TestAClientOfTheSample:
    @pytest.fixture
    def client(self, vocabulary: ModuleType, sample: int):
        return vocabulary.AuthenticatedClient(f"http://127.0.0.1:{sample}", "a token")

    @pytest.fixture
    def models(self, vocabulary: ModuleType) -> ModuleType:
        return part(vocabulary, "models")

    @pytest.fixture
    def call(self, vocabulary: ModuleType, client):
        return lambda name, *path, **inputs: part(vocabulary, f"api.{name}").sync(*path, client=client, **inputs)

    def test_sends_queries_headers_and_cookies(self, call, models: ModuleType):
        page = call(
            "words.get_words", page=3, order=models.Order.DESCENDING, level=[models.Level.VALUE_1, models.Level.VALUE_2], since=date(2026, 2, 8),
            within="P1DT2H", x_language="ja", visit="first")
        assert (page.page, page.levels, page.since, page.within) == (3, [1, 2], date(2026, 2, 8), "P1DT2H")
        assert (page.language, page.visit, page.items[0].japanese) == ("ja", "first", CAT)
        assert call("words.get_words", page=0).detail[0].type_ == "greater_than_equal"

    def test_gets_the_type_that_belongs_to_the_status(self, call, models: ModuleType):
        assert call("words.show_word", 7) == models.Word(7, CAT, models.Level.VALUE_1, None)
        assert call("words.show_word", 8) == models.NoSuchWord(8, "Ask for 7.")

    def test_sends_a_body_and_hears_every_problem_of_it(self, call, models: ModuleType):
        word = call("words.add_word", body=models.NewWord(RAIN, models.Level.VALUE_2, price="1.50"))
        assert (word.id, word.japanese, word.price) == (8, RAIN, "1.50")
        problems = call("words.add_word", body=models.NewWord("", price="1.234", callback_url="nowhere")).detail
        assert [(problem.loc[-1], problem.type_) for problem in problems] == [
            ("japanese", "string_too_short"), ("price", "decimal_max_places"), ("callback_url", "url_parsing"),
        ]

    def test_may_leave_an_optional_body_out(self, call, models: ModuleType):
        assert call("words.patch_words_word_id", 5).japanese == CAT
        assert call("words.patch_words_word_id", 5, body=models.WordChange(RAIN)).japanese == RAIN
        assert call("words.delete_words_word_id", 5) is None

    def test_sends_each_case_of_a_union(self, call, models: ModuleType):
        text = models.TextExerciseInput("text", "Rain", answers=["ame"])
        image = models.ImageExercise("image", "https://example.org/cat.png")
        assert call("exercises.check_exercise", body=text).to_dict() == text.to_dict()
        assert call("exercises.check_exercise", body=image) == image
        refused = call("exercises.check_exercise", body=models.TextExerciseInput("text", "R"))
        assert refused.detail[0].loc == ["body", "text", "title"]

    def test_sends_several_bodies_in_one(self, call, models: ModuleType):
        image = models.ImageExercise("image", "https://example.org/cat.png")
        lesson = models.LessonBodiesInput(models.WordChange(CAT), [image], 1)
        assert call("exercises.check_lesson", body=lesson).to_dict() == lesson.to_dict()

    def test_sends_every_kind_of_value(self, call, models: ModuleType):
        values = models.ValuesInput(
            id=UUID("6a1b0f8e-6a0d-4c3d-9b0a-0123456789ab"), moment=datetime(2026, 2, 8, 17, 20, tzinfo=UTC), day=date(2026, 2, 8), wait="PT1H30M",
            price="12.50", data="aGVsbG8=", site="https://example.org/a?b=c", mail="hanako@example.org", level=models.Level.VALUE_2)
        answer = call("exercises.echo_values", body=values)
        assert (answer.id, answer.moment, answer.day, answer.wait) == (values.id, values.moment, values.day, "PT1H30M")
        assert (answer.price, answer.data, answer.site, answer.level) == ("12.50", "aGVsbG8=", values.site, models.Level.VALUE_2)
        assert (answer.type_, answer.ratio, answer.counts.to_dict()) == ("values", 0.5, {})

    def test_sends_forms_and_files(self, vocabulary: ModuleType, call, models: ModuleType):
        sheet = call("forms.send_sheet", body=models.SheetInput("Hanako", count=3))
        assert (sheet.name, sheet.count, sheet.tags) == ("Hanako", 3, [])
        file = part(vocabulary, "types").File(BytesIO(b"meow"), "cat.png", "image/png")
        picture = call("forms.send_picture", body=models.Picture("Cats", file))
        assert (picture.title, picture.byte_count) == ("Cats", 4)
