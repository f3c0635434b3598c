"""Asks a real FastAPI what it answers to bad requests and writes the answers to fastapi_problems.json.

The twin of the application below is declared in Tests/WebTests/Support/PeerApplication.swift; a test there sends the same requests and
compares status and body. Run again after an upgrade of FastAPI: python fastapi_problems.py  (needs fastapi, httpx and python-multipart)
"""

import json
import pathlib
from typing import Annotated, Literal

import fastapi
import pydantic
from fastapi import FastAPI, File, Form, Header, Path, Query, UploadFile
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

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


JSON_TYPE = {"content-type": "application/json"}


def post(path, body, headers=JSON_TYPE, method="POST"):
    return {"method": method, "target": path, "headers": headers, "body": body}


FORM_TYPE = {"content-type": "application/x-www-form-urlencoded"}
MULTIPART_TYPE = {"content-type": "multipart/form-data; boundary=b"}


def parts(*contents):
    """A form of parts, each its disposition's parameters, its content and perhaps its type."""
    text = ""
    for parameters, content, *types in contents:
        lines = [f"--b\r\nContent-Disposition: form-data; {parameters}\r\n", *(f"Content-Type: {name}\r\n" for name in types)]
        text += "".join(lines) + f"\r\n{content}\r\n"
    return text + "--b--\r\n"


def get(path, headers=None):
    if headers is None:
        headers = {}
    return {"method": "GET", "target": path, "headers": headers, "body": ""}


VOCABULARY_BODIES = [
    "", "null", "[]", "3", '"x"', "{}", '{"topic":"Weather"}', '{"topic":""}', '{"topic":"123456789012345678901"}',
    '{"topic":"猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫"}', '{"topic":7}', '{"topic":null}', '{"topic":["a"]}', '{"topic":"a","word_count":2}',
    '{"topic":"a","word_count":11}', '{"topic":"a","word_count":"7"}', '{"topic":"a","word_count":"x"}', '{"topic":"a","word_count":7.0}',
    '{"topic":"a","word_count":7.5}', '{"topic":"a","word_count":null}', '{"topic":"a","word_count":true}', '{"topic":"","word_count":99}',
    '{"word_count":1}', '{"topic":"a","unknown":1}', "{", '{"topic":}', '{"topic":"a",}', "nonsense", '{"topic":"a"} x',
]
WORD_BODIES = [
    "{}", '{"japanese":"猫"}', '{"japanese":"猫","parts":{}}', '{"japanese":"猫","parts":{"type":"noun"}}', '{"japanese":"猫","parts":[]}',
    '{"japanese":"猫","parts":{"type":"noun","formality":"rude"}}', '{"japanese":"猫","parts":{"type":"noun"},"tags":["a",2]}',
    '{"japanese":"猫","parts":{"type":"noun"},"tags":["a","b","c","d"]}', '{"japanese":"猫","parts":{"type":"noun"},"tags":"a"}',
    '{"japanese":"猫","parts":{"type":"noun"},"is_common":"yes"}', '{"japanese":"猫","parts":{"type":"noun"},"is_common":"maybe"}',
    '{"japanese":"猫","parts":{"type":"noun"},"is_common":2}', '{"japanese":"猫","parts":{"type":"noun"},"note":3}',
    '{"japanese":"猫","parts":{"type":"noun"},"weight":"0.25"}', '{"japanese":"猫","parts":{"type":"noun"},"weight":1.5}',
    '{"japanese":"猫","parts":{"type":"noun"},"weight":"heavy"}', '{"japanese":"","parts":{"formality":"rude"},"tags":[null],"weight":-1}',
]
FORMS = [
    "", "name=ab", "name=a", "name=", "count=0", "name=ab&count=x&tags=a&tags=b&tags=c", "name=ab&tags=", "name=ab&note=", "name=ab&count=",
    "name=ab&other=1", "count=1&other=1&other=2", "name=a%20b+c%2B", "name=a&name=bc", "name=bc&name=", "&&name=ab&=x&", "name=%E7%8C%AB", "name=a=b",
]
TITLE, IMAGE = ('name="title"', "Cats"), ('name="image"; filename="a.png"', "meow", "image/png")
PICTURES = [
    parts(TITLE, IMAGE), parts(TITLE), parts(), parts(('name="title"', "C"), ('name="image"; filename=""', "")), parts(('name="title"', "")),
    parts(TITLE, IMAGE, ('name="more"; filename="m"', "x", "a/b"), ('name="more"; filename="n"', "\r\n--", "text/plain")),
    parts(("name=title", "first"), ("name=title", "a\r\n--\r\nb"), IMAGE), parts(TITLE, ('name="image"; filename="a \\"b\\".png"', "", "image/png")),
    parts(TITLE, ('name="other"', "x")),
]
LISTS = [
    "", "?page=1&per_page=500", "?page=0", "?page=-1&per_page=501", "?page=x", "?page=1.5", "?page=1.0", "?page=", "?page=%20%203%20", "?page=1&page=2",
    "?page=99999999999999999999",
    "?order=up", "?order=desc", "?search=abcdef", "?search=", "?search=%E7%8C%AB", "?exact=1", "?exact=true", "?exact=ON", "?exact=2",
    "?exact=", "?unknown=1", "?page=0&per_page=0&order=x&search=123456&exact=maybe",
]

CASES = (
    [post("/vocabulary", body) for body in VOCABULARY_BODIES]
    + [post("/vocabulary", '{"topic":"a"}', headers) for headers in (
        {}, {"content-type": "text/plain"}, {"content-type": "application/json; charset=utf-8"}, {"content-type": "application/problem+json"},
        {"content-type": "application/x-www-form-urlencoded"}, {"content-type": "APPLICATION/JSON"})]
    + [post("/words", body) for body in WORD_BODIES]
    + [post("/form", body, FORM_TYPE) for body in FORMS]
    + [post("/form", "name=ab", headers) for headers in ({}, {"content-type": "text/plain"}, {"content-type": FORM_TYPE["content-type"] + "; charset=utf-8"})]
    + [post("/strict-form", body, FORM_TYPE) for body in ("name=ab&x=1&x=2", "x=1", "name=a&x=")]
    + [post("/pictures", body, MULTIPART_TYPE) for body in PICTURES]
    + [post("/pictures", PICTURES[0], headers) for headers in ({}, {"content-type": 'Multipart/Form-Data; charset=utf-8; boundary="b"'})]
    + [get("/words" + query) for query in LISTS]
    + [get("/search" + query) for query in ("", "?topic=a&limit=1", "?topic=ab", "?limit=x", "?topic=ab&limit=1")]
    + [get("/words/" + word) for word in ("7", "0", "-1", "x", "1.5", "007", "+7", "1e3", "%20", "99999999999999999999", "7%2F8", "_7", "1_000")]
    + [get("/headers", headers) for headers in ({}, {"x-count": "3"}, {"X-Count": "-1"}, {"x-count": "x", "x-note": "n"})]
    + [
        post("/words/0?dry_run=perhaps", '{"topic":"","word_count":1}', {**JSON_TYPE, "x-count": "-1"}, "PUT"),
        post("/words/x", "", {}, "PUT"),
        post("/words/7?dry_run=1", '{"topic":"a"}', {**JSON_TYPE, "x-count": "0"}, "PUT"),
    ]
)


def main():
    client = TestClient(app, headers={"accept": "*/*"})
    results = []
    for case in CASES:
        request = client.build_request(case["method"], case["target"], headers=case["headers"], content=case["body"].encode())
        response = client.send(request)
        results.append({**case, "status": response.status_code, "response": response.json()})
    versions = {"fastapi": fastapi.__version__, "pydantic": pydantic.VERSION}
    lines = ",\n".join(json.dumps(result, ensure_ascii=False) for result in results)
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(f'{{"versions":{json.dumps(versions)},"cases":[\n{lines}\n]}}\n')
    print(f"{len(results)} answers of FastAPI {versions['fastapi']} in {path.name}")


if __name__ == "__main__":
    main()
