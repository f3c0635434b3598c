// Who is signed in, for how long, and in how many tabs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "./manual-clock.mjs";
import { House, HOUR, json, KEN, MINUTE, refusal } from "./sample-house.mjs";

async function signedIn(count = 1) {
    const house = new House();
    house.signIn();
    const tabs = Array.from({ length: count }, () => house.tab());
    for (const tab of tabs) await tab.session.start();
    return { house, tabs, tab: tabs[0], session: tabs[0].session };
}

function act({ document }) {
    document.dispatchEvent(new Event("keydown"));
}

test("a page begins without knowing who is there, and asks", async () => {
    const house = new House(), { session } = house.tab();
    assert.equal(session.state.status, "unknown");
    assert.equal((await session.start()).status, "signed-out");
    house.signIn();
    assert.deepEqual((await session.start()).user, { id: "7", email: "mai@example.jp", givenName: "Mai", familyName: "Yamada", groups: [] });
    assert.equal(session.state.idleExpiresAt, house.clock.now() + HOUR);
});

test("signing in tells who it is, once, and the other tabs", async () => {
    const house = new House(), first = house.tab(), second = house.tab(), seen = [];
    await first.session.start();
    await second.session.start();
    first.session.onChange((state) => seen.push(state.status));
    await first.session.signIn("mai@example.jp", "Right-1234");
    await settle();
    assert.deepEqual(seen, ["signed-in"]);
    assert.equal(second.session.state.status, "signed-in");
});

test("the groups come with each answer and each new token, in every tab", async () => {
    const { house, tabs } = await signedIn(2), groups = () => tabs.map((tab) => tab.session.state.user.groups);
    house.groups = ["teachers"];
    assert.deepEqual(groups(), [[], []]);
    await tabs[0].session.renew();
    assert.deepEqual(groups(), [["teachers"], ["teachers"]]);
    house.groups = ["readers"];
    await house.clock.advance(6 * MINUTE);
    act(tabs[0]);
    await settle();
    assert.deepEqual(groups(), [["readers"], ["readers"]]);
});

test("groups that the server cannot tell just now stay as they were, and are nobody else's", async () => {
    const { house, session } = await signedIn();
    house.groups = ["teachers"];
    await session.start();
    house.groups = undefined;
    await session.start();
    await session.renew();
    assert.deepEqual(session.state.user.groups, ["teachers"]);
    const later = new Date(house.clock.now() + HOUR).toISOString();
    house.instead["GET /api/auth/session"] = [() => json({ signed_in: true, csrf_token: "c", user: { id: "8" }, expires_at: later, idle_expires_at: later })];
    const { user } = await session.start();
    assert.deepEqual([user.id, user.groups], ["8", []]);
});

test("a refused password is an error with the server's words, and nobody is signed in", async () => {
    const house = new House(), { session } = house.tab();
    await assert.rejects(session.signIn("mai@example.jp", "wrong"), { name: "SessionError", status: 401, type: "wrong-password", message: "refused: wrong-password" });
    house.instead["POST /api/auth/sign-in"] = [() => refusal(429, "rate-limited", { "Retry-After": "30" })];
    await assert.rejects(session.signIn("mai@example.jp", "wrong"), { type: "rate-limited", retryAfter: 30, requestID: "r1" });
    assert.equal(session.state.status, "signed-out");
});

test("a CSRF token that is over is fetched anew, once", async () => {
    const house = new House(), { session } = house.tab();
    await session.start();
    house.csrf = "csrf-2";
    assert.equal((await session.signIn("mai@example.jp", "Right-1234")).status, "signed-in");
    house.instead["POST /api/auth/forgot"] = [() => refusal(403, "csrf-refused"), () => refusal(403, "csrf-refused")];
    await assert.rejects(session.forgotPassword("mai@example.jp"), { type: "csrf-refused" });
    assert.equal(house.count("POST /api/auth/forgot"), 2);
});

test("signing out in one tab signs out all, at once, and tells the server once", async () => {
    const { house, tabs } = await signedIn(3);
    const done = tabs[0].session.signOut();
    assert.deepEqual(tabs.map((tab) => tab.session.state.status), ["signed-out", "signed-out", "signed-out"]);
    assert.equal(tabs[2].session.state.reason, "signed-out");
    await done;
    assert.equal(house.count("POST /api/auth/sign-out"), 1);
    assert.equal(house.session, null);
});

test("signing out without a network is done here at once, and at the server when it is back", async () => {
    const { house, session, tab } = await signedIn();
    house.isReachable = false;
    const done = session.signOut();
    await house.clock.advance(1_000);
    assert.equal(session.state.status, "signed-out");
    assert.notEqual(house.session, null);
    house.isReachable = true;
    tab.window.dispatchEvent(new Event("online"));
    await done;
    assert.equal(house.session, null);
});

test("signing out ends the session that another app of the house began meanwhile, too", async () => {
    const { house, session } = await signedIn();
    house.signInElsewhere();
    await session.signOut();
    assert.equal(house.session, null);
    assert.deepEqual(house.asked.slice(-3), ["POST /api/auth/sign-out", "GET /api/auth/session", "POST /api/auth/sign-out"]);
    assert.deepEqual([session.state.status, session.state.reason], ["signed-out", "signed-out"]);
});

test("signing out of what is over already is done", async () => {
    const { house, session } = await signedIn();
    house.session = null;
    await session.signOut();
    house.signIn();
    house.csrf = "csrf-2";
    const other = house.tab().session;
    await other.start();
    house.csrf = "csrf-3";
    house.session = null;
    await other.signOut();
    assert.deepEqual([session.state.reason, other.state.reason], ["signed-out", "signed-out"]);
    assert.deepEqual(house.signOuts, []);
});

test("signing out is asked for once, however often one presses", async () => {
    const { house, session } = await signedIn();
    await Promise.all([session.signOut(), session.signOut()]);
    assert.deepEqual(house.asked, ["GET /api/auth/session", "POST /api/auth/sign-out"]);
});

test("signing out in a tab that does not know yet who signed in last signs that one out, everywhere", async () => {
    const { house, tabs } = await signedIn(2);
    house.signInElsewhere(KEN);
    await tabs[1].session.start();
    await tabs[0].session.signOut();
    assert.deepEqual(house.signOuts.map(({ user }) => user), [KEN.id]);
    assert.deepEqual(tabs.map((tab) => tab.session.state.reason), ["signed-out", "signed-out"]);
});

test("a sign-out outlives its page", async () => {
    const { house, session } = await signedIn();
    await session.signOut();
    assert.deepEqual(house.signOuts, [{ user: "7", outlivesPage: true }]);
});

for (const [why, status, type, asked] of [["forbidden", 403, "csrf-refused", 2], ["out of order", 503, "sign-in-unavailable", 1]]) {
    test(`a sign-out that is ${why} is told, and nobody is called signed out who is not`, async () => {
        const { house, tabs } = await signedIn(2);
        house.instead["POST /api/auth/sign-out"] = [1, 2].map(() => () => refusal(status, type));
        await assert.rejects(tabs[0].session.signOut(), { name: "SessionError", status, type });
        await settle();
        assert.equal(house.count("POST /api/auth/sign-out"), asked);
        assert.deepEqual(tabs.map((tab) => tab.session.state.status), ["signed-in", "signed-in"]);
        house.instead = {};
        await tabs[0].session.signOut();
        assert.equal(house.session, null);
    });
}

test("a sign-out that reaches no server says so, and leaves open who is signed in", async () => {
    const { house, tab, session } = await signedIn();
    await session.accessToken();
    house.isReachable = false;
    const refused = assert.rejects(session.signOut(), { type: "unreachable", status: 0 });
    await house.clock.advance(HOUR / 2);
    await refused;
    assert.deepEqual([session.state.status, session.state.user], ["unknown", null]);
    house.isReachable = true;
    tab.document.dispatchEvent(new Event("visibilitychange"));
    await settle();
    assert.equal(session.state.status, "signed-in");
});

test("a page that is looked at while it signs out does not sign in again", async () => {
    const { house, tab, session } = await signedIn();
    let answer;
    house.instead["POST /api/auth/sign-out"] = [() => new Promise((resolve) => (answer = resolve))];
    await house.clock.advance(MINUTE);
    const done = session.signOut();
    await settle();
    tab.document.dispatchEvent(new Event("visibilitychange"));
    await settle();
    house.session = null;
    answer(new Response(null, { status: 204 }));
    await done;
    await settle();
    assert.equal(session.state.status, "signed-out");
    assert.equal(session.state.reason, "signed-out");
});

test("somebody who signs in while a sign-out is on its way stays signed in", async () => {
    const { house, session } = await signedIn();
    house.isReachable = false;
    const out = session.signOut();
    await settle();
    const signedInAgain = session.signIn("mai@example.jp", "Right-1234");
    await house.clock.advance(400);
    house.isReachable = true;
    await house.clock.advance(200);
    await out;
    await signedInAgain;
    assert.equal(session.state.status, "signed-in");
    assert.notEqual(house.session, null);
});

test("an hour without a key or a click ends the session in every tab, after a warning, without a request", async () => {
    const { house, tabs, session } = await signedIn(2);
    await session.accessToken();
    const asked = house.asked.length;
    await house.clock.advance(58 * MINUTE - 1);
    assert.equal(session.state.warning, null);
    await house.clock.advance(1);
    assert.deepEqual(session.state.warning, { reason: "idle", at: session.state.idleExpiresAt });
    await house.clock.advance(2 * MINUTE);
    for (const tab of tabs) assert.deepEqual([tab.session.state.status, tab.session.state.reason], ["signed-out", "idle"]);
    assert.equal(house.asked.length, asked);
    assert.equal(await session.accessToken(), null);
});

test("a key at the last moment keeps the session, and the warning goes away", async () => {
    const { house, tab, session } = await signedIn();
    await house.clock.advance(59 * MINUTE);
    assert.equal(session.state.warning.reason, "idle");
    act(tab);
    await settle();
    assert.equal(session.state.warning, null);
    assert.equal(session.state.idleExpiresAt, house.clock.now() + HOUR);
    await house.clock.advance(30 * MINUTE);
    assert.equal(session.state.status, "signed-in");
});

test("activity reaches the server at most every five minutes", async () => {
    const { house, tab } = await signedIn();
    house.asked = [];
    for (let second = 0; second < 30 * 60; second += 10) {
        act(tab);
        await house.clock.advance(10_000);
    }
    assert.equal(house.count("GET /api/auth/session"), 6);
});

test("activity just after a touch is not forgotten: it is told when five minutes are over", async () => {
    const { house, tab, session } = await signedIn();
    await house.clock.advance(1_000);
    act(tab);
    await house.clock.advance(5 * MINUTE);
    assert.equal(session.state.idleExpiresAt, house.clock.now() - 1_000 + HOUR);
});

test("activity in one tab keeps the others", async () => {
    const { house, tabs } = await signedIn(2);
    for (let minute = 0; minute < 120; minute += 1) {
        act(tabs[0]);
        await house.clock.advance(MINUTE);
    }
    assert.deepEqual(tabs.map((tab) => [tab.session.state.status, tab.session.state.warning]), [["signed-in", null], ["signed-in", null]]);
    assert.equal(house.count("GET /api/auth/session"), 2 + 24);
});

test("the last activity of a tab that is closed is told by another", async () => {
    const { house, tabs } = await signedIn(2);
    await house.clock.advance(4 * MINUTE);
    act(tabs[0]);
    tabs[0].session.close();
    house.asked = [];
    await house.clock.advance(2 * MINUTE);
    assert.deepEqual(house.asked, ["GET /api/auth/session"]);
});

test("tabs hear of activity, but not of each key", async () => {
    const { house, tab } = await signedIn(2);
    house.told = [];
    for (let second = 0; second < 30; second += 1) {
        act(tab);
        await house.clock.advance(1_000);
    }
    assert.deepEqual(house.told, ["active", "active"]);
});

test("one question about the session is on its way at a time, however one types", async () => {
    const { house, tab } = await signedIn();
    await house.clock.advance(6 * MINUTE);
    house.asked = [];
    for (let key = 0; key < 5; key += 1) act(tab);
    await settle();
    assert.deepEqual(house.asked, ["GET /api/auth/session"]);
    assert.equal(house.turns, 1);
});

test("tabs that are active at once ask once", async () => {
    const { house, tabs } = await signedIn(2);
    await house.clock.advance(6 * MINUTE);
    house.asked = [];
    tabs.forEach(act);
    await settle();
    assert.deepEqual(house.asked, ["GET /api/auth/session"]);
});

test("an answer that was asked for before signing out does not sign in again", async () => {
    const { house, session } = await signedIn();
    let answer;
    house.instead["GET /api/auth/session"] = [() => new Promise((resolve) => (answer = resolve))];
    const asked = session.start();
    await settle();
    await session.signOut();
    answer(Response.json({ signed_in: true, csrf_token: "c", user: { id: "7" }, expires_at: "2026-02-01T00:00:00Z", idle_expires_at: "2026-02-01T00:00:00Z" }));
    await asked;
    assert.equal(session.state.status, "signed-out");
});

test("after 24 hours the session ends, however busy one is, after a warning that no key takes away", async () => {
    const { house, tab, session } = await signedIn();
    for (let minute = 0; minute < 24 * 60 - 1; minute += 1) {
        act(tab);
        await house.clock.advance(MINUTE);
    }
    assert.equal(session.state.warning.reason, "expired");
    await house.clock.advance(MINUTE);
    assert.deepEqual([session.state.status, session.state.reason], ["signed-out", "expired"]);
});

test("a machine that slept through the end finds the session over when it is looked at", async () => {
    const { house, tab, session } = await signedIn();
    house.clock.sleep(2 * HOUR);
    tab.document.dispatchEvent(new Event("visibilitychange"));
    assert.equal(session.state.reason, "idle");
});

test("a signed-out page that is looked at again asks who is there now, but not at each glance", async () => {
    const house = new House(), { session, document } = house.tab();
    await session.start();
    house.signIn();
    document.dispatchEvent(new Event("visibilitychange"));
    await settle();
    assert.equal(session.state.status, "signed-out");
    await house.clock.advance(10_000);
    document.dispatchEvent(new Event("visibilitychange"));
    await settle();
    assert.equal(session.state.status, "signed-in");
});

test("the state tells no secret", async () => {
    const { session } = await signedIn();
    const token = await session.accessToken();
    assert.ok(token);
    assert.ok(!JSON.stringify([session, session.state]).includes(token));
});

test("a closed session hears and does nothing", async () => {
    const { house, tabs } = await signedIn(2);
    tabs[1].session.close();
    house.asked = [];
    await tabs[0].session.signOut();
    act(tabs[1]);
    await house.clock.advance(2 * HOUR);
    assert.equal(tabs[1].session.state.status, "signed-in");
    assert.deepEqual(house.asked, ["POST /api/auth/sign-out"]);
});

test("what one learner asked to have done is not done to another who signed in meanwhile", async () => {
    for (const write of [(session) => session.changePassword("a", "b"), (session) => session.signOutEverywhere(), (session) => session.endSession("1")]) {
        const { house, session } = await signedIn();
        house.signInElsewhere(KEN);
        await assert.rejects(write(session), { type: "session-over", status: 401 });
        assert.deepEqual(house.asked.length, 3);
        assert.equal(session.state.user.id, KEN.id);
    }
});

test("an answer from before somebody signed in elsewhere does not sign out", async () => {
    const house = new House(), { session } = house.tab();
    await session.start();
    let answer;
    house.instead["GET /api/auth/session"] = [() => new Promise((resolve) => (answer = resolve))];
    const late = session.start();
    await settle();
    house.signIn();
    await session.start();
    answer(Response.json({ signed_in: false, csrf_token: "c" }));
    await late;
    assert.equal(session.state.status, "signed-in");
});

test("the end of one learner's idle hour in a tab does not sign out another", async () => {
    const { house, tabs } = await signedIn(2);
    await house.clock.advance(30 * MINUTE);
    house.signInElsewhere(KEN);
    await tabs[1].session.start();
    await house.clock.advance(30 * MINUTE);
    assert.deepEqual([tabs[0].session.state.reason, tabs[1].session.state.user?.id], ["idle", KEN.id]);
});

for (const [next, told] of [
    ["/words?page=2#猫", "/words?page=2#猫"], [undefined, null], [null, null], [7, null], ["", null], ["words", null], ["https://lang-portal.example/words", null],
    ["//evil.example", null], ["/\\evil.example", null], ["/\t/evil.example", null], ["/.//evil.example", null], ["///", null], ["javascript:alert(1)", null],
]) {
    test(`after the shared sign-in page one goes on to ${JSON.stringify(next)}: ${told}`, async () => {
        const house = new House(), { session } = house.tab();
        house.next = next;
        const { status, user, next: place } = await session.completeSignIn("code", "state");
        assert.deepEqual([status, user.id, place], ["signed-in", "7", told]);
        assert.ok(!("next" in session.state));
    });
}
