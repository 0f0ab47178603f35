// The field in the masthead: suggestions are fetched when a reader first comes to it, not before.

const field = document.querySelector(".masthead-search input");
field?.addEventListener("focus", () => import("./suggestions.js").then(({ suggestIn }) => suggestIn(field)), { once: true });
