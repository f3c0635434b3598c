// What the page of words decides, without a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EventParser, eventsOf } from "../../Services/vocab-frontend/scripts/events.js";
import { Generation, filled, listing } from "../../Services/vocab-frontend/scripts/generation.js";
import { History } from "../../Services/vocab-frontend/scripts/history.js";

const word = (japanese) => ({ japanese });

test("no word is taken twice, and no more than were asked for", () => {
    const generation = new Generation("Food", 3);
    assert.deepEqual(["米", "米", "茶", "酒", "水"].map((japanese) => generation.take(word(japanese))), [true, false, true, true, false]);
    assert.deepEqual(generation.group, { group_name: "Food", words: [word("米"), word("茶"), word("酒")] });
    assert.ok(generation.isComplete);
});

for (const [topic, wanted, came, goesOn] of [
    ["Food", 5, 2, true],
    ["Drink", 5, 2, false],
    ["Food", 6, 2, false],
    ["Food", 5, 0, false],
    ["Food", 5, 5, false],
]) {
    test(`${came} of 5 words on Food ${goesOn ? "go on" : "do not go on"} with ${wanted} on ${topic}`, () => {
        const generation = new Generation("Food", 5);
        for (let number = 0; number < came; number += 1) generation.take(word(`${number}`));
        assert.equal(generation.continues(topic, wanted), goesOn);
    });
}

test("the listing is JSON with a word a line", () => {
    const group = { group_name: 'a "b"', words: [word("米"), word("茶")] };
    assert.deepEqual(JSON.parse(listing(group)), group);
    assert.equal(listing(group).split("\n").length, 7);
});

test("a text is filled with what is there", () => {
    assert.equal(filled("{n} of {all} {x}", { n: 0, all: 5 }), "0 of 5 {x}");
    assert.equal(filled("{topic}", { topic: "{n} $&" }), "{n} $&");
});

for (const text of ["event: word\ndata: {\"a\":1}\n\n:\n\nevent: done\ndata: x\ndata: y\n\ndata: half", ":\n\nevent: word\ndata:{\"a\":1}\n\nevent: done\ndata: x\ndata: y\n\n"]) {
    test(`events are read however they are cut: ${JSON.stringify(text.slice(0, 20))}`, async () => {
        const wanted = [{ type: "word", data: '{"a":1}' }, { type: "done", data: "x\ny" }];
        const parser = new EventParser();
        assert.deepEqual([...text].flatMap((letter) => parser.read(letter)), wanted);
        assert.deepEqual(new EventParser().read(text), wanted);
        const events = [];
        for await (const event of eventsOf(new Response(text))) events.push(event);
        assert.deepEqual(events, wanted);
    });
}

test("an answer that nobody reads on is let go", async () => {
    let isCancelled = false;
    const body = new ReadableStream({
        pull: (control) => control.enqueue(new TextEncoder().encode("data: 語\n\n")),
        cancel: () => void (isCancelled = true),
    });
    for await (const event of eventsOf(new Response(body))) {
        assert.equal(event.data, "語");
        break;
    }
    assert.ok(isCancelled);
});

class Storage {
    items = new Map();
    getItem = (key) => this.items.get(key) ?? null;
    setItem = (key, text) => {
        if (this.isFull) throw new Error("QuotaExceededError");
        this.items.set(key, text);
    };
    removeItem = (key) => this.items.delete(key);
}

const group = (name) => ({ group_name: name, words: [word("米")] });

test("the newest twenty groups are kept, each once", () => {
    const history = new History(new Storage(), "mai");
    for (let number = 0; number < 25; number += 1) history.add(group(`${number}`), number);
    history.add(group("20"), 99);
    assert.deepEqual(history.all.map((entry) => entry.group.group_name).slice(0, 3), ["20", "24", "23"]);
    assert.equal(history.all.length, 20);
    assert.equal(history.all[0].at, 99);
});

test("each learner has a history apart, and can clear it", () => {
    const storage = new Storage(), mai = new History(storage, "mai"), ken = new History(storage, "ken");
    mai.add(group("Food"), 1);
    ken.add(group("Drink"), 2);
    mai.clear();
    assert.equal(mai.all.length, 0);
    assert.equal(ken.all.length, 1);
});

const damaged = [
    '[{"at": 1, "group": {"words": "x"}}]', '[{"at": 1, "group": {"words": [null]}}]', '[{"at": 1e99, "group": {"group_name": "Food", "words": [{"japanese": "米"}]}}]',
];

for (const text of [...damaged, "no JSON", "{}", "[1, null, {}, {\"at\": \"x\", \"group\": {\"words\": [1]}}]"]) {
    test(`what is no history of ours counts as none: ${text}`, () => {
        const storage = new Storage();
        storage.items.set("vocab-history-mai", text);
        assert.deepEqual(new History(storage, "mai").all, []);
    });
}

test("where there is no room nothing is kept, and nothing breaks", () => {
    const storage = new Storage(), history = new History(storage, "mai");
    storage.isFull = true;
    history.add(group("Food"), 1);
    assert.deepEqual(history.all, []);
});
