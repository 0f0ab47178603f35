// The search page: reads field and facets, keeps them in the address, shows what was found.

import { onTyping, root } from "./dom.js";
import { makeFacets, narrowed, readChoices, writeChoices } from "./facets.js";
import { find } from "./finder.js";
import { addRows } from "./results.js";
import { openTable } from "./table.js";

const PAGE = 20;
const form = document.querySelector("[data-finder]");
const field = form.elements.namedItem("q");
const status = document.querySelector("[data-finder-status]");
const list = document.querySelector("[data-finder-results]");
const more = document.querySelector("[data-finder-more]");
const greeting = status.textContent;

let turn = 0;
let choices = readChoices(new URL(location.href));
let found = { answers: [], query: null, done: true };
let showCounts;
let version;
let shown = [];

const common = (words) => (words?.length ? ` Không dò ${words.map((word) => `“${word}”`).join(", ")} trong lời văn: hầu như bài nào cũng có.` : "");

function say(answers, { done, query, unread, free }) {
  const some = query.words.length > 0 || Object.keys(choices).length > 0;
  if (!some) status.textContent = greeting;
  else if (!done) status.textContent = "Đang tìm trong bài…";
  else if (answers.length && free === "part")
    status.textContent = `Không thấy bài nào có đủ các chữ ấy; gần nhất là ${answers.length} bài này.${common(unread)}`;
  else if (answers.length && free === "apart")
    status.textContent = `Thấy ${answers.length} bài. Trong bài, các chữ ấy đứng cách xa nhau.${common(unread)}`;
  else if (answers.length) status.textContent = `Thấy ${answers.length} bài.${common(unread)}`;
  else status.textContent = `Không thấy bài nào. Thử bớt chữ, hoặc chỉ gõ tên gọi.${common(unread)}`;
}

function showMore() {
  const from = list.children.length;
  addRows(list, shown.slice(from, from + PAGE), found.query, version);
  more.hidden = list.children.length >= shown.length;
  list.children[from]?.querySelector("a").focus({ preventScroll: true });
}

function show() {
  const some = found.query.words.length > 0 || Object.keys(choices).length > 0;
  const answers = narrowed(found.answers, choices);
  shown = some ? answers : [];
  if (found.done) showCounts(found.answers, choices);
  say(answers, found);
  list.replaceChildren();
  const first = shown.slice(0, PAGE);
  // Excerpts come with the last word: the answers before it may still change.
  addRows(list, found.done ? first : first.map((answer) => ({ ...answer, inText: false })), found.query, version);
  more.hidden = !found.done || shown.length <= PAGE;
}

function choose(chosen) {
  choices = chosen;
  remember();
  show();
}

async function search() {
  const mine = (turn += 1);
  const table = await openTable(root);
  version = table.version;
  showCounts ??= makeFacets(document.querySelector("[data-finder-facets]"), table.facets, choices, choose);
  for await (const state of find(root, field.value)) {
    if (mine !== turn) return;
    found = state;
    show();
  }
}

async function ask() {
  if (field.value.trim()) status.textContent = "Đang tìm…";
  try {
    await search();
  } catch {
    status.textContent = "Không tải được bảng tra. Xin thử lại sau.";
  }
}

function remember() {
  const address = new URL(location.href);
  if (field.value.trim()) address.searchParams.set("q", field.value);
  else address.searchParams.delete("q");
  writeChoices(address, choices);
  history.replaceState(null, "", address);
}

const cancel = onTyping(field, () => {
  remember();
  ask();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  cancel();
  remember();
  ask();
});
more.addEventListener("click", showMore);

// What was typed before this script came stays.
field.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (!field.value) field.focus({ preventScroll: true });
ask();
