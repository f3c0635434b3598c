// Where one may be led: nowhere but on our own origin, whoever wrote the address.

/** The text if it is a path of this origin, for links and for `location.assign`; else null. @param {unknown} text @param {string} origin */
export function ownPath(text, origin) {
    if (typeof text !== "string" || !text.startsWith("/")) return null;
    try {
        // Browsers leave tabs out and read backslashes as slashes: "/\t/evil.example" leads away, and "/.//evil.example" would where it is shortened first.
        const place = new URL(text, origin);
        return place.origin === origin && !place.pathname.startsWith("//") ? text : null;
    } catch {
        return null;
    }
}
