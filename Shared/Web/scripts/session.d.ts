/** Who is signed in, and until when. */
export interface SessionState {
    readonly status: "unknown" | "signed-out" | "signed-in";
    readonly user: Learner | null;
    /** Milliseconds since 1970; the session ends then, 24 hours after it began at the latest. */
    readonly expiresAt: number | null;
    /** Milliseconds since 1970; the session ends then if nothing is done before. */
    readonly idleExpiresAt: number | null;
    /** The session is about to end: `idle` goes away with the next key or click, `expired` does not. */
    readonly warning: { readonly reason: "idle" | "expired"; readonly at: number } | null;
    /** Why one is signed out; null where one was not signed in before. */
    readonly reason: "signed-out" | "idle" | "expired" | "session-over" | null;
}

export interface Learner {
    readonly id: string;
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
    /** The user pool's groups as the newest access token names them: for what a page shows. What one may do, the server decides. */
    readonly groups: readonly string[];
}

/** A place where the learner is signed in; times in RFC 3339. */
export interface SessionPlace {
    readonly id: string;
    readonly began_at: string;
    readonly seen_at: string;
    readonly current: boolean;
    readonly device: string | null;
}

export interface NewLearner {
    email: string;
    password: string;
    givenName: string;
    familyName: string;
    preferredLanguage?: string;
    timezone?: string;
}

/** What a server of the house said was wrong; `status` 0 means that no server was reached. */
export class SessionError extends Error {
    readonly status: number;
    /** A stable name in lower case with hyphens: `wrong-password`, `account-not-confirmed`, `code-refused`, `rate-limited`, `invalid-input`, `unreachable` … */
    readonly type: string;
    /** For `invalid-input`: each problem with its place. */
    readonly problems: readonly { readonly type: string; readonly loc: readonly (string | number)[]; readonly msg: string }[];
    /** Seconds. */
    readonly retryAfter: number | null;
    readonly requestID: string | null;
}

export interface SessionOptions {
    /** Where the routes are; `/api/auth` unless given. */
    base?: string;
    /** Origins beside our own that get the access token; nobody else does. */
    origins?: string[];
    /** What a browser brings; for tests. */
    platform?: Partial<SessionPlatform>;
}

export interface SessionPlatform {
    origin: string;
    fetch: typeof fetch;
    clock: { now(): number; setTimeout(work: () => void, milliseconds: number): unknown; clearTimeout(timer: unknown): void };
    document: Document | undefined;
    window: EventTarget | undefined;
    locks: LockManager | undefined;
    openChannel: ((name: string) => BroadcastChannel) | undefined;
    random: () => number;
}

/** The session of a single-page app over /api/auth. One for each page. */
export class Session {
    constructor(options?: SessionOptions);
    /** Never changed: each change makes a new object, as `useSyncExternalStore` wants it. */
    get state(): SessionState;
    /** Calls `listener` with each new state; the function it returns ends that. */
    onChange(listener: (state: SessionState) => void): () => void;
    /** Asks the server who is signed in. */
    start(): Promise<SessionState>;
    signIn(email: string, password: string): Promise<SessionState>;
    /** Ends the way over the shared sign-in page, which came back to /callback with a code. `next` is what `authorizeURL` was given, if it is a path of ours. */
    completeSignIn(code: string, state: string): Promise<SessionState & { readonly next: string | null }>;
    /** Where the shared sign-in page begins; `next` is a path of this app. */
    authorizeURL(next?: string): string;
    signUp(learner: NewLearner): Promise<{ delivery: string }>;
    confirm(email: string, code: string): Promise<null>;
    resend(email: string): Promise<unknown>;
    forgotPassword(email: string): Promise<unknown>;
    resetPassword(email: string, code: string, newPassword: string): Promise<null>;
    changePassword(oldPassword: string, newPassword: string): Promise<null>;
    sessions(): Promise<SessionPlace[]>;
    endSession(id: string): Promise<null>;
    /**
     * Signs out here, in all tabs, at once; the promise is done when the server knows. A server that refuses or is not reached for half a minute is a
     * `SessionError`, and the state says again who is signed in: `unknown` where nobody can tell.
     */
    signOut(): Promise<void>;
    signOutEverywhere(): Promise<void>;
    /** The access token, renewed where it is needed; null when nobody is signed in. Keep it nowhere. */
    accessToken(): Promise<string | null>;
    /** Gets a new access token: once, however many ask for it. */
    renew(): Promise<void>;
    /**
     * As `fetch`, with the access token for our own origins. A token that is too old is renewed and the request sent again, once. While no server is
     * reached, what may be repeated (GET, HEAD, OPTIONS, PUT, DELETE, and whatever carries an `Idempotency-Key`) is, for about half a minute.
     */
    fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
    /** Stops listening and waiting. */
    close(): void;
}
