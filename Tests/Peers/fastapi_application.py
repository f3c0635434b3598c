"""The FastAPI application that fastapi_problems.py asks; its twin is declared in Tests/WebTests/Support/PeerApplication.swift."""

from datetime import timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Body, Cookie, FastAPI, File, Form, Header, Path, Query, UploadFile
from pydantic import AliasChoices, Base64Bytes, BaseModel, EmailStr, Field, HttpUrl

app = FastAPI()


class Vocabulary(BaseModel):
    topic: str = Field(min_length=1, max_length=20)
    word_count: int = Field(5, ge=3, le=10)


class Parts(BaseModel):
    type: str
    formality: Literal["neutral", "formal"] = "neutral"


class Word(BaseModel):
    japanese: str = Field(min_length=1, max_length=10)
    parts: Parts
    tags: list[str] = Field(default=[], max_length=3)
    is_common: bool = False
    note: str | None = None
    weight: float = Field(0.5, ge=0, le=1)


class Sheet(BaseModel):
    name: str = Field(min_length=2)
    count: int = Field(5, ge=1, le=9)
    tags: list[str] = Field(default=[], max_length=2)
    note: str | None = None


class StrictSheet(BaseModel):
    model_config = {"extra": "forbid"}
    name: str


class Picture(BaseModel):
    title: str = Field(min_length=2)
    image: UploadFile
    more: list[UploadFile] = []


class TextExercise(BaseModel):
    kind: Literal["text"]
    title: str = Field(min_length=2)


class ImageExercise(BaseModel):
    model_config = {"extra": "forbid"}
    kind: Literal["image"]
    url: str
    width: int = 3


class BlackCat(BaseModel):
    kind: Literal["cat"]
    color: Literal["black"]
    luck: int


class WhiteCat(BaseModel):
    kind: Literal["cat"]
    color: Literal["white"]
    lives: int = Field(9, le=9)


Cat = Annotated[BlackCat | WhiteCat, Field(discriminator="color")]
Exercise = Annotated[TextExercise | ImageExercise | Cat, Field(discriminator="kind")]


class Lesson(BaseModel):
    name: str
    exercises: list[Exercise]
    last: Exercise | None = None


class Level(IntEnum):
    beginner = 1
    advanced = 2


class Kinds(BaseModel):
    id: UUID | None = None
    wait: timedelta | None = None
    price: Annotated[Decimal, Field(max_digits=5, decimal_places=2, ge=0)] | None = None
    data: Base64Bytes | None = None
    site: HttpUrl | None = None
    mail: EmailStr | None = None
    level: Level | None = None
    grade: Literal[1, 2, 3] | None = None
    type: Literal["word"] | None = None


class Named(BaseModel):
    japanese: str = Field(min_length=2, validation_alias=AliasChoices("japanese", "ja", "kanji"), serialization_alias="japanese")
    tags: list[str] = Field([], validation_alias=AliasChoices("tags", "labels"), serialization_alias="tags")


class StrictNamed(BaseModel):
    model_config = {"extra": "forbid"}
    japanese: str = Field(validation_alias=AliasChoices("japanese", "ja"), serialization_alias="japanese")


class Tags(BaseModel):
    x_tag: list[str] = []


class StrictList(BaseModel):
    model_config = {"extra": "forbid"}
    page: int = Field(1, ge=1)
    tag: list[str] = []


class StrictCookies(BaseModel):
    model_config = {"extra": "forbid"}
    sid: str


WordID = Annotated[int, Path(ge=1)]


@app.post("/vocabulary")
def vocabulary(request: Vocabulary):
    return request


@app.post("/words")
def create(word: Word):
    return word


@app.get("/words/{word_id}")
def show(word_id: WordID):
    return {"word_id": word_id}


@app.get("/words")
def words(
    page: Annotated[int, Query(ge=1)] = 1,
    per_page: Annotated[int, Query(ge=1, le=500)] = 100,
    order: Literal["asc", "desc"] = "asc",
    search: Annotated[str | None, Query(max_length=5)] = None,
    exact: bool = False,
):
    return {"page": page, "per_page": per_page, "order": order, "search": search, "exact": exact}


@app.get("/search")
def search(topic: Annotated[str, Query(min_length=2)], limit: int):
    return {"topic": topic, "limit": limit}


@app.get("/headers")
def headers(x_count: Annotated[int, Header(ge=0)], x_note: Annotated[str | None, Header()] = None):
    return {"x-count": x_count, "x-note": x_note}


@app.put("/words/{word_id}")
def replace(word_id: WordID, dry_run: Annotated[bool, Query()], x_count: Annotated[int, Header(ge=0)], request: Vocabulary):
    return request


@app.post("/form")
def form(sheet: Annotated[Sheet, Form()]):
    return sheet


@app.post("/strict-form")
def strict_form(sheet: Annotated[StrictSheet, Form()]):
    return sheet


@app.post("/pictures")
def pictures(picture: Annotated[Picture, File()]):
    files = [picture.image, *picture.more]
    return {"title": picture.title, "files": [{"filename": f.filename, "content_type": f.content_type, "byte_count": f.size} for f in files]}


@app.post("/exercise")
def exercise(exercise: Annotated[Exercise, Body()]):
    return exercise


@app.post("/lesson")
def lesson(lesson: Lesson):
    return lesson


@app.post("/kinds")
def kinds(kinds: Kinds):
    return kinds


@app.post("/named")
def named(named: Named):
    return named


@app.post("/strict-named")
def strict_named(named: StrictNamed):
    return named


@app.get("/tags")
def tags(tags: Annotated[Tags, Header()]):
    return {"x-tag": tags.x_tag}


@app.get("/strict-list")
def strict_list(query: Annotated[StrictList, Query()]):
    return query


@app.get("/strict-cookies")
def strict_cookies(cookies: Annotated[StrictCookies, Cookie()]):
    return cookies


@app.get("/levels/{level}")
def level(level: Level, wait: timedelta | None = None, id: UUID | None = None):
    return {"level": level, "waits": wait is not None, "id": id}


@app.post("/two-bodies")
def two_bodies(vocabulary: Vocabulary, parts: Parts, importance: Annotated[int, Body(gt=0)]):
    return {"vocabulary": vocabulary, "parts": parts, "importance": importance}


@app.post("/maybe-body")
def maybe_body(vocabulary: Vocabulary | None = None):
    return vocabulary
