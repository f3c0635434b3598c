// What an application written in TypeScript does with session.js: compiled, never run. Each line below an `@ts-expect-error` is wrong and must be refused.
import {
    type Learner, type NewLearner, Session, SessionError, type SessionOptions, type SessionPlace, type SessionPlatform, type SessionState,
} from "../../Shared/Web/scripts/session.js";

const clock: SessionPlatform["clock"] = { now: () => Date.now(), setTimeout: (work, milliseconds) => setTimeout(work, milliseconds), clearTimeout: () => {} };
const platform: SessionPlatform = {
    origin: location.origin, fetch, clock, document, window, locks: navigator.locks, openChannel: (name) => new BroadcastChannel(name), random: Math.random,
};
const options: SessionOptions = { base: "/api/auth", origins: ["https://api.example"], platform };
const session = new Session(options);
export const [plain, tested]: Session[] = [new Session(), new Session({ platform: { clock, locks: undefined } })];
// @ts-expect-error: a route, not a list of them
new Session({ base: ["/api/auth"] });
// @ts-expect-error: a misspelt option
new Session({ origin: "https://api.example" });

/** As React's `useSyncExternalStore` takes them. */
export const store: { subscribe: (listener: () => void) => () => void; getSnapshot: () => SessionState } = {
    subscribe: session.onChange, getSnapshot: () => session.state,
};
// @ts-expect-error: the state is read, not set
session.state = session.state;
// @ts-expect-error: no such state
session.onChange((state) => state.status === "signed-on");

function greeting({ status, user, expiresAt, idleExpiresAt, warning, reason }: SessionState): string {
    if (warning) return `${warning.reason === "idle" ? "Still there?" : "The day is over"} at ${new Date(warning.at).toISOString()}`;
    // @ts-expect-error: there may be nobody
    user.email;
    if (status === "signed-in" && user) return `${nameOf(user)}, until ${Math.min(expiresAt ?? 0, idleExpiresAt ?? 0).toFixed()}`;
    return reason ?? status;
}

function nameOf(learner: Learner): string {
    // @ts-expect-error: nobody changes what was told
    learner.email = "";
    // @ts-expect-error: nor who is in which group
    learner.groups.push("teachers");
    return learner.groups.includes("teachers") ? `${learner.familyName} 先生` : `${learner.givenName} (${learner.email}, ${learner.id})`;
}

export async function goThroughTheDoor(): Promise<string> {
    const learner: NewLearner = { email: "mai@example.jp", password: "Right-1234", givenName: "Mai", familyName: "Yamada" };
    // @ts-expect-error: a name is missing
    const nameless: NewLearner = { email: "mai@example.jp", password: "Right-1234", givenName: "Mai" };
    const { delivery } = await session.signUp({ ...learner, ...nameless, preferredLanguage: "ja", timezone: "Asia/Tokyo" });
    await session.resend(learner.email);
    const nothing: null = await session.confirm(learner.email, "123456");
    // @ts-expect-error: a code is a text, it may begin with 0
    await session.confirm(learner.email, 123456);
    await session.forgotPassword(learner.email);
    const again: null = await session.resetPassword(learner.email, "123456", "Other-1234");
    const states: SessionState[] = [
        await session.start(), await session.signIn(learner.email, learner.password), await session.completeSignIn("code", "state"),
    ];
    const changed: null = await session.changePassword("Right-1234", "Other-1234");
    // @ts-expect-error: the old one is asked for
    await session.changePassword("Other-1234");
    const addresses: string[] = [session.authorizeURL(), session.authorizeURL("/words")];
    return [delivery, nothing, again, changed, ...states.map(greeting), ...addresses].join();
}

export async function lookAround(): Promise<SessionPlace[]> {
    const places = await session.sessions();
    const others = places.filter((place) => !place.current && place.began_at < place.seen_at && place.device !== null);
    for (const place of others) {
        const nothing: null = await session.endSession(place.id);
        console.assert(nothing === null);
    }
    // @ts-expect-error: a device may be unknown
    others[0]?.device.length;
    return others;
}

export async function work(): Promise<number> {
    const token = await session.accessToken();
    // @ts-expect-error: there is none for nobody
    token.length;
    await session.renew();
    const answers = [await session.fetch("/api/words"), await session.fetch(new URL("/api/words", location.href), { method: "POST", body: "{}" })];
    // @ts-expect-error: as `fetch`, it takes an address
    await session.fetch(7);
    return answers.filter((answer) => answer.ok).length;
}

export async function leave(): Promise<string> {
    try {
        await session.signOut();
        await session.signOutEverywhere();
    } catch (error) {
        if (!(error instanceof SessionError)) throw error;
        // @ts-expect-error: a place is a list of names and numbers
        const place: string = error.problems[0]?.loc ?? "";
        const problems = error.problems.map(({ type, loc, msg }) => `${type} at ${loc.join(".")}: ${msg}`);
        return [error.message, error.status.toFixed(), error.type, (error.retryAfter ?? 0).toFixed(), error.requestID ?? "", place, ...problems].join();
    }
    session.close();
    // @ts-expect-error: what is not told stays inside
    return session.csrf;
}
