// What the tabs of one origin tell each other, and whose turn it is.

const NAME = "house-session";

export class Tabs {
    /** @param {{openChannel?: (name: string) => BroadcastChannel, locks?: LockManager}} platform */
    constructor({ openChannel, locks }, hear) {
        this.locks = locks;
        this.channel = openChannel?.(NAME);
        if (this.channel) this.channel.onmessage = (event) => hear(event.data);
    }

    tell(message) {
        this.channel?.postMessage(message);
    }

    /** One tab at a time; where browsers know no locks, all at once, which the server bears. */
    inTurn(work) {
        return this.locks ? this.locks.request(NAME, work) : work();
    }

    close() {
        this.channel?.close();
    }
}
