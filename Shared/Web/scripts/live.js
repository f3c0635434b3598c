// Says something to screen readers, and to nobody else.

/** @param {string} text */
export function say(text) {
    const live = document.getElementById("live");
    if (live) live.textContent = text;
}
