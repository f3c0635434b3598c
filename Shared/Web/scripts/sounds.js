// One sound at a time; a button whose sound cannot be had says so and rests.
const player = new Audio();
let current;

function rest(button) {
    button?.removeAttribute("aria-busy");
    button?.classList.remove("playing");
    if (current === button) current = undefined;
}

function fail(button) {
    rest(button);
    button.setAttribute("aria-disabled", "true");
    const text = document.createElement("span");
    text.className = "silent";
    text.setAttribute("role", "status");
    button.after(text);
    text.textContent = button.dataset.failed;
    // It may be there again later.
    setTimeout(() => {
        text.remove();
        button.removeAttribute("aria-disabled");
    }, 8_000);
}

document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-sound]");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    const wasPlaying = current === button;
    player.pause();
    rest(current);
    if (wasPlaying) return;
    current = button;
    button.setAttribute("aria-busy", "true");
    const voice = document.getElementById("voice")?.value;
    player.src = button.dataset.sound + (voice ? `&voice=${encodeURIComponent(voice)}` : "");
    try {
        await player.play();
        if (current !== button) return;
        button.removeAttribute("aria-busy");
        button.classList.add("playing");
    } catch (error) {
        // Another was pressed meanwhile.
        if (current === button && error.name !== "AbortError") fail(button);
    }
});

player.addEventListener("ended", () => rest(current));
// It broke off; what could not begin is told above.
player.addEventListener("error", () => current?.classList.contains("playing") && fail(current));
