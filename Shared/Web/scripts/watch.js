// Looks now and then how a job is getting on, while one looks at the page; at most an hour.
const FIRST_MILLISECONDS = 3_000;
const LONGEST_MILLISECONDS = 60_000;
const LOOKS = 70;

let delay = FIRST_MILLISECONDS;
let looks = 0;

async function look() {
    const watched = document.querySelectorAll("[data-watch]");
    if (watched.length && document.visibilityState === "visible") {
        looks += 1;
        // The session ends as if nobody asked.
        const headers = { Accept: "text/html", "X-Watch": "1" };
        const answer = await fetch(location.pathname, { headers }).catch(() => null);
        // It is over: what stands here is for nobody any more.
        if (answer?.redirected) return location.replace(answer.url);
        const page = answer?.ok ? await answer.text().catch(() => null) : null;
        if (page) put(new DOMParser().parseFromString(page, "text/html"), watched);
    }
    delay = Math.min(LONGEST_MILLISECONDS, delay * 1.3);
    if (looks < LOOKS) setTimeout(look, delay);
}

function put(page, watched) {
    for (const section of watched) {
        const fresh = page.getElementById(section.id);
        // What has the focus stays: nobody loses the place where they are.
        if (!fresh || fresh.dataset.watch === section.dataset.watch || section.contains(document.activeElement)) continue;
        section.replaceWith(document.adoptNode(fresh));
        delay = FIRST_MILLISECONDS;
    }
}

setTimeout(look, delay);
