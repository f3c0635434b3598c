// What has come of an order so far: decisions without a page.

export class Generation {
    /** @param {string} topic @param {number} wanted */
    constructor(topic, wanted) {
        this.topic = topic;
        this.wanted = wanted;
        this.words = [];
    }

    get isComplete() {
        return this.words.length >= this.wanted;
    }

    /** Whether the same order once more goes on with this one: what came stays, and the rest is added. */
    continues(topic, wanted) {
        return topic === this.topic && wanted === this.wanted && this.words.length > 0 && !this.isComplete;
    }

    /** Takes a word unless it is there or none is wanted any more; whether it was taken. */
    take(word) {
        if (this.isComplete || this.words.some((known) => known.japanese === word.japanese)) return false;
        this.words.push(word);
        return true;
    }

    /** In the shape the service takes back. */
    get group() {
        return { group_name: this.topic, words: this.words };
    }
}

/** One word a line, as the service lists it. */
export function listing(group) {
    const words = group.words.map((word) => `    ${JSON.stringify(word)}`).join(",\n");
    return `{\n  "group_name": ${JSON.stringify(group.group_name)},\n  "words": [\n${words}\n  ]\n}`;
}

/** "{n} of {all}" with its numbers. */
export function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
