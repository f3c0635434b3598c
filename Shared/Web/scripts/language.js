// Changes the language without losing what is typed.
import { moveTo, pageIn, swap } from "./swap.js";

document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a.language");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const page = await fetch(link.href, { headers: { Accept: "text/html" } }).then(pageIn, () => null);
    if (!page) return location.assign(link.href);
    swap(page, () => true);
    moveTo(link.href, "replaceState");
    document.querySelector("a.language")?.focus();
});
