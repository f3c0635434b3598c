// A server of the house and browser tabs before it, in memory.
import { Session } from "../../Shared/Web/scripts/session.js";
import { ManualClock, settle } from "./manual-clock.mjs";

export const MINUTE = 60_000, HOUR = 60 * MINUTE;
export const ORIGIN = "https://lang-portal.example";
const MAI = { id: "7", email: "mai@example.jp", given_name: "Mai", family_name: "Yamada" };
export const KEN = { id: "8", email: "ken@example.jp", given_name: "Ken", family_name: "Mori" };

export class House {
    clock = new ManualClock();
    /** What was asked for: `POST /api/auth/refresh`. */
    asked = [];
    /** The requests to /api/words as they came. */
    words = [];
    /** The sign-outs as they came. */
    signOuts = [];
    isReachable = true;
    session = null;
    csrf = "csrf-1";
    /** Where the way over the shared sign-in page began. */
    next = undefined;
    tokens = 0;
    /** The groups of who is signed in; undefined while the house cannot tell. */
    groups = [];
    /** Answers in place of the usual ones: by request line, used up one by one. */
    instead = {};
    channels = [];
    /** What tabs told each other, by kind. */
    told = [];
    /** How often a tab waited for its turn. */
    turns = 0;
    #turn = Promise.resolve();

    /** @returns a tab of this origin, and what its page has */
    tab({ hasLocks = true, ...options } = {}) {
        const document = Object.assign(new EventTarget(), { visibilityState: "visible" }), window = new EventTarget();
        const platform = {
            origin: ORIGIN, clock: this.clock, document, window, random: () => 0, fetch: this.fetch,
            locks: hasLocks ? { request: this.#inTurn } : undefined,
            openChannel: () => this.#open(),
        };
        return { session: new Session({ platform, ...options }), document, window };
    }

    signIn(user = MAI) {
        this.session = { user, began: this.clock.now(), seen: this.clock.now() };
    }

    /** Somebody signs in in another app of the house: a new session, which has a CSRF token of its own. */
    signInElsewhere(user = MAI) {
        this.signIn(user);
        this.csrf += "+";
    }

    count(line) {
        return this.asked.filter((other) => other === line).length;
    }

    #inTurn = (_, work) => {
        this.turns += 1;
        return (this.#turn = this.#turn.then(work, work));
    };

    #open() {
        const channel = {
            postMessage: (message) => {
                this.told.push(message.kind);
                for (const other of this.channels) if (other !== channel) other.onmessage({ data: message });
            },
        };
        this.channels.push(channel);
        return Object.assign(channel, { close: () => this.channels.splice(this.channels.indexOf(channel), 1) });
    }

    fetch = async (input, init) => {
        const request = new Request(typeof input === "string" ? new URL(input, ORIGIN) : input, init);
        const url = new URL(request.url), line = `${request.method} ${url.origin === ORIGIN ? url.pathname : url.href}`;
        this.asked.push(line);
        // Never at once, as no network is.
        await settle(2);
        if (!this.isReachable) throw new TypeError("fetch failed");
        const instead = this.instead[line]?.shift();
        return instead ? instead() : this.#answer(line, request);
    };

    async #answer(line, request) {
        if (line.endsWith("/api/words")) {
            this.words.push({ token: request.headers.get("Authorization"), body: await request.text() });
            const isGood = request.headers.get("Authorization") === `Bearer token-${this.tokens}`;
            return isGood ? json({ words: [] }) : refusal(401, "token-expired");
        }
        const isWrite = request.method !== "GET";
        if (isWrite && request.headers.get("X-CSRF-Token") !== this.csrf) return refusal(403, "csrf-refused");
        const isOver = !this.session || this.clock.now() >= this.session.seen + HOUR || this.clock.now() >= this.session.began + 24 * HOUR;
        switch (line.replace("/api/auth/", "")) {
            case "GET session": return json(isOver ? { signed_in: false, csrf_token: this.csrf } : this.#seen());
            case "POST sign-in":
                if ((await request.json()).password !== "Right-1234") return refusal(401, "wrong-password");
                this.signIn();
                return json({ ...this.#seen(), ...this.#token() });
            case "POST session":
                this.signIn();
                return json({ ...this.#seen(), ...this.#token(), next: this.next });
            case "POST refresh": return isOver ? refusal(401, "session-over") : json({ ...this.#token(), ...this.#seen() });
            case "POST sign-out":
                if (isOver) return refusal(401, "session-over");
                this.signOuts.push({ user: this.session.user.id, outlivesPage: request.keepalive });
                this.session = null;
                return new Response(null, { status: 204 });
            default: return refusal(404, "not-found");
        }
    }

    #seen() {
        this.session.seen = this.clock.now();
        return { signed_in: true, csrf_token: this.csrf, user: { ...this.session.user, groups: this.groups }, ...this.#ends() };
    }

    #ends() {
        return { expires_at: time(this.session.began + 24 * HOUR), idle_expires_at: time(this.session.seen + HOUR) };
    }

    #token() {
        this.tokens += 1;
        return { access_token: `token-${this.tokens}`, access_token_expires_at: time(this.clock.now() + HOUR) };
    }
}

function time(milliseconds) {
    return new Date(milliseconds).toISOString();
}

export function json(body, status = 200, headers = {}) {
    return Response.json(body, { status, headers });
}

export function refusal(status, type, headers = {}) {
    return json({ detail: `refused: ${type}`, type, request_id: "r1" }, status, headers);
}
