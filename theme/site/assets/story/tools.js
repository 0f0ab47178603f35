// The tools of a story: have it read aloud, share it, print it. Each shows itself only where the browser can do it.

import { readAloud } from "./aloud.js";
import { share } from "./share.js";

const bar = document.querySelector("[data-tools]");
const status = bar.querySelector("[data-tools-status]");
/** Tell it; what a button already shows is only for those who do not see it. */
const say = (text, { shown = true } = {}) => {
  status.classList.toggle("visually-hidden", !shown);
  status.textContent = text;
};

readAloud(document.querySelector(".story"), bar.querySelector("[data-aloud]"), bar.querySelector("[data-aloud-stop]"), say);
share(bar.querySelector("[data-share]"), say);

const print = bar.querySelector("[data-print]");
print.addEventListener("click", () => globalThis.print());
print.hidden = false;
bar.hidden = false;
