// The page of words. Everything listens at the document, so that a page that is put in place of another needs no start of its own.
import { History } from "./history.js";
import "./language.js";
import { say } from "./live.js";
import "./menus.js";
import { groupOnPage, order } from "./order.js";
import "./sounds.js";
import "./submission.js";
import { focusFirst, pageIn, swap } from "./swap.js";

const at = (id) => document.getElementById(id);
const history = () => new History(storage(), at("main").dataset.learner);

// Where a browser keeps nothing, it is asked in vain.
function storage() {
    try {
        return localStorage;
    } catch {
        return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
    }
}

document.addEventListener("submit", async (event) => {
    if (event.target.id !== "order") return;
    event.preventDefault();
    // A chip fills the field, and the learner sends it.
    const suggestion = event.submitter?.name === "suggestion" ? event.submitter.value : undefined;
    if (suggestion) {
        at("topic").value = suggestion;
        count();
        return at("topic").focus();
    }
    const group = await order();
    if (!group) return;
    history().add(group, Date.now());
    list();
});

document.addEventListener("input", (event) => {
    if (event.target.id === "topic") count();
    if (event.target.id === "count") document.querySelector("output[for=count]").value = event.target.value;
    if (event.target.id === "voice") remember(event.target.value);
});

document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button");
    if (button?.id === "copy") copy(button);
    if (button?.id === "clear-history") {
        history().clear();
        list();
        at("history-heading").focus();
    }
    if (button?.dataset.past) show(history().all[Number(button.dataset.past)]?.group);
});

// The words stay when the language changes: the service shows them again.
document.addEventListener(
    "click",
    async (event) => {
        const link = event.target.closest?.("a.language");
        const group = link && groupOnPage();
        if (!group || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        await fetch(link.href).catch(() => null);
        await show(group, () => true);
    },
    { capture: true },
);

/** Has the service show a group, and puts its page in place of this one; `isKept` as in `swap`. */
async function show(group, isKept = () => false) {
    if (!group) return;
    const token = document.querySelector("#order input[name=csrf_token]").value;
    const body = new URLSearchParams({ csrf_token: token, group: JSON.stringify(group) });
    const page = await fetch("/words/shown", { method: "POST", body }).then(pageIn, () => null);
    if (!page) return;
    swap(page, isKept);
    focusFirst();
    at("results").scrollIntoView();
}

/** Letters as the service counts them. */
function count() {
    const text = at("topic").value;
    document.querySelector("[data-length]").textContent = [...new Intl.Segmenter().segment(text)].length;
}

async function copy(button) {
    try {
        await navigator.clipboard.writeText(at("raw").textContent);
    } catch {
        // Not allowed, or not there: it is marked, so that one can copy it by hand.
        getSelection().selectAllChildren(at("raw"));
        return;
    }
    // Pressed again, it says the same and still comes back to what it said first.
    const text = (button.dataset.rest ??= button.textContent);
    button.textContent = at("order").dataset.textCopied;
    say(button.textContent);
    setTimeout(() => (button.textContent = text), 2_000);
}

function remember(voice) {
    try {
        storage().setItem("vocab-voice", voice);
    } catch {
        // Then the first voice speaks next time.
    }
}

function list() {
    const entries = history().all;
    at("past").replaceChildren(...entries.map(item));
    at("no-past").hidden = entries.length > 0;
    at("clear-history").hidden = entries.length === 0;
}

function item({ at: moment, group }, place) {
    const item = document.createElement("li"), button = document.createElement("button"), topic = document.createElement("bdi");
    const words = document.createElement("span"), time = document.createElement("time");
    button.type = "button";
    button.dataset.past = place;
    topic.textContent = group.group_name;
    words.textContent = group.words.map((word) => word.japanese).join("、");
    words.lang = "ja";
    time.dateTime = new Date(moment).toISOString();
    time.textContent = new Date(moment).toLocaleDateString(document.documentElement.lang, { month: "short", day: "numeric" });
    button.append(topic, words, time);
    item.append(button);
    return item;
}

// For each page that takes the place of another, too.
function start() {
    const main = at("main");
    if (!main || main.dataset.started) return;
    main.dataset.started = "";
    list();
    const voice = storage().getItem("vocab-voice"), select = at("voice");
    if (voice && [...select.options].some((option) => option.value === voice)) select.value = voice;
    const group = groupOnPage();
    // Words that the page came with, after a form.
    if (group && !history().all.some((entry) => JSON.stringify(entry.group) === JSON.stringify(group))) {
        history().add(group, Date.now());
        list();
    }
}

document.documentElement.classList.add("scripted");
start();
new MutationObserver(start).observe(document.body, { childList: true });
