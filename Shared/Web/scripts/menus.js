// Menus close when one goes on elsewhere; without scripts they close as they open.

function closeOthers(kept) {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== kept) menu.open = false;
}

document.addEventListener("click", (event) => closeOthers(event.target.closest?.("details.menu")));
document.addEventListener("focusin", (event) => closeOthers(event.target.closest?.("details.menu")));
document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
});
