// The search page: reads the field, fetches the tables when first needed, shows what was found.

import { RANK, findInText, findNames, highlight, prepare, ranked, readQuery, snippet } from "./engine.js";

const MOST = 60;
const form = document.querySelector("[data-finder]");
const field = form.elements.namedItem("q");
const status = document.querySelector("[data-finder-status]");
const list = document.querySelector("[data-finder-results]");
const root = form.dataset.root;
const greeting = status.textContent;

let turn = 0;
let names;
const shards = new Map();

async function fetchJson(path) {
  const answer = await fetch(root + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function namesTable() {
  names ??= fetchJson("tim-kiem/ten.json").then((table) => ({ table, records: prepare(table) }));
  return names;
}

function shard(path) {
  if (!shards.has(path)) shards.set(path, fetchJson(path));
  return shards.get(path);
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const nodes = (parts) => parts.map(({ text, hit }) => (hit ? element("mark", "", text) : text));

function row({ record, parts }, query) {
  const flower = element("img", "card-flower");
  Object.assign(flower, { src: `${root}${record.flower}`, alt: "", width: 68, height: 68, loading: "lazy" });
  const words = element(
    "span",
    "card-words",
    element("span", "card-name", ...nodes(highlight(record.name, query))),
    element("span", "card-title", ...nodes(highlight(record.title, query))),
    element("span", "result-meta", ...nodes(highlight(`${record.unit}. ${record.place}, ${record.year}`, query))),
  );
  if (parts) words.append(element("span", "result-snippet", ...nodes(parts)));
  const link = element("a", "", flower, words);
  link.href = `${root}bai/${record.id}/`;
  return element("li", "result", link);
}

function show(found, query, finished) {
  list.replaceChildren(...found.slice(0, MOST).map((each) => row(each, query)));
  const more = found.length > MOST ? `, dưới đây là ${MOST} bài đầu` : "";
  if (found.length) status.textContent = `Thấy ${found.length} bài${more}.${finished ? "" : " Đang đọc tiếp trong bài…"}`;
  else status.textContent = finished ? "Không thấy bài nào. Thử bớt chữ, hoặc chỉ gõ tên gọi." : "Đang tìm trong bài…";
}

async function search(text) {
  const mine = (turn += 1);
  const stale = () => mine !== turn;
  const query = readQuery(text);
  if (!query.words.length) {
    list.replaceChildren();
    status.textContent = greeting;
    return;
  }
  const { table, records } = await namesTable();
  if (stale()) return;
  const answers = findNames(records, query);
  show(ranked(answers), query, false);
  const known = new Map(records.map((record) => [record.id, record]));
  const headed = new Set(answers.filter((each) => each.rank === RANK.phrase).map((each) => each.record.id));
  for (const path of table.texts) {
    const texts = await shard(path);
    if (stale()) return;
    for (const [id, body] of Object.entries(texts)) {
      const found = headed.has(id) ? null : findInText(body, query);
      if (found) answers.push({ record: known.get(id), rank: found.rank, score: 0, parts: snippet(body, found) });
    }
  }
  show(ranked(answers), query, true);
}

async function ask() {
  try {
    await search(field.value);
  } catch {
    status.textContent = "Không tải được bảng tra. Xin thử lại sau.";
  }
}

function remember() {
  const address = new URL(location.href);
  if (field.value.trim()) address.searchParams.set("q", field.value);
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
}

let waiting;
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    remember();
    ask();
  }, 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  remember();
  ask();
});

// What was typed before this script came stays.
field.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (field.value) ask();
else field.focus({ preventScroll: true });
