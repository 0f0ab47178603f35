// Narrowing by facet: a native select each, with counts; together they combine. Choices live in the address.

import { element } from "./dom.js";
import { FACETS } from "./table.js";

const LABELS = { kind: "Nhân vật", place: "Địa bàn", field: "Lĩnh vực", level: "Cấp khen", year: "Năm", volume: "Tập" };
/** Names in the address. */
const KEYS = { kind: "nhan-vat", place: "dia-ban", field: "linh-vuc", level: "cap-khen", year: "nam", volume: "tap" };

/** The choices an address names: `{facet: code}`, without the facets left open. */
export function readChoices(address) {
  const named = FACETS.map((facet) => [facet, address.searchParams.get(KEYS[facet])]);
  return Object.fromEntries(named.filter(([, code]) => code));
}

/** Put choices into an address. */
export function writeChoices(address, choices) {
  for (const facet of FACETS) {
    if (choices[facet]) address.searchParams.set(KEYS[facet], choices[facet]);
    else address.searchParams.delete(KEYS[facet]);
  }
}

const fits = (record, choices, but) =>
  FACETS.every((facet) => facet === but || !choices[facet] || record.codes[facet] === choices[facet]);

/** The answers that fit all choices. */
export const narrowed = (answers, choices) => answers.filter(({ record }) => fits(record, choices));

/** For a facet, how many answers each of its values would leave, the other choices being as they are. */
export function countsOf(answers, choices, facet) {
  const counts = new Map();
  for (const { record } of answers) {
    if (!fits(record, choices, facet)) continue;
    counts.set(record.codes[facet], (counts.get(record.codes[facet]) ?? 0) + 1);
  }
  return counts;
}

/** The row of selects in `place`; `changed` is called with the new choices. Returns a function that shows counts. */
export function makeFacets(place, facets, choices, changed) {
  const selects = Object.fromEntries(FACETS.map((facet) => [facet, element("select", "finder-select")]));
  const clear = element("button", "finder-clear", "Bỏ lọc");
  clear.type = "button";
  const current = () => Object.fromEntries(FACETS.map((facet) => [facet, selects[facet].value]).filter(([, code]) => code));
  for (const facet of FACETS) {
    selects[facet].id = `loc-${KEYS[facet]}`;
    const label = element("label", "finder-label", LABELS[facet]);
    label.htmlFor = selects[facet].id;
    selects[facet].addEventListener("change", () => changed(current()));
    place.append(element("div", "finder-facet", label, selects[facet]));
  }
  clear.addEventListener("click", () => {
    changed({});
    selects[FACETS[0]].focus();
  });
  place.append(clear);
  unfold(place.closest("details"), Object.keys(choices).length > 0);
  const show = (answers, chosen) => {
    for (const facet of FACETS) fill(selects[facet], facets[facet], countsOf(answers, chosen, facet), chosen[facet] ?? "");
    clear.hidden = !Object.keys(chosen).length;
  };
  show([], choices);
  return show;
}

/** Where there is room the facets stand open; on a phone they wait to be asked for, unless one is chosen. */
function unfold(filter, chosen) {
  const roomy = matchMedia("(min-width: 45em)");
  const follow = () => {
    if (roomy.matches) filter.open = true;
  };
  filter.open = chosen;
  filter.hidden = false;
  roomy.addEventListener("change", follow);
  follow();
}

function fill(select, values, counts, chosen) {
  const rows = values.filter(([code]) => counts.has(code) || code === chosen);
  const options = rows.map(([code, label]) => new Option(`${label} (${counts.get(code) ?? 0})`, code));
  // A value the stock does not have, from an old link: shown, so that it can be taken back.
  if (chosen && !rows.some(([code]) => code === chosen)) options.push(new Option(`${chosen} (0)`, chosen));
  select.replaceChildren(new Option("Tất cả", ""), ...options);
  select.value = chosen;
  select.classList.toggle("is-chosen", Boolean(chosen));
}
