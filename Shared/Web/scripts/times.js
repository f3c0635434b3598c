// Times in the reader's own zone; without scripts they stand in UTC.

function localize() {
    const now = new Date();
    for (const time of document.querySelectorAll("time[data-local]")) {
        const moment = new Date(time.dateTime);
        const year = moment.getFullYear() === now.getFullYear() ? undefined : "numeric";
        const style = { year, month: "short", day: "numeric", hour: "numeric", minute: "2-digit" };
        time.textContent = moment.toLocaleString(document.documentElement.lang, style);
        time.removeAttribute("data-local");
    }
}

localize();
// Pages are put in place of others.
new MutationObserver(localize).observe(document.body, { childList: true, subtree: true });
