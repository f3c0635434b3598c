// Orders words and puts them on the page as they come.
import { eventsOf } from "./events.js";
import { Generation, filled, listing } from "./generation.js";
import { say } from "./live.js";

// A stream that says nothing for so long is dead: heart-beats come every 15 s.
const PATIENCE_MILLISECONDS = 40_000;

const at = (id) => document.getElementById(id);

/** The last order, complete or not. */
let generation;
/** What stood there before it: it comes back when nothing comes of the order. */
let before;

/** What stands on the page when it comes with words. */
export function groupOnPage() {
    const field = document.querySelector("#keeping input[name=group]");
    return field?.value ? JSON.parse(field.value) : undefined;
}

/** Sends the order of the form; resolves with the whole group, or with nothing. */
export async function order() {
    const form = at("order");
    if (form.getAttribute("aria-busy") === "true") return;
    const topic = at("topic").value.trim(), wanted = Number(at("count").value);
    clearTroubles();
    if (!topic) return refuseTopic(form.dataset.textMissing);
    if (!generation?.continues(topic, wanted)) begin(topic, wanted);
    work(true);
    try {
        await receive(new URLSearchParams(new FormData(form)));
        return generation.isComplete ? generation.group : undefined;
    } catch (trouble) {
        work(false);
        tell(trouble);
    } finally {
        work(false);
    }
}

class Trouble extends Error {
    constructor(text, type) {
        super(text);
        this.type = type;
    }
}

async function receive(fields) {
    const control = new AbortController();
    let timer;
    const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => control.abort(), PATIENCE_MILLISECONDS);
    };
    const texts = at("order").dataset;
    wait();
    try {
        const answer = await fetch("/words/stream", { method: "POST", body: fields, headers: { Accept: "text/event-stream" }, signal: control.signal });
        if (!answer.ok) throw await refusal(answer);
        for await (const event of eventsOf(answer)) {
            wait();
            if (event.type === "word") take(JSON.parse(event.data));
            if (event.type === "error") throw new Trouble(JSON.parse(event.data).detail, JSON.parse(event.data).type);
            if (event.type === "done") return finish();
        }
        throw new Trouble(texts.textBroken, "stream-broken");
    } catch (error) {
        if (error instanceof Trouble) throw error;
        throw new Trouble(generation.words.length ? texts.textBroken : texts.textOffline, "offline");
    } finally {
        clearTimeout(timer);
        control.abort();
    }
}

async function refusal(answer) {
    const problem = await answer.json().catch(() => ({}));
    // Back to what was typed, after the door.
    if (answer.status === 401) {
        const draft = new URLSearchParams({ topic: generation.topic, word_count: generation.wanted });
        location.assign(`/login?${new URLSearchParams({ next: `/?${draft}`, notice: "session-over" })}`);
    }
    return new Trouble(typeof problem.detail === "string" ? problem.detail : at("order").dataset.textFailed, problem.type);
}

function begin(topic, wanted) {
    generation = new Generation(topic, wanted);
    before = at("results").hidden ? undefined : { heading: [...at("results-heading").childNodes], words: [...at("words").children] };
    if (at("empty")) at("empty").hidden = true;
    at("words").replaceChildren();
    document.querySelectorAll("#keeping .notice").forEach((notice) => notice.remove());
    at("results").hidden = false;
    at("results-heading").textContent = filled(at("order").dataset.textTitle, { topic });
    // On a telephone the words would come where nobody looks.
    if (at("results").getBoundingClientRect().top > innerHeight / 2) at("results").scrollIntoView();
}

function giveBack() {
    at("results").hidden = !before;
    if (!before && at("empty")) at("empty").hidden = false;
    if (!before) return;
    at("results-heading").replaceChildren(...before.heading);
    at("words").replaceChildren(...before.words);
    at("keeping").hidden = false;
}

// The card is our own service's markup; what is the model's in it was escaped there.
function take({ word, card }) {
    if (!generation.take(word)) return;
    const fresh = new DOMParser().parseFromString(card, "text/html").querySelector("li");
    const place = document.querySelector("#words .pending");
    if (place) place.replaceWith(document.adoptNode(fresh));
    else at("words").append(document.adoptNode(fresh));
    progress();
}

function progress() {
    const n = generation.words.length, all = generation.wanted;
    const bar = document.querySelector("#progress progress");
    bar.max = all;
    bar.value = n;
    at("progress-text").textContent = filled(at("order").dataset.textProgress, { n, all });
}

function finish() {
    if (!generation.isComplete) throw new Trouble(at("order").dataset.textBroken, "stream-broken");
    keep();
    say(filled(at("order").dataset.textFinished, { all: generation.wanted }));
}

// What there is can be saved, downloaded and copied; a part of it, too.
function keep() {
    const text = JSON.stringify(generation.group);
    for (const field of document.querySelectorAll("#keeping input[name=group]")) field.value = text;
    at("raw").textContent = listing(generation.group);
    at("keeping").hidden = false;
}

// Busy, the button is disabled in all but focus, which it keeps.
function work(isBusy) {
    const form = at("order"), button = form.querySelector(".generate");
    button.dataset.rest ??= button.textContent;
    button.textContent = isBusy ? button.dataset.busy : button.dataset.rest;
    for (const [element, name] of [[form, "aria-busy"], [button, "aria-busy"], [button, "aria-disabled"], [at("results"), "aria-busy"]]) {
        if (isBusy) element.setAttribute(name, "true");
        else element.removeAttribute(name);
    }
    for (const chip of form.querySelectorAll(".chip")) chip.disabled = isBusy;
    at("progress").hidden = !isBusy;
    document.querySelectorAll("#words .pending").forEach((place) => place.remove());
    if (!isBusy) return;
    at("keeping").hidden = true;
    progress();
    for (let missing = generation.wanted - generation.words.length; missing > 0; missing -= 1) at("words").append(pending());
}

// Where a word will be.
function pending() {
    const place = document.createElement("li");
    place.className = "word pending";
    place.setAttribute("aria-hidden", "true");
    return place;
}

function clearTroubles() {
    at("trouble").replaceChildren();
    at("topic").removeAttribute("aria-invalid");
    at("topic").setAttribute("aria-describedby", "topic-length");
    at("topic-error").hidden = true;
}

function refuseTopic(text) {
    at("topic-error").firstElementChild.textContent = text;
    at("topic-error").hidden = false;
    at("topic").setAttribute("aria-invalid", "true");
    at("topic").setAttribute("aria-describedby", "topic-length topic-error");
    at("topic").focus();
}

const ABOUT_THE_TOPIC = ["topic-missing", "topic-too-long", "topic-unfit", "topic-refused", "conversation-ended"];
const FINAL = ["blocked", "budget-spent", "conversation-ended", "session-over"];

function tell({ message, type }) {
    if (generation.words.length === 0) giveBack();
    else keep();
    if (ABOUT_THE_TOPIC.includes(type)) return refuseTopic(message);
    const box = document.createElement("div"), text = document.createElement("p");
    box.className = "notice bad";
    box.dataset.trouble = type ?? "";
    box.tabIndex = -1;
    box.setAttribute("role", "alert");
    text.textContent = message;
    box.append(text);
    if (!FINAL.includes(type)) box.append(retryButton());
    at("trouble").replaceChildren(box);
    box.scrollIntoView({ block: "nearest" });
}

function retryButton() {
    const button = document.createElement("button");
    button.className = "button secondary";
    button.setAttribute("form", "order");
    button.textContent = at("order").dataset.textRetry;
    return button;
}
