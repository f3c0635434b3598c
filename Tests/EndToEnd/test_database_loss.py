"""PostgreSQL is killed under load and comes back: no crash, no lost review, no doubled review."""
import os
import signal
import threading
import time
from dataclasses import dataclass, field
from uuid import uuid4

from stack import Client, Stack, eventually

WORKERS = 4
RECOVERY_SECONDS = 5
RETRIED = {409, 503}


@dataclass
class Reviewer(threading.Thread):
    """Sends one review after another, each until it is acknowledged, under a key of its own."""

    client: Client
    session: int
    words: list[int]
    stop: threading.Event
    acknowledged_at: list[float] = field(default_factory=list)
    unavailable_at: list[float] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self):
        try:
            while not self.stop.is_set():
                self.review(self.words[len(self.acknowledged_at) % len(self.words)], str(uuid4()))
        except Exception as error:  # a reset connection, a torn answer: what must not happen
            self.surprises.append(repr(error))

    def review(self, word: int, key: str):
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            answer = self.client.post(f"/api/study_sessions/{self.session}/words/{word}/review", {"correct": True}, Idempotency_Key=key)
            if answer.status in (200, 201):
                self.acknowledged_at.append(time.monotonic())
                return
            if answer.status not in RETRIED:
                self.surprises.append(f"{answer.status} {answer.body[:200]!r}")
                return
            if answer.status == 503:
                self.unavailable_at.append(time.monotonic())
                if not (answer.headers["Retry-After"] or "").isdigit():
                    self.surprises.append("503 without Retry-After")
            time.sleep(0.05)
        self.surprises.append("a review was never acknowledged")


def reviewers(stack: Stack, stop: threading.Event) -> list[Reviewer]:
    learner = stack.learner()
    learner.post("/api/load_initial_data")
    groups = learner.get("/api/groups").json["items"][:WORKERS]
    threads = []
    for group in groups:
        session = learner.post("/api/study_activities", {"group_id": group["id"], "study_activity_id": 1}).json["id"]
        words = [word["id"] for word in learner.get(f"/api/groups/{group['id']}/words").json["items"]]
        threads.append(Reviewer(Client(stack.api_port, learner.token), session, words, stop))
    return threads


def test_no_review_is_lost_or_doubled_when_postgres_is_killed(stack: Stack):
    stop, probe, service = threading.Event(), Client(stack.api_port), stack.pid("lang-portal-api")
    threads = reviewers(stack, stop)
    for thread in threads:
        thread.start()
    time.sleep(1.5)

    os.kill(stack.postmaster(), signal.SIGKILL)
    eventually(lambda: probe.get("/api/ready").status == 503, seconds=5)
    assert probe.get("/api/health").status == 200
    time.sleep(2)
    stack.start_postgres()
    back = time.monotonic()
    for thread in threads:
        eventually(lambda t=thread: t.acknowledged_at and t.acknowledged_at[-1] > back, seconds=RECOVERY_SECONDS)
    eventually(lambda: probe.get("/api/ready").status == 200, seconds=RECOVERY_SECONDS)
    time.sleep(1)
    stop.set()
    for thread in threads:
        thread.join(70)

    assert [surprise for thread in threads for surprise in thread.surprises] == []
    assert any(thread.unavailable_at for thread in threads), "the outage was not felt, so nothing was proved"
    assert stack.pid("lang-portal-api") == service
    assert os.path.exists(f"/proc/{service}")
    for thread in threads:
        acknowledged = len(thread.acknowledged_at)
        assert acknowledged > 10
        assert int(stack.sql(f"SELECT count(*) FROM word_reviews WHERE session_id = {thread.session}")) == acknowledged
        assert thread.client.get(f"/api/study_sessions/{thread.session}").json["review_items_count"] == acknowledged
