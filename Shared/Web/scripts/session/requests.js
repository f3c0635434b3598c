// Requests to /api/auth, and patience with networks.

/** What a server of the house said was wrong; `status` 0 means that no server was reached. */
export class SessionError extends Error {
    constructor({ status, type, detail, problems = [], retryAfter = null, requestID = null }) {
        super(detail);
        this.name = "SessionError";
        Object.assign(this, { status, type, problems, retryAfter, requestID });
    }

    /** @param {Response} answer */
    static async from(answer) {
        const body = await answer.json().catch(() => ({}));
        const isList = Array.isArray(body.detail);
        const seconds = Number.parseInt(answer.headers.get("Retry-After") ?? "", 10);
        return new SessionError({
            status: answer.status,
            type: body.type ?? (isList ? "invalid-input" : "unknown"),
            detail: isList ? body.detail.map((problem) => problem.msg).join(" ") : body.detail ?? `The server answered ${answer.status}.`,
            problems: isList ? body.detail : [],
            retryAfter: Number.isNaN(seconds) ? null : seconds,
            requestID: body.request_id ?? null,
        });
    }
}

export const backOff = {
    /** The pauses between attempts that no server answered, in milliseconds. */
    pauses: [500, 1_000, 2_000, 4_000, 8_000, 15_000],
    /** Pauses differ by up to this part, so that tabs do not come back together. */
    jitter: 0.25,
};

/**
 * Runs `attempt` until a server answers; gives up after the last pause, or when `signal` says so.
 * @template T @param {() => Promise<T>} attempt @returns {Promise<T>}
 */
export async function patiently(attempt, { clock, online, signal, random = Math.random }) {
    for (const pause of [...backOff.pauses, null]) {
        try {
            return await attempt();
        } catch (error) {
            // `fetch` throws a TypeError when no server was reached, and nothing else does.
            if (!(error instanceof TypeError) || pause === null || signal?.aborted) throw error;
            await sleep(pause * (1 + backOff.jitter * random()), clock, online, signal);
        }
    }
}

// Until the time is over or the network is back, whichever is first.
function sleep(milliseconds, clock, online, signal) {
    return new Promise((resolve, reject) => {
        const end = (settle, value) => {
            clock.clearTimeout(timer);
            online?.removeEventListener("online", wake);
            signal?.removeEventListener("abort", stop);
            settle(value);
        };
        const wake = () => end(resolve);
        const stop = () => end(reject, signal.reason);
        const timer = clock.setTimeout(wake, milliseconds);
        online?.addEventListener("online", wake);
        signal?.addEventListener("abort", stop);
    });
}
