// Requests with an access token: for whom, how fresh, and what happens without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "./manual-clock.mjs";
import { House, HOUR, json, KEN, MINUTE, ORIGIN, refusal } from "./sample-house.mjs";

async function signedIn(options) {
    const house = new House();
    house.signIn();
    const tab = house.tab(options);
    await tab.session.start();
    return { house, tab, session: tab.session };
}

function act({ document }) {
    document.dispatchEvent(new Event("keydown"));
}

test("our own origin gets the token, and those that were named; nobody else", async () => {
    const { house, session } = await signedIn({ origins: ["https://api.example"] });
    for (const address of ["/api/words", `${ORIGIN}/api/words`, "https://api.example/api/words", "https://evil.example/api/words"]) await session.fetch(address);
    assert.deepEqual(house.words.map((word) => word.token), ["Bearer token-1", "Bearer token-1", "Bearer token-1", null]);
});

test("without a session requests go without a token", async () => {
    const house = new House(), { session } = house.tab();
    assert.equal((await session.fetch("/api/words")).status, 401);
    assert.deepEqual(house.words, [{ token: null, body: "" }]);
});

test("a token in its last seconds is renewed before it is sent", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    await house.clock.advance(HOUR - 5_000);
    await session.fetch("/api/words");
    assert.deepEqual(house.words.map((word) => word.token), ["Bearer token-2"]);
});

for (const hasLocks of [true, false]) test(`ten requests at once renew the token once, ${hasLocks ? "with" : "without"} locks`, async () => {
    const { house, session } = await signedIn({ hasLocks });
    const answers = await Promise.all(Array.from({ length: 10 }, () => session.fetch("/api/words")));
    assert.ok(answers.every((answer) => answer.ok));
    assert.equal(house.count("POST /api/auth/refresh"), 1);
});

test("tabs that need a token at once renew it once, and share it", async () => {
    const house = new House();
    house.signIn();
    const tabs = [house.tab(), house.tab(), house.tab()];
    for (const { session } of tabs) await session.start();
    const tokens = await Promise.all(tabs.map(({ session }) => session.accessToken()));
    assert.deepEqual(tokens, ["token-1", "token-1", "token-1"]);
    assert.equal(house.count("POST /api/auth/refresh"), 1);
});

test("the token of somebody who works is renewed five minutes ahead", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    await house.clock.advance(54 * MINUTE);
    act(tab);
    await house.clock.advance(MINUTE - 1);
    assert.equal(house.tokens, 1);
    act(tab);
    await house.clock.advance(1);
    await settle();
    assert.equal(house.tokens, 2);
    assert.equal(await session.accessToken(), "token-2");
});

test("somebody who goes on after a pause has the token renewed, though its time for that is over", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    await house.clock.advance(54 * MINUTE);
    act(tab); // the server is told at once; nothing is done until five minutes ahead
    await house.clock.advance(3 * MINUTE);
    assert.equal(house.tokens, 1);
    act(tab);
    await settle();
    assert.equal(house.tokens, 2);
    for (let key = 0; key < 5; key += 1) act(tab);
    await settle();
    assert.equal(house.tokens, 2);
});

test("a renewal that fails is tried again once a minute, however one types", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    await house.clock.advance(54 * MINUTE);
    act(tab);
    house.instead["POST /api/auth/refresh"] = Array.from({ length: 99 }, () => () => refusal(503, "sign-in-unavailable"));
    await house.clock.advance(2 * MINUTE);
    house.asked = [];
    for (let second = 0; second < 120; second += 1) {
        act(tab);
        await house.clock.advance(1_000);
    }
    assert.equal(house.count("POST /api/auth/refresh"), 2);
});

test("the token of nobody is not renewed: that would keep an idle session alive", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    await house.clock.advance(59 * MINUTE);
    assert.equal(house.tokens, 1);
});

test("a token that the server calls too old is renewed and the request sent again, whole", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    house.tokens = 41; // the server's keys have changed
    const answer = await session.fetch("/api/words", { method: "POST", body: "猫" });
    assert.equal(answer.status, 200);
    assert.deepEqual(house.words, [{ token: "Bearer token-1", body: "猫" }, { token: "Bearer token-42", body: "猫" }]);
});

test("a token that is refused again is not renewed for ever", async () => {
    const { house, session } = await signedIn();
    house.instead["GET /api/words"] = Array.from({ length: 9 }, () => () => refusal(401, "token-expired"));
    assert.equal((await session.fetch("/api/words")).status, 401);
    assert.equal(house.count("GET /api/words"), 2);
});

test("any other refusal is the caller's, unread", async () => {
    const { house, session } = await signedIn();
    house.instead["GET /api/words"] = [() => refusal(401, "not-yours"), () => refusal(403, "token-expired")];
    assert.equal((await (await session.fetch("/api/words")).json()).type, "not-yours");
    assert.equal((await session.fetch("/api/words")).status, 403);
    assert.equal(house.count("POST /api/auth/refresh"), 1);
    assert.equal(session.state.status, "signed-in");
});

test("a session that is over signs out, whoever says so", async () => {
    for (const line of ["GET /api/words", "POST /api/auth/refresh"]) {
        const { house, session } = await signedIn();
        house.instead[line] = [() => refusal(401, "session-over")];
        await session.fetch("/api/words");
        assert.deepEqual([session.state.status, session.state.reason], ["signed-out", "session-over"], line);
    }
});

test("a renewal that comes back after signing out is not taken", async () => {
    const { house, session } = await signedIn();
    let answer;
    house.instead["POST /api/auth/refresh"] = [() => new Promise((resolve) => (answer = resolve))];
    const token = session.accessToken();
    await settle();
    const done = session.signOut();
    answer(Response.json({ access_token: "late", access_token_expires_at: new Date(house.clock.now() + HOUR), expires_at: 0, idle_expires_at: 0 }));
    await done;
    assert.equal(await token, null);
    assert.equal(await session.accessToken(), null);
    assert.equal(session.state.status, "signed-out");
});

test("a renewal that comes back after somebody else signed in is not taken, nor told", async () => {
    const house = new House();
    house.signIn();
    const [tab, other] = [house.tab(), house.tab()];
    for (const { session } of [tab, other]) await session.start();
    let answer;
    house.instead["POST /api/auth/refresh"] = [() => new Promise((resolve) => (answer = resolve))];
    const token = tab.session.accessToken();
    await settle();
    house.signInElsewhere(KEN);
    for (const { session } of [tab, other]) await session.start();
    house.told = [];
    const inAnHour = new Date(house.clock.now() + HOUR);
    answer(json({ access_token: "mais", access_token_expires_at: inAnHour, expires_at: inAnHour, idle_expires_at: inAnHour }));
    assert.notEqual(await token, "mais");
    assert.ok(!house.told.includes("renewed"));
    for (const { session } of [tab, other]) assert.deepEqual([session.state.user.id, await session.accessToken()], [KEN.id, "token-1"]);
});

test("what a tab tells of another learner is not heard", async () => {
    const { house, tab, session } = await signedIn();
    const other = house.tab();
    await other.session.start();
    house.signInElsewhere(KEN);
    await session.start();
    const before = session.state;
    // The other tab does not know yet, and its answers are Mai's.
    const early = new Date(house.clock.now() + MINUTE);
    house.instead["POST /api/auth/refresh"] = [() => json({ access_token: "mais", access_token_expires_at: early, expires_at: early, idle_expires_at: early })];
    assert.equal(await other.session.accessToken(), "mais");
    assert.equal(session.state, before);
    assert.equal(await session.accessToken(), "token-1");
});

test("what one learner sent is not sent as another who signed in while it waited", async () => {
    const { house, tab, session } = await signedIn();
    house.isReachable = false;
    const refused = assert.rejects(session.fetch("/api/words", { method: "PUT", body: "猫" }), { type: "session-over" });
    await settle();
    house.isReachable = true;
    house.signInElsewhere(KEN);
    tab.window.dispatchEvent(new Event("online"));
    await refused;
    assert.deepEqual(house.words, []);
});

test("while no server is reached, a request that may be repeated waits, longer each time", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    const answer = session.fetch("/api/words");
    for (const [milliseconds, count] of [[0, 1], [499, 1], [1, 2], [999, 2], [1, 3], [2_000, 4]]) {
        await house.clock.advance(milliseconds);
        assert.equal(house.count("GET /api/words"), count, `${milliseconds}`);
    }
    house.isReachable = true;
    await house.clock.advance(4_000);
    assert.equal((await answer).status, 200);
});

test("a request that waits is sent as soon as the network is back", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    const answer = session.fetch("/api/words", { method: "PUT", body: "犬" });
    await settle();
    house.isReachable = true;
    tab.window.dispatchEvent(new Event("online"));
    assert.equal((await answer).status, 200);
    assert.deepEqual(house.words.map((word) => word.body), ["犬"]);
});

test("after half a minute it is given up, with fetch's own error", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    const refused = assert.rejects(session.fetch("/api/words"), TypeError);
    await house.clock.advance(31_000);
    await refused;
    assert.equal(house.count("GET /api/words"), 7);
});

test("what could be done twice is not repeated, unless it has a key against that", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    await assert.rejects(session.fetch("/api/words", { method: "POST", body: "一" }), TypeError);
    const answer = session.fetch("/api/words", { method: "POST", body: "二", headers: { "Idempotency-Key": "k" } });
    await settle();
    house.isReachable = true;
    tab.window.dispatchEvent(new Event("online"));
    assert.equal((await answer).status, 200);
    assert.deepEqual(house.words.map((word) => word.body), ["二"]);
});

test("a write whose token must be renewed first is not lost when the network is away meanwhile", async () => {
    const { house, session } = await signedIn();
    house.isReachable = false;
    const answer = session.fetch("/api/words", { method: "POST", body: "猫" });
    await house.clock.advance(1_400);
    assert.equal(house.count("POST /api/words"), 0);
    house.isReachable = true;
    await house.clock.advance(2_000);
    assert.equal((await answer).status, 200);
    assert.deepEqual(house.words, [{ token: "Bearer token-1", body: "猫" }]);
});

test("a caller who gives up waits no longer", async () => {
    const { house, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    const stop = new AbortController();
    const refused = assert.rejects(session.fetch("/api/words", { signal: stop.signal }), { name: "AbortError" });
    await settle();
    stop.abort();
    await refused;
});
