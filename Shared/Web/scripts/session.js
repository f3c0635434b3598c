// The session of a single-page app over /api/auth: who is signed in, an access token in memory alone, and requests that carry it.
import { ActivityWatch, MINUTE } from "./session/activity.js";
import { ownPath } from "./session/paths.js";
import { patiently, SessionError } from "./session/requests.js";
import { Tabs } from "./session/tabs.js";

export { SessionError };

/** The access token is renewed so long before its end; a token that lives shorter than twice that, at half its life. */
const RENEWAL_AHEAD = 5 * MINUTE;
/** A token is not sent in its last seconds: it could be over when it arrives. */
const TOKEN_MARGIN = 10_000;
/** A renewal that failed is tried again by activity at most this often. */
const RENEWAL_PAUSE = MINUTE;
/** Other tabs hear of activity at most this often. */
const ACTIVITY_EVERY = 15_000;
/** A tab where nobody is signed in asks anew when it is shown again, at most this often. */
const LOOK_EVERY = 10_000;
/** Browsers count a timer's milliseconds in 32 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;

const REPEATABLE = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);
const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchstart"];
const SIGNED_OUT = { status: "signed-out", user: null, expiresAt: null, idleExpiresAt: null, warning: null, reason: null };

export class Session {
    #platform;
    #base;
    #origins;
    #tabs;
    #listeners = new Set();
    #state = { ...SIGNED_OUT, status: "unknown" };
    #csrf = null;
    #token = null;
    #renewal = null;
    #watch = null;
    #timers = { decide: null, renew: null };
    #told = 0;
    #looked = -Infinity;
    #touching = null;
    #leaving = null;
    // Counts sessions: an answer that was asked for in an earlier one is not for this one.
    #generation = 0;

    constructor({ base = "/api/auth", origins = [], platform = {} } = {}) {
        this.#platform = { ...browser(), ...platform };
        this.#base = base;
        this.#origins = new Set([this.#platform.origin, ...origins]);
        this.#tabs = new Tabs(this.#platform, (message) => this.#hear(message));
        for (const kind of ACTIVITY) this.#platform.document?.addEventListener(kind, this.#act, { capture: true, passive: true });
        this.#platform.document?.addEventListener("visibilitychange", this.#show);
    }

    /** Who is signed in, and until when. The object is never changed: each change makes a new one. */
    get state() {
        return this.#state;
    }

    /** Calls `listener` with each new state; the function it returns ends that. */
    onChange = (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    };

    /** Asks the server who is signed in. */
    async start() {
        // Or who is just signing out would be signed in again.
        await this.#leaving?.catch(() => {});
        const generation = this.#generation;
        this.#looked = this.#clock.now();
        const answer = await this.#patiently(() => this.#call("GET", "session"));
        if (generation === this.#generation) this.#adopt(answer);
        return this.#state;
    }

    async signIn(email, password) {
        return this.#enter(await this.#post("sign-in", { email, password }));
    }

    /** Ends the way over the shared sign-in page, which came back with a code; beside the state, where it began: the `next` of `authorizeURL`. */
    async completeSignIn(code, state) {
        const answer = await this.#post("session", { code, state });
        return { ...this.#enter(answer), next: ownPath(answer.next, this.#platform.origin) };
    }

    /** Where the shared sign-in page begins; `next` is a path of this app. */
    authorizeURL(next = "/") {
        return `${this.#base}/authorize?next=${encodeURIComponent(next)}`;
    }

    signUp(learner) {
        return this.#post("sign-up", {
            email: learner.email, password: learner.password, given_name: learner.givenName, family_name: learner.familyName,
            preferred_language: learner.preferredLanguage, timezone: learner.timezone,
        });
    }

    confirm(email, code) {
        return this.#post("confirm", { email, code });
    }

    resend(email) {
        return this.#post("resend", { email });
    }

    forgotPassword(email) {
        return this.#post("forgot", { email });
    }

    resetPassword(email, code, newPassword) {
        return this.#post("confirm-forgot", { email, code, new_password: newPassword });
    }

    changePassword(oldPassword, newPassword) {
        return this.#writeOwn("POST", "change-password", { old_password: oldPassword, new_password: newPassword });
    }

    /** Where the learner is signed in. */
    async sessions() {
        return (await this.#call("GET", "sessions")).items;
    }

    endSession(id) {
        return this.#writeOwn("DELETE", `sessions/${encodeURIComponent(id)}`);
    }

    /** Signs out here, in all tabs. Here it is done at once; where the server does not do it, that is told, and who is signed in is asked anew. */
    signOut() {
        this.#leaving ??= this.#signOut().finally(() => (this.#leaving = null));
        return this.#leaving;
    }

    /** Signs out on all devices. */
    async signOutEverywhere() {
        await this.#writeOwn("POST", "sign-out-everywhere");
        this.#leave("signed-out");
    }

    /** The access token, renewed where it is needed; null when nobody is signed in. */
    async accessToken() {
        if (this.#state.status === "unknown") await this.start();
        if (this.#state.status !== "signed-in") return null;
        if (!this.#isFresh()) await this.renew();
        return this.#token?.text ?? null;
    }

    /** Gets a new access token: once, however many ask for it. */
    renew() {
        this.#renewal ??= this.#renewInTurn().finally(() => (this.#renewal = null));
        return this.#renewal;
    }

    /** As `fetch`, with the access token for our own origins; renews it once when it is refused as too old, and waits for a network that is away. */
    fetch = async (input, init) => {
        const page = this.#platform.document?.baseURI ?? this.#platform.origin;
        const request = new Request(input instanceof Request ? input : new URL(input, page), init);
        const mayRepeat = REPEATABLE.has(request.method) || request.headers.has("Idempotency-Key");
        const whose = this.#state.user?.id, attempt = () => this.#sendSigned(request, whose);
        return mayRepeat ? this.#patiently(attempt, request.signal) : attempt();
    };

    /** Stops listening and waiting. */
    close() {
        this.#stopTimers();
        this.#tabs.close();
        for (const kind of ACTIVITY) this.#platform.document?.removeEventListener(kind, this.#act, { capture: true });
        this.#platform.document?.removeEventListener("visibilitychange", this.#show);
    }

    // MARK: Requests

    get #clock() {
        return this.#platform.clock;
    }

    #patiently(attempt, signal) {
        return patiently(attempt, { clock: this.#clock, online: this.#platform.window, random: this.#platform.random, signal });
    }

    async #call(method, path, { body, csrf = this.#csrf, keepalive = false } = {}) {
        const headers = { Accept: "application/json" };
        if (method !== "GET") headers["X-CSRF-Token"] = csrf ?? "";
        if (body !== undefined) headers["Content-Type"] = "application/json";
        const content = body === undefined ? undefined : JSON.stringify(body);
        const options = { method, headers, credentials: "same-origin", cache: "no-store", keepalive, body: content };
        const answer = await this.#platform.fetch(`${this.#base}/${path}`, options);
        if (!answer.ok) throw await SessionError.from(answer);
        return answer.status === 204 ? null : await answer.json();
    }

    #post(path, body) {
        return this.#write("POST", path, body);
    }

    // For the learner who is signed in now, and nobody else.
    #writeOwn(method, path, body) {
        return this.#write(method, path, body, this.#state.user?.id);
    }

    // A write needs the CSRF token; one that is over is fetched anew, once.
    async #write(method, path, body, whose) {
        const attempt = async () => {
            if (this.#csrf === null) await this.start();
            this.#check(whose);
            return this.#call(method, path, { body });
        };
        try {
            return await attempt().catch((error) => {
                if (error.type !== "csrf-refused") throw error;
                this.#csrf = null;
                return attempt();
            });
        } catch (error) {
            if (error.type === "session-over" && !this.#isAnother(whose)) this.#leave("session-over");
            throw this.#named(error);
        }
    }

    // Another app of the house may have signed in somebody else since.
    #isAnother(whose) {
        return whose !== undefined && this.#state.user !== null && this.#state.user.id !== whose;
    }

    #check(whose) {
        if (!this.#isAnother(whose)) return;
        throw new SessionError({ status: 401, type: "session-over", detail: "Somebody else has signed in meanwhile; look at the page again." });
    }

    #named(error) {
        if (!(error instanceof TypeError)) return error;
        return new SessionError({ status: 0, type: "unreachable", detail: "No server was reached; check the connection and try again." });
    }

    #isOurs(request) {
        return this.#origins.has(new URL(request.url).origin);
    }

    async #sendSigned(request, whose) {
        if (!this.#isOurs(request)) return this.#platform.fetch(request.clone());
        const token = await this.#tokenOf(whose);
        const answer = await this.#send(request, token);
        if (answer.status !== 401) return answer;
        const { type } = await SessionError.from(answer.clone());
        if (type === "session-over" && !this.#isAnother(whose)) this.#leave("session-over");
        if (type !== "token-expired" || this.#state.status !== "signed-in") return answer;
        // Another request may have renewed it meanwhile.
        if (this.#token?.text === token) this.#token = null;
        return this.#send(request, await this.#tokenOf(whose));
    }

    async #tokenOf(whose) {
        const token = await this.accessToken();
        this.#check(whose);
        return token;
    }

    // The request itself stays unread, so that it can be sent again.
    #send(request, token) {
        const copy = request.clone();
        if (token) copy.headers.set("Authorization", `Bearer ${token}`);
        return this.#platform.fetch(copy);
    }

    // MARK: Tokens

    #isFresh() {
        return this.#token !== null && this.#clock.now() < this.#token.expiresAt - TOKEN_MARGIN;
    }

    async #renewInTurn() {
        const generation = this.#generation, before = this.#token;
        await this.#tabs.inTurn(async () => {
            // While we waited for our turn, another tab may have done it, or signed out.
            if (generation !== this.#generation || (this.#token !== before && this.#isFresh())) return;
            try {
                await this.#refresh();
            } catch (error) {
                if (error.status !== 401 && error.type !== "csrf-refused") throw this.#named(error);
                if (generation !== this.#generation) return;
                if (error.status === 401) this.#leave("session-over");
                else this.#csrf = null;
            }
        });
        if (this.#csrf === null && generation === this.#generation) {
            await this.start();
            if (this.#state.status === "signed-in" && !this.#isFresh()) await this.#refresh();
        }
    }

    // A token that comes when somebody else is signed in, or nobody, is not taken.
    async #refresh() {
        const generation = this.#generation, answer = await this.#patiently(() => this.#call("POST", "refresh"));
        if (generation === this.#generation) this.#renewed(answer);
    }

    #renewed(answer) {
        const token = { text: answer.access_token, expiresAt: Date.parse(answer.access_token_expires_at) };
        const ends = endsOf(answer), groups = answer.user?.groups;
        this.#keep(token);
        this.#touched(ends, groups);
        this.#tell({ kind: "renewed", token, ends, groups });
    }

    #keep({ text, expiresAt }) {
        const now = this.#clock.now(), life = expiresAt - now, wait = Math.max(life - RENEWAL_AHEAD, life / 2);
        this.#token = { text, expiresAt, renewAt: now + wait };
        this.#clock.clearTimeout(this.#timers.renew);
        this.#timers.renew = this.#after(wait, () => {
            // A session nobody uses is not kept alive: the next activity or request renews the token.
            if (this.#watch?.wasActiveSinceTouch) this.renew().catch(() => {});
        });
    }

    // Makes up for the timer, which came while nobody was active.
    #renewIfDue(now) {
        if (this.#token === null || now < this.#token.renewAt) return;
        this.#token.renewAt = now + RENEWAL_PAUSE;
        this.renew().catch(() => {});
    }

    // MARK: State

    #enter(answer) {
        this.#generation += 1;
        this.#adopt(answer);
        this.#tell({ kind: "signed-in" });
        return this.#state;
    }

    async #signOut() {
        const csrf = this.#csrf;
        this.#leave("signed-out");
        try {
            await this.#patiently(() => this.#endAtServer(csrf));
        } catch (error) {
            await this.#doubt();
            throw this.#named(error);
        }
    }

    // The CSRF token is refused where another app of the house has signed in anew: that session is the one to end.
    async #endAtServer(csrf) {
        const end = (csrf) => this.#call("POST", "sign-out", { csrf, keepalive: true });
        try {
            await end(csrf).catch(async (error) => {
                if (error.type !== "csrf-refused") throw error;
                await end((await this.#call("GET", "session")).csrf_token);
            });
        } catch (error) {
            // Over already.
            if (error.status !== 401) throw error;
        }
    }

    // Whether one is signed out is open: the server is asked, once; where it cannot be reached it stays open.
    async #doubt() {
        this.#change({ ...SIGNED_OUT, status: "unknown" });
        this.#looked = this.#clock.now();
        const answer = await this.#call("GET", "session").catch(() => null);
        if (answer?.signed_in) this.#enter(answer);
        else if (answer) this.#adopt(answer);
    }

    #adopt(answer) {
        if (!answer.signed_in) {
            if (this.#state.status === "signed-in") this.#leave("session-over");
            else this.#change({ ...SIGNED_OUT, reason: this.#state.reason });
            this.#csrf = answer.csrf_token;
            return;
        }
        const { user } = answer, now = this.#clock.now();
        this.#csrf = answer.csrf_token;
        if (this.#state.user?.id !== user.id) this.#begin();
        if (answer.access_token) this.#keep({ text: answer.access_token, expiresAt: Date.parse(answer.access_token_expires_at) });
        const ends = endsOf(answer);
        this.#watch ??= new ActivityWatch(ends, now);
        this.#watch.touched(ends, now);
        this.#change({
            status: "signed-in", ...ends, warning: null, reason: null,
            user: { id: user.id, email: user.email, givenName: user.given_name, familyName: user.family_name, groups: this.#groupsOf(user) },
        });
        this.#decide();
    }

    // The server leaves them out while it cannot tell them.
    #groupsOf(user) {
        return user.groups ?? (this.#state.user?.id === user.id ? this.#state.user.groups : []);
    }

    // A new token may name other groups.
    #touched(ends, groups = this.#state.user?.groups) {
        this.#watch?.touched(ends, this.#clock.now());
        if (this.#state.status === "signed-in") this.#change({ ...this.#state, ...ends, warning: null, user: { ...this.#state.user, groups } });
        this.#decide();
    }

    #leave(reason, { isTold = true } = {}) {
        if (isTold) this.#tell({ kind: "signed-out", reason });
        this.#begin();
        this.#csrf = null;
        this.#change({ ...SIGNED_OUT, reason });
    }

    // Nothing of who was here before is for who comes now.
    #begin() {
        this.#generation += 1;
        this.#stopTimers();
        this.#token = this.#watch = null;
    }

    #change(state) {
        if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
        this.#state = Object.freeze(state);
        for (const listener of this.#listeners) listener(this.#state);
    }

    // MARK: Activity

    #act = () => {
        if (!this.#watch) return;
        const now = this.#clock.now();
        this.#watch.active(now);
        if (now - this.#told >= ACTIVITY_EVERY) {
            this.#told = now;
            this.#tell({ kind: "active", at: now });
        }
        this.#decide();
        this.#renewIfDue(now);
    };

    #show = () => {
        if (this.#platform.document.visibilityState !== "visible") return;
        this.#act();
        // Another app of the house may have signed in meanwhile.
        if (this.#state.status !== "signed-in" && this.#clock.now() - this.#looked >= LOOK_EVERY) this.start().catch(() => {});
    };

    // Timers of a machine that slept come late: each decision looks at the clock.
    #decide() {
        if (!this.#watch) return;
        const now = this.#clock.now(), { end, touch, warning = null } = this.#watch.decide(now);
        if (end) return this.#leave(end);
        if (touch) this.#touch();
        if (JSON.stringify(warning) !== JSON.stringify(this.#state.warning)) this.#change({ ...this.#state, warning });
        this.#clock.clearTimeout(this.#timers.decide);
        this.#timers.decide = this.#after(Math.max(1, this.#watch.nextDecision(now) - now), () => this.#decide());
    }

    #touch() {
        this.#touching ??= this.#tabs
            .inTurn(() => this.#touchInTurn())
            .catch(() => {})
            .finally(() => (this.#touching = null));
    }

    async #touchInTurn() {
        // While we waited for our turn, another tab may have done it.
        if (!this.#watch?.decide(this.#clock.now()).touch) return;
        const { status, expiresAt, idleExpiresAt, user } = await this.start();
        if (status === "signed-in") this.#tell({ kind: "touched", ends: { expiresAt, idleExpiresAt }, groups: user.groups });
    }

    #after(milliseconds, work) {
        return this.#clock.setTimeout(work, Math.min(milliseconds, LONGEST_TIMER));
    }

    #stopTimers() {
        for (const name of Object.keys(this.#timers)) this.#clock.clearTimeout(this.#timers[name]);
    }

    // MARK: Other tabs

    #tell(message) {
        this.#tabs.tell({ ...message, user: this.#state.user?.id });
    }

    #hear(message) {
        // Of another learner's session, only its beginning says something about ours, and that somebody signs out.
        const isForAll = message.kind === "signed-in" || message.reason === "signed-out";
        if (!isForAll && message.user !== this.#state.user?.id) return;
        switch (message.kind) {
            case "signed-out": return this.#state.status === "signed-out" ? undefined : this.#leave(message.reason, { isTold: false });
            case "signed-in": return void this.start().catch(() => {});
            case "active":
                this.#watch?.active(message.at);
                return this.#decide();
            case "touched": return this.#touched(message.ends, message.groups);
            case "renewed":
                if (this.#state.status !== "signed-in") return;
                this.#keep(message.token);
                return this.#touched(message.ends, message.groups);
        }
    }
}

function endsOf(answer) {
    return { expiresAt: Date.parse(answer.expires_at), idleExpiresAt: Date.parse(answer.idle_expires_at) };
}

function browser() {
    return {
        origin: globalThis.location?.origin,
        fetch: (...parts) => globalThis.fetch(...parts),
        clock: { now: () => Date.now(), setTimeout: (...parts) => setTimeout(...parts), clearTimeout: (id) => clearTimeout(id) },
        document: globalThis.document,
        window: globalThis.window,
        locks: globalThis.navigator?.locks,
        openChannel: globalThis.BroadcastChannel ? (name) => new BroadcastChannel(name) : undefined,
        random: Math.random,
    };
}
