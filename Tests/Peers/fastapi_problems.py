"""Asks a real FastAPI what it answers to bad requests and writes the answers to fastapi_problems.json.

The application is fastapi_application.py; a test sends the same requests to its twin in Swift and compares status and body. Run again after an
upgrade of FastAPI: python fastapi_problems.py  (needs fastapi, httpx, python-multipart and email-validator)
"""

import json
import pathlib

import fastapi
import pydantic
from fastapi.testclient import TestClient
from fastapi_application import app

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

EXERCISES = [
    '{"kind":"text","title":"ab"}', '{"title":"ab","kind":"text"}', '{"kind":"text","title":"a"}', '{"kind":"text"}', '{"kind":"image","url":"x"}',
    '{"kind":"image","url":"x","width":"5"}', '{"kind":"image","url":"x","z":1}', '{"kind":"image","width":"wide","z":1}', '{"kind":"sound"}', "{}",
    '{"kind":3}', '{"kind":null}', '{"kind":true}', '{"kind":["a",1]}', '{"kind":{"a":null}}', '{"kind":1.5}', '{"kind":""}', "[]", '"text"', "3",
    '{"kind":"cat","color":"black","luck":7}', '{"color":"white","kind":"cat"}', '{"kind":"cat","color":"white","lives":10}', '{"kind":"cat","color":"red"}',
    '{"kind":"cat"}', '{"kind":"cat","color":"black","luck":"x"}', '{"kind":"text","kind":"image","url":"u"}', '{"title":{"deep":[1]},"kind":"text"}',
]
LESSONS = [
    '{"name":"a","exercises":[]}', '{"name":"a","exercises":[{"kind":"text","title":"ab"},{"kind":"cat","color":"black","luck":1}]}',
    '{"name":"a","exercises":[{"kind":"text","title":"a"},{"kind":"x"},{},3]}', '{"exercises":{"kind":"text"},"last":{"kind":"image"}}',
    '{"name":"a","exercises":[],"last":null}', '{"name":"a","exercises":[],"last":{"kind":"image","url":"u"}}',
]
KINDS = {
    "id": [
        "6a1b0f8e-6a0d-4c3d-9b0a-0123456789AB", "6a1b0f8e6a0d4c3d9b0a0123456789ab", "urn:uuid:6a1b0f8e-6a0d-4c3d-9b0a-0123456789ab",
        "{6a1b0f8e-6a0d-4c3d-9b0a-0123456789ab}", "x", "", "abc", "6a1b0f8e-6a0d-4c3d-9b0a", "6a1b0f8-6a0d-4c3d-9b0a-0123456789ab",
        "6a1b0f8e-6a0d-4c3d-9b0a-0123456789abc", "猫", 3, "6a1b0f8e-6a0d-4c3d-9b0a-01-23456789ab", "{6a1b0f8e6a0d4c3d9b0a0123456789ab}", "urn:uuid:x", ["a"],
    ],
    "wait": [
        5, 1.5, "PT1H30M", "P1DT2H", "P1W2D", "P1M", "PT0.5S", "-PT1M", "01:02:03", "01:02", "1 day, 01:02:03", "1 days 01:02:03.5", "-1 day", "x", "", "P",
        "PT", "P1", "PT1X", "1:2:3", "25:00:00", "01:60:00", True, [], "5", "-5", "P1DT", "PT1H1H", "1d", "P999999999999D", "+PT1M", "pt1m", "P1.5D", "PT1,5S",
        "00:00:00.1234567", "P0D", -5, "123456", "12-30", "12:30x", "12:3", "12:30:", "12:30:0", "12:30:00.", "12:30:61", "P1DT1H1D", "PTT1H",
        "P1.5DT1H", "P.5D", "1 da", "1 day 2", "--1 d", " 5 d", "-", "1 days, 25:00:00", "P1D ", "-01:30", 1e300, "abcde",
    ],
    "price": [
        5, 1.5, "1.50", "x", "", True, [], "NaN", "Infinity", " 1.5 ", "1_0", "1.234", "12345.6", "-1", "999.99", "1234.5", "1e5", "1e-5", ".5", "5.", "+1.5",
        "00012.340", 0.1, -0.5, 1e2,
    ],
    "data": ["aGVsbG8=", "aGVsbG8", "a", "", 3, "YQ=", "YQ==", "Y===", []],
    "site": [
        "https://a.b/c?d#e", "x", "", "ftp://a.b", "http://", "http:///", "http://a b", "//a.b", 3, "http://a.b:99999", "http://a.b:x/", "mailto:a@b", "/x",
        "http://[::1", "http://a<b", "http://user:p@a.b/", "http://[::1]/x", [],
    ],
    "mail": [
        "a@b.example", "x", "", "a@", "@b.c", "a@b", "a b@c.de", "a@b..c", "a@@b.c", 3, ".a@b.de", "a.@b.de", "a..b@c.de", "a@-b.de", "a@b.de.", "猫@b.de",
        "a@b_c.de", "a(b@c.de", '"a b"@c.de', "a@[1.2.3.4]", "a@.de",
    ],
    "level": [1, "1", 3, 1.0, 1.5, True, "x", [], "猫"],
    "grade": [1, "1", 4, 1.0, True, "x", []],
    "type": ["word", "group", 3, ""],
}
NAMES = [
    '{"japanese":"ab"}', '{"ja":"ab"}', '{"kanji":"ab"}', '{"ja":"a"}', '{"ja":"ab","japanese":"a"}',
    '{"japanese":"ab","kanji":"x"}', '{"kanji":"xy","ja":"ab"}', "{}", '{"ja":"ab","japanese":null}',
    '{"labels":["x"],"ja":"ab"}', '{"labels":["x"],"tags":[1],"ja":7}', '{"ja":"ab","ja":"cd"}',
]
STRICT_NAMES = ['{"ja":"a"}', '{"japanese":"a","ja":"b"}', '{"ja":"a","z":1}', '{"z":1}']
TWO_BODIES = [
    '{"vocabulary":{"topic":"a"},"parts":{"type":"noun"},"importance":5}', "{}", '{"vocabulary":{"topic":""},"parts":{"formality":"rude"},"importance":0}',
    '{"vocabulary":3,"parts":{"type":"noun"},"importance":"x"}', "",
]
FORM_PARTS = [
    parts(('name="name"', "ab"), ('name="count"', "3")), parts(('name="name"', "a"), ('name="tags"', "x"), ('name="tags"', "y"), ('name="tags"', "z")),
    parts(), parts(('name="name"', "ab"), ('name="note"', "")), parts(('name="name"', "猫猫"), ('name="other"', "x")),
]
QUERIES = ["", "?page=2&tag=a&tag=b", "?x=1", "?x=1&x=2&page=0", "?Page=1"]
TAGS = [{}, {"x-tag": "a"}, {"x-tag": "a, b"}, {"X-Tag": ""}]
LEVELS = ["1", "2", "3", "x", "01", "1.0", "1?wait=PT1H", "1?wait=x", "1?wait=01:00&id=x", "2?id=6a1b0f8e6a0d4c3d9b0a0123456789ab"]

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
    + [post("/exercise", body) for body in EXERCISES]
    + [post("/lesson", body) for body in LESSONS]
    + [post("/kinds", json.dumps({name: value}, ensure_ascii=False)) for name, values in KINDS.items() for value in values]
    + [post("/named", body) for body in NAMES]
    + [post("/strict-named", body) for body in STRICT_NAMES]
    + [post("/two-bodies", body) for body in TWO_BODIES]
    + [post("/maybe-body", body) for body in ("", "null", '{"topic":"a"}', "{}")] + [post("/maybe-body", "", {})]
    + [post("/form", body, MULTIPART_TYPE) for body in FORM_PARTS]
    + [get("/strict-list" + query) for query in QUERIES]
    + [get("/tags", headers) for headers in TAGS]
    + [get("/strict-cookies", headers) for headers in ({}, {"cookie": "sid=a"}, {"cookie": "sid=a; other=b"}, {"cookie": "other=b"})]
    + [get("/levels/" + level) for level in LEVELS]
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
