// The field in the masthead: suggestions are fetched when a reader first comes to it, not before. On a phone it is folded
// away behind its button: the first tap unfolds it, the next one asks.

const form = document.querySelector(".masthead-search");
const field = form.querySelector("input");
const FOLDED = 40;

field.addEventListener("focus", () => import("./suggestions.js").then(({ suggestIn }) => suggestIn(field)), { once: true });
const button = form.querySelector("button");
// The field keeps the focus while its button is pressed, or it would fold away under the finger.
button.addEventListener("mousedown", (event) => event.preventDefault());
button.addEventListener("click", (event) => {
  if (field.offsetWidth > FOLDED || field.value.trim()) return;
  event.preventDefault();
  field.focus();
});
