// When a session ends by itself, and what is to be done before: decisions, no timers. All times are milliseconds since 1970.

export const MINUTE = 60_000;

export const limits = {
    /** The server is told of activity at most this often. */
    touchEvery: 5 * MINUTE,
    /** How long before the end one is warned. */
    warning: 2 * MINUTE,
};

export class ActivityWatch {
    /** @param {{expiresAt: number, idleExpiresAt: number}} session @param {number} now */
    constructor(session, now) {
        this.lastActive = now;
        this.touched(session, now);
    }

    /** The server knows of everything until now. */
    touched({ expiresAt, idleExpiresAt }, now) {
        this.lastTouch = now;
        this.expiresAt = expiresAt;
        this.idleExpiresAt = idleExpiresAt;
    }

    /** Somebody did something, in this tab or another. */
    active(at) {
        this.lastActive = Math.max(this.lastActive, at);
    }

    get wasActiveSinceTouch() {
        return this.lastActive > this.lastTouch;
    }

    /**
     * What to do now: end the session, tell the server of activity, or warn.
     * @returns {{end?: "idle" | "expired", touch?: boolean, warning?: {reason: "idle" | "expired", at: number}}}
     */
    decide(now) {
        if (now >= this.expiresAt) return { end: "expired" };
        if (now >= this.idleExpiresAt) return { end: "idle" };
        const isNear = now >= this.idleExpiresAt - limits.warning;
        const touch = this.wasActiveSinceTouch && (isNear || now >= this.lastTouch + limits.touchEvery);
        if (now >= this.expiresAt - limits.warning) return { touch, warning: { reason: "expired", at: this.expiresAt } };
        if (isNear && !touch) return { touch, warning: { reason: "idle", at: this.idleExpiresAt } };
        return { touch };
    }

    /** When to decide again, if nothing happens before. */
    nextDecision(now) {
        const moments = [this.expiresAt, this.expiresAt - limits.warning, this.idleExpiresAt, this.idleExpiresAt - limits.warning];
        if (this.wasActiveSinceTouch) moments.push(this.lastTouch + limits.touchEvery);
        const ahead = moments.filter((moment) => moment > now);
        return ahead.length ? Math.min(...ahead) : now;
    }
}
