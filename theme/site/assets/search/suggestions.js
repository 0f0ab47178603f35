// Suggestions below the masthead's field: an editable combobox with a list, after the WAI-ARIA pattern. Names come first,
// the last line leads to the results page; Enter without a choice does the same.

import { element, nodes, onTyping, root } from "./dom.js";
import { highlight } from "./excerpt.js";
import { suggest } from "./finder.js";
import { RANK } from "./names.js";

const MOST = 6;

/** Give a field its suggestions. */
export function suggestIn(field) {
  const list = element("ul", "suggestions");
  Object.assign(list, { id: "goi-y", role: "listbox", hidden: true });
  list.setAttribute("aria-label", "Gợi ý");
  const status = element("span", "visually-hidden");
  status.setAttribute("role", "status");
  field.form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "goi-y" }))
    field.setAttribute(name, value);

  let active = -1;
  let turn = 0;
  const options = () => [...list.children];
  const point = (to) => {
    active = to;
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === to)));
    if (to < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", list.children[to].id);
    list.children[to]?.scrollIntoView({ block: "nearest" });
  };
  const open = (shown) => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    if (!shown) point(-1);
  };
  const fill = (made, count) => {
    list.replaceChildren(...made);
    point(-1);
    open(made.length > 0);
    status.textContent = made.length ? (count ? `${count} gợi ý, dùng phím mũi tên để chọn.` : "Không có tên nào khớp.") : "";
  };
  const refresh = async () => {
    const mine = (turn += 1);
    const text = field.value;
    if (!text.trim()) return fill([], 0);
    const { query, answers } = await suggest(root, text).catch(() => ({ answers: [] }));
    if (mine !== turn || !query?.words.length) return undefined;
    const named = answers.filter(({ rank }) => rank > RANK.near).slice(0, MOST);
    return fill([...named.map((answer, n) => nameOption(answer, query, n)), allOption(text, named.length)], named.length);
  };

  onTyping(field, refresh);
  field.addEventListener("focus", () => list.children.length && open(true));
  field.addEventListener("blur", () => open(false));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.children.length;
    if (event.key === "ArrowDown" && count) {
      event.preventDefault();
      if (list.hidden) open(true);
      point(active + 1 < count ? active + 1 : -1);
    } else if (event.key === "ArrowUp" && count) {
      event.preventDefault();
      if (list.hidden) open(true);
      point(active >= 0 ? active - 1 : count - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      open(false);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.href);
    }
  });
  // The field keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.href);
  });
  if (field.value) refresh();
}

function option(n, href, ...children) {
  const made = element("li", "suggestion", ...children);
  made.id = `goi-y-${n}`;
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  made.dataset.href = href;
  return made;
}

function nameOption({ record, rank }, query, n) {
  const name = element("span", "suggestion-name", ...nodes(highlight(record.name, query, rank === RANK.slip)));
  const rest = element("span", "suggestion-rest", ...nodes(highlight(`${record.title}, ${record.year}`, query)));
  return option(n, `${root}bai/${record.id}/`, name, " ", rest);
}

function allOption(text, n) {
  const made = option(n, `${root}tim-kiem/?q=${encodeURIComponent(text)}`, `Tìm “${text.trim()}” trong mọi bài`);
  made.classList.add("suggestion-all");
  return made;
}
