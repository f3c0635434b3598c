"""vocab-frontend and a user pool, running, with a stand-in that plays vocab-backend and the portal: what it does depends on the topic."""
from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from programs import running
from stack import free_ports

DEMO = ("demo@app-dw.net", "Sakura-2026!")
SERVICE_KEY = "the-key-that-services-show-each-other"
# A tenth of a second of silence.
SOUND = b"RIFF" + (36 + 1_600).to_bytes(4, "little") + b"WAVEfmt " + bytes.fromhex("1000000001000100401f0000803e000002001000") + (
    b"data" + (1_600).to_bytes(4, "little") + bytes(1_600)
)


def ruby(text: str) -> list[dict[str, Any]]:
    """`食[た]べ 物[もの]` in runs, with a space before each that has a reading and follows another."""
    runs: list[dict[str, Any]] = []
    for part in text.split(" "):
        while "[" in part:
            written, _, rest = part.partition("[")
            reading, _, part = rest.partition("]")
            runs.append({"text": written, "reading": reading})
        if part:
            runs.append({"text": part})
    return runs


def word(text: str) -> dict[str, Any]:
    """A word as vocab-backend gives it, from two lines; `-` stands for what is not known, a question mark before the gloss for doubt."""
    first, second = text.split("\n")
    written, romaji, english, kind, formality, accent, level = first.split(" | ")
    sentence, sound, meaning = second.split(" | ")
    runs, parts = ruby(written), ruby(sentence)
    example = {"japanese": "".join(run["text"] for run in parts), "furigana": parts, "romaji": sound, "english": meaning}
    made = {
        "japanese": "".join(run["text"] for run in runs), "romaji": romaji, "english": english.removeprefix("?"),
        "parts": {"type": kind, "formality": formality}, "reading": "".join(run.get("reading", run["text"]) for run in runs), "furigana": runs,
        "is_verified": not english.startswith("?"), "example": example,
    }
    return made | {name: int(number) for name, number in (("pitch_accent", accent), ("level", level)) if number != "-"}


WORDS = [word(text) for text in """\
食[た]べ 物[もの] | tabemono | food | noun | neutral | 3 | 1
好[す]きな 食[た]べ 物[もの]は 何[なん]ですか。 | suki na tabemono wa nan desu ka. | What food do you like?

味[あじ]わう | ajiwau | to taste; to savour | verb | neutral | 3 | 4
旬[しゅん]の 魚[さかな]をゆっくり 味[あじ]わう。 | shun no sakana o yukkuri ajiwau. | To savour the fish of the season.

いただきます | itadakimasu | thank you for the meal (before it) | expression | polite | 5 | 3
みんなで「いただきます」と 言[い]った。 | minna de 'itadakimasu' to itta. | Everybody said “itadakimasu”.

美味[おい]しい | oishii | delicious | i-adjective | neutral | 0 | 1
このラーメンはとても 美味[おい]しい。 | kono raamen wa totemo oishii. | This ramen is delicious.

献立[こんだて] | kondate | ?menu; bill of fare | noun | neutral | 0 | 5
母[はは]は 毎日[まいにち] 献立[こんだて]を 考[かんが]える。 | haha wa mainichi kondate o kangaeru. | My mother thinks of a menu every day.

台所[だいどころ] | daidokoro | kitchen | noun | neutral | 0 | 3
台所[だいどころ]からいい 匂[にお]いがする。 | daidokoro kara ii nioi ga suru. | A good smell comes from the kitchen.

箸[はし] | hashi | chopsticks | noun | neutral | 1 | 4
箸[はし]の 使[つか]い 方[かた]を 習[なら]う。 | hashi no tsukaikata o narau. | To learn how to use chopsticks.

弁当[べんとう] | bentou | boxed lunch | noun | neutral | 3 | 2
駅[えき]で 弁当[べんとう]を 買[か]った。 | eki de bentou o katta. | I bought a boxed lunch at the station.

召[め]し 上[あ]がる | meshiagaru | to eat; to drink | verb | honorific | 0 | -
どうぞ 召[め]し 上[あ]がってください。 | douzo meshiagatte kudasai. | Please help yourself.

賞味期限[しょうみきげん] | shoumikigen | best-before date | noun | neutral | 4 | 5
賞味期限[しょうみきげん]が 切[き]れている。 | shoumikigen ga kirete iru. | It is past its best-before date.""".split("\n\n")]
REFUSALS = {
    "throttled": (429, "model-limit-reached", 42), "away": (503, "model-unavailable", None), "forbidden": (400, "prompt-refused", None),
    "ended": (409, "conversation-ended", None), "blocked": (403, "blocked-for-a-while", 7_200), "unusable": (502, "answer-unusable", None),
}


@dataclass
class Stage:
    """What the stand-in was asked, and how it behaves beside the topic."""

    port: int = 0
    word_seconds: float = 0.02
    is_silent: bool = False
    is_portal_away: bool = False
    orders: list[dict[str, Any]] = field(default_factory=list)
    imports: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    cookies: Any = None

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def context(self, browser: Browser, **options: Any) -> BrowserContext:
        """Of somebody who is signed in: once for all, as attempts are counted."""
        if self.cookies is None:
            context = browser.new_context()
            self.sign_in(context.new_page())
            self.cookies = context.storage_state()
            context.close()
        return browser.new_context(storage_state=self.cookies, **options)

    def sign_in(self, page: Page) -> None:
        page.goto(f"{self.origin}/login")
        page.locator("input[type=email]").fill(DEMO[0])
        page.locator("input[type=password]").fill(DEMO[1])
        page.locator("main button:not([type=button])").first.click()
        page.wait_for_url(f"{self.origin}/")


def handler(stage: Stage) -> type[BaseHTTPRequestHandler]:
    class StandIn(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def answer(self, status: int, body: Any = None, **headers: str) -> None:
            content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            headers = {"Content_Type": "application/json", "Content_Length": str(len(content))} | headers
            for name, value in headers.items():
                if status != 204 or name != "Content_Length":
                    self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            if self.path.startswith("/api/audio"):
                assert self.headers["X-Api-Key"] == SERVICE_KEY and self.headers["Authorization"].startswith("Bearer ")
                if stage.is_silent:
                    return self.answer(503, {"type": "speech-unavailable", "detail": "No."})
                return self.answer(200, SOUND, Content_Type="audio/wav", ETag='"silence"')
            return self.answer(200, {"status": "healthy"})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            path = self.path.removeprefix("/api/v1/lang-portal")
            if path == "/internal/sessions/is-open":
                return self.answer(200, {"open": True})
            if path == "/internal/sessions/end":
                return self.answer(200, {"items": []})
            if path.startswith("/internal/sessions"):
                return self.answer(204)
            if path == "/groups/import":
                return self.take(body)
            stage.orders.append(body)
            assert self.headers["X-Api-Key"] == SERVICE_KEY and self.headers["Authorization"].startswith("Bearer ")
            topic = body["topic"].lower()
            if topic in REFUSALS:
                status, name, seconds = REFUSALS[topic]
                return self.answer(status, {"type": name, "detail": "No."}, **({} if seconds is None else {"Retry_After": str(seconds)}))
            words = WORDS[: body["word_count"]]
            if not path.endswith("/stream"):
                return self.answer(200, {"group_name": body["topic"], "words": words})
            return self.stream(topic, body["topic"], words)

        def take(self, body: dict[str, Any]) -> None:
            if stage.is_portal_away:
                return self.answer(503, {"type": "database-unavailable", "detail": "No."})
            is_known = body in [other for _, other in stage.imports]
            stage.imports.append((self.headers["Idempotency-Key"], body))
            count = len(body["words"])
            return self.answer(200, {"group_id": 7, "created": 0 if is_known else count, "existing": count if is_known else 0})

        def stream(self, topic: str, name: str, words: list[dict[str, Any]]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            breaks = topic == "broken" and topic not in stage.broken
            stage.broken.add(topic)
            for made in words[:2] if breaks else words:
                self.event("word", made)
                time.sleep(stage.word_seconds)
            if breaks:
                self.close_connection = True
                return
            self.event("done", {"group_name": name, "word_count": len(words)})
            self.wfile.write(b"0\r\n\r\n")

        def event(self, kind: str, data: dict[str, Any]) -> None:
            text = f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
            self.wfile.write(f"{len(text):x}\r\n".encode() + text + b"\r\n")
            self.wfile.flush()

    return StandIn


@contextmanager
def running_stage(folder: Path) -> Iterator[Stage]:
    port, cloud_port, stand_in_port = free_ports(3)
    stage = Stage(port=port)
    server = ThreadingHTTPServer(("127.0.0.1", stand_in_port), handler(stage))
    Thread(target=server.serve_forever, daemon=True).start()
    cloud, stand_in = f"http://localhost:{cloud_port}", f"http://127.0.0.1:{stand_in_port}"
    keys = {"AWS_ACCESS_KEY_ID": "AKIALOCALCLOUDTEST00", "AWS_SECRET_ACCESS_KEY": "a-secret-of-the-tests-that-nobody-guesses"}
    common = {"LAME_DUCK_SECONDS": "0", "LANG_PORTAL_API_KEY": SERVICE_KEY, "COGNITO_CLIENT_ID": "web-client-local"}
    settings = common | {
        "COGNITO_ISSUER": f"{cloud}/us-east-1_LocalPool", "COGNITO_DOMAIN": cloud, "AWS_ENDPOINT_URL": cloud, "AWS_REGION": "us-east-1",
        "JWT_SECRET": "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", "AUDIT_KEY": "k" * 32, "SESSION_COOKIE_SECURE": "0", "PUBLIC_ORIGINS": stage.origin,
        "VOCAB_BACKEND_URL": stand_in, "LANG_PORTAL_URL": stand_in, "LANG_PORTAL_ORIGIN": "http://localhost:3000", "HAIKU_ORIGIN": "http://localhost:3001",
        "WRITING_PRACTICE_ORIGIN": "http://localhost:3003",
    }
    more = {"LOCAL_CLOUD_STATE": str(folder / "state"), "CONTENT_BUCKET": "content", "DEMO_LEARNERS": "1"}
    cloud_settings = common | keys | more | {"AWS_CONTAINER_AUTHORIZATION_TOKEN": "the-token-of-a-task"}
    try:
        with (
            running("local-cloud", cloud_settings, "/api/health", log=folder / "cloud.log", port=cloud_port),
            running("vocab-frontend", settings, "/healthz", log=folder / "vocab.log", port=port),
        ):
            yield stage
    finally:
        server.shutdown()
        server.server_close()
