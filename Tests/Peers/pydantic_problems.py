# ruff: noqa: E402, E501 -- the imports follow the search for the packages, and a table of cases reads best one row a line
"""Asks the real FastAPI and pydantic what they answer, and prints it as JSON for Tests/JSONTests/pydantic_problems.json.

    python3 -m venv venv && venv/bin/pip install fastapi==0.165.0 pydantic==2.14.3 httpx
    venv/bin/python Tests/Peers/pydantic_problems.py > Tests/JSONTests/pydantic_problems.json

The models are the twins of those in Tests/JSONTests/Models.swift. Python 3.11: newer ones word some syntax errors differently.
"""

import json
import warnings
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

warnings.filterwarnings("ignore")

from fastapi import FastAPI, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict, Field


class WordKind(StrEnum):
    noun = "noun"
    verb = "verb"
    adjective = "adjective"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: int = Field(ge=1)
    english: str = Field(min_length=1)
    parts: list[str] = []


# The fields of Kitchen are named like the types they hold.
Int, Float, Bool, Text = int, float, bool, str


class Kitchen(BaseModel):
    int: Annotated[Int, Field(ge=-1000, le=1000)] | None = None
    float: Annotated[Float, Field(gt=-1000000000.0, lt=1e+21)] | None = None
    bool: Bool | None = None
    text: Annotated[str, Field(min_length=2, max_length=5)] | None = None
    list: Annotated[list[Int], Field(min_length=1, max_length=3)] | None = None
    dict: Annotated[dict[Text, Int], Field(max_length=2)] | None = None
    kind: WordKind | None = None
    level: Literal["N5", "N4", "N3"] | None = None
    moment: datetime | None = None
    day: date | None = None
    word: Strict | None = None
    any: Any = None


class VocabularyRequest(BaseModel):
    topic: str = Field(min_length=1, max_length=200)
    word_count: int = Field(5, ge=3, le=10)


app = FastAPI()


@app.post("/Kitchen")
def kitchen(x: Kitchen):
    return x


@app.post("/VocabularyRequest")
def vocabulary(x: VocabularyRequest):
    return x


@app.post("/Words")
def words(x: list[Strict]):
    return x


@app.get("/Params")
def params(
    kind: WordKind,
    page: Annotated[int, Query(ge=1)] = 1,
    per_page: Annotated[int, Query(ge=1, le=500)] = 100,
    q: Annotated[str | None, Query(max_length=5)] = None,
    tags: Annotated[list[int], Query()] = None,
    ratio: float = 0.5,
    deep: bool = False,
):
    if tags is None:
        tags = []
    return {"kind": kind, "page": page, "per_page": per_page, "q": q, "tags": tags, "ratio": ratio, "deep": deep}


FIELDS = {
    "int": '"5"|" 5 "|"+5"|"1_000"|"5.0"|"5.5"|5.0|5.5|1e2|1e3|1E+3|true|"true"|null|""|[]|1e30|"-0"|"0005"|"-_1"|"1__0"|"5."|"1e3"|-0|-0.0|"５"|"5.00"'
    '|"0x10"|"- 5"|"_1"|"1_"|1000|1001|-1000|-1001|{"a":1}|"+"|"-"|" "|".0"|"1.0.0"',
    "float": '5|"5"|" 5.5 "|"1e3"|true|false|"1_0.5"|"abc"|[]|"1_000"|".5"|"5."|"+5.5"|"1__0"|"0x1p3"|123456789012345678901|null|""|"."|"e5"|"1e"|"-.5e-3"'
    '|1e21|-1e9|0.1|{}|"1_e5"|"--5"|1e-7|3.0000000000000004|1.7976931348623157e308',
    "bool": '1|0|2|1.0|0.0|0.5|"true"|"TRUE"|"yes"|"on"|"y"|"t"|"1"|"no"|"off"|"n"|"f"|"0"|"False"|"tr"|""|[]|" true "|"YES"|{}|-1|99999999999999999999|2.0|null',
    "text": '5|true|[]|{}|"x"|""|"日本"|"日"|"日本語日本語"|"abcdef"|"abcde"|"😀😀"|"e\\u0301"|null',
    "list": '"5"|{}|5|["1",2.0,"x",null]|true|[]|[1,2,3,4]|[[1]]|null|[1.5,"y",true]',
    "dict": '[]|{"a":"1","b":"x"}|5|"x"|{"a":1,"b":2,"c":3}|{}|{"a":null}',
    "kind": '"noun"|"Noun"|5|null|""|[]',
    "level": '"N5"|"N1"|5|null|["N5"]',
    "moment": '"2026-02-08T17:20:23.123456"|"x"|""|"2026-13-08T00:00:00"|"2026-02-30T00:00:00"|"2026-02-08T25:00:00"|"2026-02-08T17:20:60"'
    '|"2026-02-08T17:20:23x"|true|[]|"2026/02/08T17:61:00"|"2026-02-08X17:61:00"|"2026-02-08T17:20:23."|"202a-02-08T00:00:00"|"2026-0a-08T00:00:00"|"2026-02-0aT00:00:00"|{}',
    "day": '"2026-02-08"|"2026-02-30"|"x"|"2026-02-08T00:00:00"|"2026-02-08T01:00:00"|5|86400|[]|true|"2026-02-0"|"2026-2-08"|"2026-02-08Z"|null',
    "word": '{}|{"id":0,"english":""}|{"id":"x","english":5,"extra":1,"more":[1]}|[]|"x"|5|{"id":1,"english":"a","parts":["x",1,null]}|null',
    "any": '1|"x"|[null,{"a":[]}]|{"b":1.5}|-12345678901234567890',
}

BODIES = [
    ("VocabularyRequest", body)
    for body in [
        "", "{}", "[]", "null", "5", '"x"', "true", '{"topic":""}', '{"topic":"a","word_count":2}', '{"topic":"a","word_count":11}', '{"topic":5,"word_count":"x"}',
        '{"word_count":11,"other":[1,2]}', '{"topic":"a","topic":"b"}', '{"topic":null}', '{"topic":"a","word_count":null}', "nope", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,',
        '{"a":1,}', "[1,]", "[1", '["a', '"\\x"', '"\\u12"', '"\\u12g4"', '{"a" 1}', "{a:1}", '{"a":1} x', "01", "-", "1.", "1e", "1e+", "-01", '"a\nb"', '"a\tb', "tru", "nul",
        "   ", '"日本', "[日", ".5", "+1", "--1", "[1 2]", '{"a":1 "b":2}', "{,}", "[,]", "{'a':1}", "[1}", '{"a":1]', "]", '{"a":"\\', '{"日":1,x}', '[1,\n 2,\n ,3]', '{"a":{"b":[1,2,{"c"}]}}',
        "\x00", "{} {}", '["\\ud83d\\ude00", }', '"\\', '{"a":1,"b"}', '{"a":1,2}', "[1 , 2 , ]", '{ "a" : 1 , }',
    ]
] + [
    ("Words", body)
    for body in [
        "[]", "{}", '[{"id":1,"english":"a"},{"id":0},5]', '[{"id":1,"english":"a","parts":["x"]}]', '[[]]', '[{"id":1.5,"english":"","x":null}]',
    ]
]

QUERIES = [
    "", "kind=noun", "kind=x&page=0&per_page=501", "kind=verb&page=x&tags=1&tags=b&tags=", "kind=noun&kind=verb", "page=&kind=", "kind=noun&q=abcdef", "kind=noun&q=",
    "kind=noun&deep=yes&ratio=1e2", "kind=noun&deep=maybe&ratio=x", "kind=noun&page=1&page=2", "kind=noun&tags=5", "kind=noun&page=%201%20", "kind=noun&page=1.0",
    "kind=noun&page=-1", "kind=noun&other=1",
]


def main():
    client = TestClient(app, raise_server_exceptions=False)
    cases = []
    requests = [("Kitchen", f'{{"{name}":{value}}}') for name, values in FIELDS.items() for value in values.split("|")] + BODIES
    for model, body in requests:
        answer = client.post("/" + model, content=body.encode(), headers={"content-type": "application/json"})
        cases.append({"model": model, "body": body, "status": answer.status_code, "answer": answer.json()})
    for query in QUERIES:
        answer = client.get("/Params?" + query)
        cases.append({"model": "Params", "query": query, "status": answer.status_code, "answer": answer.json()})
    print("[")
    print(",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in cases))
    print("]")


if __name__ == "__main__":
    main()
