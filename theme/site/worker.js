// Reading without a network. Pages: from the network, and from what was kept where there is none or it is slow.
// Assets: kept for ever, for their names tell their content. Every shelf is bounded; what was read longest ago goes.

const VERSION = "[[hoa:version]]";
const SHELL = "[[hoa:shell]]";
const OFFLINE = "[[hoa:offline]]";

const ROOT = self.registration.scope;
const OWN = `hoa ${new URL(ROOT).pathname} `; // another site may live on the same host
const FRAME = `${OWN}khung ${VERSION}`;
const PATIENCE = 4000;

/** How many answers each shelf holds. */
const BOUNDS = { trang: 60, anh: 30, hoa: 240, "giao-dien": 80, "tra-cuu": 120 };

const PATHS = [
  [/^(giao-dien|assets)\//, "giao-dien", assetFirst],
  [/^anh\//, "anh", keptFirst],
  [/^hoa\//, "hoa", keptFirst],
  [/^tim-kiem\/.+\?v=/, "tra-cuu", assetFirst],
  [/^tim-kiem\/.+\.json$/, "tra-cuu", networkFirst],
];
const PAGE = /^(?:[^?#]*\/)?(?:[^./?#]*|[^/?#]+\.html)(?:[?#]|$)/;

addEventListener("install", (event) => {
  event.waitUntil(fillFrame());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([dropOldFrames(), clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) return;
  const path = request.url.slice(ROOT.length);
  if (request.mode === "navigate") {
    if (PAGE.test(path)) event.respondWith(pageFor(event, path));
    return;
  }
  const [, shelf, way] = PATHS.find(([pattern]) => pattern.test(path)) ?? [];
  if (way) event.respondWith(way(event, shelf));
});

// The page on which a reader first met the site was loaded before there was a worker: it sends what it is made of.
addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(Promise.allSettled(event.data.keep.map(keepAddress)));
});

async function fillFrame() {
  const frame = await caches.open(FRAME);
  const assets = SHELL.map((path) => new Request(ROOT + path, { cache: "force-cache" })); // never two of one name
  await frame.addAll([...assets, new Request(ROOT + OFFLINE, { cache: "reload" })]);
}

async function dropOldFrames() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`${OWN}khung `) && name !== FRAME).map((name) => caches.delete(name)));
}

async function keepAddress(address) {
  if (typeof address !== "string" || !address.startsWith(ROOT)) return;
  const path = address.slice(ROOT.length);
  const [, shelf] = PATHS.find(([pattern]) => pattern.test(path)) ?? (PAGE.test(path) ? [null, "trang"] : []);
  // It was fetched a moment ago: what the browser has is new enough.
  if (shelf) await keep(shelf, shelf === "trang" ? bare(address) : address, await fetch(address, { cache: "force-cache" }));
}

/** An address without what follows the path: a page is the same whatever is asked of it. */
const bare = (address) => address.replace(/[?#].*$/s, "");

/** Put an answer on a shelf as its newest; take the oldest away. What the site no longer has is not kept either. */
async function keep(shelf, address, answer) {
  if (address === ROOT + OFFLINE) return;
  const cache = await caches.open(OWN + shelf);
  if (answer.status === 404 || answer.status === 410) await cache.delete(address);
  const html = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  if (answer.status !== 200 || answer.redirected || html !== (shelf === "trang")) return;
  await cache.delete(address);
  await cache.put(address, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - BOUNDS[shelf])).map((request) => cache.delete(request)));
}

async function found(shelf, address) {
  const frame = await caches.open(FRAME);
  return (await frame.match(address)) ?? (await (await caches.open(OWN + shelf)).match(address));
}

/** Ask the network and keep the answer while the event lives. */
function asked(event, shelf, address) {
  const answer = fetch(event.request);
  event.waitUntil(answer.then((fresh) => keep(shelf, address, fresh.clone())).catch(() => {}));
  return answer;
}

async function assetFirst(event, shelf) {
  return (await found(shelf, event.request.url)) ?? asked(event, shelf, event.request.url);
}

async function keptFirst(event, shelf) {
  const kept = await found(shelf, event.request.url);
  const fresh = asked(event, shelf, event.request.url);
  fresh.catch(() => {});
  return kept ?? fresh;
}

async function networkFirst(event, shelf) {
  try {
    return await asked(event, shelf, event.request.url);
  } catch (error) {
    const kept = await found(shelf, event.request.url);
    if (kept) return kept;
    throw error;
  }
}

async function pageFor(event, path) {
  const address = bare(event.request.url);
  const fresh = asked(event, "trang", address);
  fresh.catch(() => {});
  const kept = await found("trang", address);
  try {
    const answer = await (kept ? Promise.race([fresh, later(PATIENCE)]) : fresh);
    if (answer && (answer.status < 500 || !kept)) return answer;
  } catch {
    if (!kept) return Response.redirect(`${ROOT}${OFFLINE}?trang=${encodeURIComponent(path)}`);
  }
  await keep("trang", address, kept.clone()); // read again just now
  return kept;
}

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
