// The account page.
import "./language.js";
import "./menus.js";
import "./passwords.js";
import "./submission.js";
import "./times.js";
import "./watch.js";

document.documentElement.classList.add("scripted");
