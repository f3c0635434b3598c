// Shows what is typed in a password field, and marks the rules as one types.
import { say } from "./live.js";

// Long enough that a screen reader is not interrupted at each letter.
const PAUSE_MILLISECONDS = 900;

document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-shows]");
    if (!button) return;
    const input = document.getElementById(button.dataset.shows);
    const isShown = input.type === "password";
    input.type = isShown ? "text" : "password";
    button.setAttribute("aria-pressed", String(isShown));
});

// What is shown is hidden before it is sent: browsers offer to remember passwords, and show what was typed in other fields.
document.addEventListener("submit", (event) => {
    for (const button of event.target.querySelectorAll("[data-shows][aria-pressed=true]")) button.click();
}, { capture: true });

document.addEventListener("input", (event) => mark(event.target, false));
document.addEventListener("focusout", (event) => mark(event.target, true));

let announcement;

function mark(input, isDone) {
    const list = rulesOf(input);
    if (!list) return;
    const items = [...list.querySelectorAll("[data-rule]")];
    for (const item of items) {
        const isKept = keeps(item.dataset.rule, input.value, list.dataset);
        // Nothing is called wrong while one still types it.
        const isBroken = input.value !== "" && !isKept && (isDone || item.dataset.state === "broken");
        put(item, isKept ? "kept" : isBroken ? "broken" : "", list.dataset);
    }
    clearTimeout(announcement);
    if (isDone || input.value === "") return;
    const kept = items.filter((item) => item.dataset.state === "kept").length;
    const words = list.dataset.count.replace("{kept}", kept).replace("{all}", items.length);
    announcement = setTimeout(() => say(words), PAUSE_MILLISECONDS);
}

function rulesOf(input) {
    for (const id of (input.getAttribute?.("aria-describedby") ?? "").split(" ")) {
        const list = id && document.getElementById(id);
        if (list && list.matches(".rules")) return list;
    }
    return null;
}

// As PasswordRule.swift has them.
function keeps(rule, password, { length, symbols }) {
    switch (rule) {
        case "length": return [...password].length >= Number(length);
        case "lowercase": return /[a-z]/.test(password);
        case "uppercase": return /[A-Z]/.test(password);
        case "number": return /[0-9]/.test(password);
        default: return [...password].some((character) => symbols.includes(character)) || password.slice(1, -1).includes(" ");
    }
}

function put(item, state, words) {
    item.querySelector("span")?.remove();
    delete item.dataset.state;
    if (!state) return;
    item.dataset.state = state;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.textContent = words[state];
    item.append(spoken);
}
