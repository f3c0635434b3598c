// The pages at the door. Everything listens at the document, so that a page that is put in place of another needs no start of its own.
import "./language.js";
import "./passwords.js";
import "./submission.js";

document.documentElement.classList.add("scripted");
