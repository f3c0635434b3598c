// Puts another page of the house in the place of this one, without losing what is typed.

/**
 * @param {Document} page the page that was fetched
 * @param {(old: HTMLInputElement, fresh: HTMLInputElement) => boolean} isKept which typed values go along
 */
export function swap(page, isKept) {
    const typed = [...document.querySelectorAll("main input:not([type=hidden])")];
    // The browser's own attribute would be asked too late, and refused: focusFirst is what we have instead.
    for (const first of page.querySelectorAll("[autofocus]")) {
        first.removeAttribute("autofocus");
        first.dataset.first = "";
    }
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceChildren(...document.adoptNode(page.body).childNodes);
    for (const old of typed) {
        const fresh = document.getElementById(old.id);
        if (!(fresh instanceof HTMLInputElement) || fresh.type === "hidden" || old.value === "" || !isKept(old, fresh)) continue;
        fresh.value = old.value;
        fresh.dispatchEvent(new Event("input", { bubbles: true }));
    }
}

/** The page in an answer of ours; null for anything else. @param {Response} answer */
export async function pageIn(answer) {
    if (!(answer.headers.get("Content-Type") ?? "").startsWith("text/html")) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById("main") ? page : null;
}

/** Where the eye and the keyboard begin. */
export function focusFirst() {
    const first = document.querySelector("main [data-first]") ?? document.getElementById("main");
    first?.focus();
    if (first?.id === "main") scrollTo(0, 0);
}

let shown = location.pathname + location.search;

/** Writes where the page now is. @param {string} address @param {"pushState" | "replaceState"} how */
export function moveTo(address, how) {
    history[how](null, "", address);
    shown = location.pathname + location.search;
}

// Back to a page that another was put in place of; links within a page come by here, too.
addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) location.reload();
});
