// Server-sent events from a POST, which EventSource cannot send (WHATWG HTML §9.2.6).

/** Takes text as it comes, gives events as they end. */
export class EventParser {
    #rest = "";

    /** @param {string} text @returns {{type: string, data: string}[]} */
    read(text) {
        const blocks = (this.#rest + text).split("\n\n");
        this.#rest = blocks.pop();
        return blocks.map(eventIn).filter((event) => event.data !== "");
    }
}

function eventIn(block) {
    const event = { type: "message", data: "" };
    for (const line of block.split("\n")) {
        const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line);
        if (name === "event") event.type = value;
        if (name === "data") event.data += (event.data && "\n") + value;
    }
    return event;
}

/** The events of an answer. @param {Response} answer */
export async function* eventsOf(answer) {
    const parser = new EventParser();
    const decoder = new TextDecoder();
    const reader = answer.body.getReader();
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield* parser.read(decoder.decode(value, { stream: true }));
        }
    } finally {
        reader.cancel().catch(() => {});
    }
}
