// The decisions about activity, without timers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ActivityWatch } from "../../Shared/Web/scripts/session/activity.js";

const MINUTE = 60_000;
const ends = { expiresAt: 1_440 * MINUTE, idleExpiresAt: 60 * MINUTE };

for (const [active, now, decision, next] of [
    [0, 0, { touch: false }, 58],
    [1, 2, { touch: false }, 5],
    [1, 5, { touch: true }, 58],
    [4, 57.9, { touch: true }, 58],
    [0, 58, { touch: false, warning: { reason: "idle", at: 60 * MINUTE } }, 60],
    [59, 59, { touch: true }, 60],
    [0, 60, { end: "idle" }, 1_438],
    [0, 1_440, { end: "expired" }, 1_440],
]) {
    test(`active at ${active} min, at ${now} min: ${JSON.stringify(decision)}`, () => {
        const watch = new ActivityWatch(ends, 0);
        watch.active(active * MINUTE);
        assert.deepEqual(watch.decide(now * MINUTE), decision);
        assert.equal(watch.nextDecision(now * MINUTE), next * MINUTE);
    });
}

test("near the end of 24 hours activity is told still, and the warning stays", () => {
    const watch = new ActivityWatch({ expiresAt: 30 * MINUTE, idleExpiresAt: 60 * MINUTE }, 0);
    watch.active(29 * MINUTE);
    assert.deepEqual(watch.decide(29 * MINUTE), { touch: true, warning: { reason: "expired", at: 30 * MINUTE } });
});

test("activity that is heard of late does not undo what is known", () => {
    const watch = new ActivityWatch(ends, 0);
    watch.active(7 * MINUTE);
    watch.active(3 * MINUTE);
    assert.equal(watch.lastActive, 7 * MINUTE);
});

test("where a server waits less than five minutes, activity is told before the end all the same", () => {
    const watch = new ActivityWatch({ expiresAt: 60 * MINUTE, idleExpiresAt: 4 * MINUTE }, 0);
    watch.active(MINUTE);
    assert.deepEqual(watch.decide(3 * MINUTE), { touch: true });
});
