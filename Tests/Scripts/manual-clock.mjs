// Time that goes on when a test says so.

/** Lets everything run that waits for nothing but its turn: promises, and the streams of requests and answers. */
export async function settle(turns = 40) {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export class ManualClock {
    #now = Date.UTC(2026, 0, 5, 9);
    #timers = new Map();
    #last = 0;

    now = () => this.#now;

    setTimeout = (work, milliseconds) => {
        this.#last += 1;
        this.#timers.set(this.#last, { work, at: this.#now + Math.max(0, milliseconds) });
        return this.#last;
    };

    clearTimeout = (id) => void this.#timers.delete(id);

    /** Runs every timer that is due on the way, each at its own time. */
    async advance(milliseconds) {
        const end = this.#now + milliseconds;
        await settle();
        for (;;) {
            const due = [...this.#timers].filter(([, timer]) => timer.at <= end).sort(([, left], [, right]) => left.at - right.at)[0];
            if (!due) break;
            this.#timers.delete(due[0]);
            this.#now = Math.max(this.#now, due[1].at);
            due[1].work();
            await settle();
        }
        this.#now = end;
    }

    /** A machine that slept: time has gone on, and no timer was run. */
    sleep(milliseconds) {
        this.#now += milliseconds;
    }
}
