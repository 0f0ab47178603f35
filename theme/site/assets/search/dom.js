// Small helpers to build what is shown. Text goes in as text: nothing a reader types becomes markup.

/** The site's root, wherever the page stands. */
export const root = new URL("../../", import.meta.url).href;

/** An element with a class (or none) and children. */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Parts {text, hit} as nodes, hits marked. */
export const nodes = (parts) => parts.map(({ text, hit }) => (hit ? element("mark", "", text) : text));

/** Milliseconds without a key after which a reader waits for answers; longer while an input method composes a word,
 * but not for ever: on many phones every word is composed. */
const PAUSE = 60;
const COMPOSING = 600;

/** Calls `act` when typing pauses; returns a function that takes a waiting call back. */
export function onTyping(field, act) {
  let waiting;
  const soon = (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, event.isComposing ? COMPOSING : PAUSE);
  };
  field.addEventListener("input", soon);
  field.addEventListener("compositionend", soon);
  return () => clearTimeout(waiting);
}
