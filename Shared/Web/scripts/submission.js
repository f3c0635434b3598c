// Sends forms without leaving the page: progress is shown, nothing is sent twice, and a lost connection loses nothing that is typed.
import { say } from "./live.js";
import { focusFirst, moveTo, pageIn, swap } from "./swap.js";

// Longer than our slowest route may take.
const PATIENCE_MILLISECONDS = 35_000;

// What busy buttons say at rest; some of it is for screen readers alone.
const contents = new WeakMap();

document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.dataset.offline) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button:not([type=button])");
    if (form.getAttribute("aria-busy") !== "true") send(form, button);
});

// A page that comes back from the browser's memory waits for nothing.
addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[aria-busy=true]").forEach(rest);
});

async function send(form, button) {
    work(form, button);
    let answer, page;
    try {
        answer = await fetch(form.getAttribute("action"), {
            method: "POST",
            body: content(form, button),
            headers: { Accept: "text/html", "X-House-Form": "1" },
            signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
        });
        const place = answer.headers.get("X-Location");
        if (place) return location.assign(new URL(place, location.href));
        page = await pageIn(answer);
    } catch (error) {
        rest(form);
        return complain(form, button, error.name === "TypeError" ? form.dataset.offline : form.dataset.failed);
    }
    if (page) return show(page, answer, form);
    if (answer.redirected) return location.assign(answer.url);
    rest(form);
    complain(form, button, form.dataset.failed);
}

function content(form, button) {
    const fields = new URLSearchParams(new FormData(form));
    if (button?.name) fields.append(button.name, button.value);
    return fields;
}

// The answer is the page again, with what is to be mended; or, where a server knows nothing of scripts, the next page.
function show(page, answer, form) {
    const action = form.getAttribute("action");
    const isAgain = !answer.redirected && [...page.forms].some((other) => other.getAttribute("action") === action);
    // A refused password is typed anew; one beside a refused address is not.
    const isAsked = (input) => "first" in input.dataset || input.hasAttribute("aria-invalid");
    // What is typed for another form, to be sent later.
    const stays = (input) => "stays" in input.dataset && !form.contains(input);
    swap(page, (old, fresh) => stays(old) || isAgain && !answer.ok && old.type === "password" && form.contains(old) && !isAsked(fresh));
    if (answer.redirected) moveTo(answer.url, "pushState");
    focusFirst();
}

function work(form, button) {
    form.querySelector("[data-complaint]")?.remove();
    form.setAttribute("aria-busy", "true");
    if (!button) return;
    contents.set(button, [...button.childNodes]);
    button.textContent = button.dataset.busy ?? button.textContent;
    button.setAttribute("aria-busy", "true");
    for (const other of form.querySelectorAll("button:not([type=button])")) other.setAttribute("aria-disabled", "true");
    say(button.textContent);
}

function rest(form) {
    form.removeAttribute("aria-busy");
    for (const button of form.querySelectorAll("button:not([type=button])")) {
        button.removeAttribute("aria-busy");
        button.removeAttribute("aria-disabled");
        if (contents.has(button)) button.replaceChildren(...contents.get(button));
        contents.delete(button);
    }
}

// Beside the button, where one looks.
function complain(form, button, text) {
    const complaint = document.createElement("p");
    complaint.className = "notice bad";
    complaint.dataset.complaint = "";
    complaint.setAttribute("role", "alert");
    complaint.textContent = text;
    button.before(complaint);
    say("");
    complaint.scrollIntoView({ block: "nearest" });
}
