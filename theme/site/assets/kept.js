// The offline page: the way back to what was asked for, and the list of pages this browser keeps, newest first.

const ROOT = new URL("../", import.meta.url);
const SHELF = `hoa ${ROOT.pathname} trang`; // as the service worker names it

/** The address that was asked for; nothing if it is not one of the site. */
function wanted() {
  const path = new URLSearchParams(location.search).get("trang");
  if (path === null) return null;
  const address = new URL(path, ROOT);
  return address.href.startsWith(ROOT.href) ? address.href : null;
}

async function kept() {
  if (!("caches" in globalThis) || !(await caches.has(SHELF))) return [];
  const cache = await caches.open(SHELF);
  const requests = (await cache.keys()).reverse();
  return Promise.all(requests.map(async ({ url }) => ({ url, title: await titleOf(await cache.match(url)) })));
}

async function titleOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("h1")?.textContent.trim() || page.title;
}

function line({ url, title }) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

const again = document.querySelector("[data-kept-again]");
const address = wanted();
if (address) {
  again.querySelector("a").href = address;
  again.hidden = false;
}

const pages = await kept();
document.querySelector("[data-kept-list]").replaceChildren(...pages.map(line));
document.querySelector("[data-kept]").hidden = pages.length === 0;
if (!pages.length) document.querySelector("[data-kept-lead]").textContent = "Máy đang không có mạng, và chưa có trang nào được giữ lại.";
