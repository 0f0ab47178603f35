// Reading without a network: starts the service worker once the page is there, so that it never delays one.

const ROOT = new URL("../", import.meta.url);

/** What this page is made of: on the first visit nobody has kept it yet. */
function parts() {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  return [location.href, ...asked].filter((address) => address.startsWith(ROOT.href));
}

async function start() {
  const first = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register(new URL("sw.js", ROOT));
  const { active } = await navigator.serviceWorker.ready;
  if (first) active.postMessage({ keep: parts() });
}

if ("serviceWorker" in navigator) {
  // A browser that forbids storage reads on without it.
  if (document.readyState === "complete") start().catch(() => {});
  else addEventListener("load", () => start().catch(() => {}), { once: true });
}
