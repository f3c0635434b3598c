// The learner's groups, in this browser alone: at most 20, each learner's apart.
const LIMIT = 20;

/** Whether an entry can be shown; anything may stand in a storage. */
function isWhole(entry) {
    const words = entry?.group?.words;
    return Array.isArray(words) && words.length > 0 && words.every((word) => word?.japanese) && !Number.isNaN(new Date(entry.at).getTime());
}

export class History {
    #storage;
    #key;

    /** @param {Storage} storage @param {string} learner */
    constructor(storage, learner) {
        this.#storage = storage;
        this.#key = `vocab-history-${learner}`;
    }

    /** The newest first; what is no history of ours counts as none. */
    get all() {
        try {
            const kept = JSON.parse(this.#storage.getItem(this.#key) ?? "[]");
            return Array.isArray(kept) ? kept.filter(isWhole).slice(0, LIMIT) : [];
        } catch {
            return [];
        }
    }

    /** Where there is no room, or no storage, nothing is kept. */
    add(group, at) {
        const text = JSON.stringify(group);
        const others = this.all.filter((entry) => JSON.stringify(entry.group) !== text);
        this.#write([{ at, group }, ...others].slice(0, LIMIT));
    }

    clear() {
        try {
            this.#storage.removeItem(this.#key);
        } catch {
            // Then there is nothing in it.
        }
    }

    #write(entries) {
        try {
            this.#storage.setItem(this.#key, JSON.stringify(entries));
        } catch {
            // Full or forbidden.
        }
    }
}
