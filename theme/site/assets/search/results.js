// The list of results: cards with the hits marked, excerpts fetched for those that are shown.

import { element, nodes, root } from "./dom.js";
import { highlight, snippet } from "./excerpt.js";
import { RANK } from "./names.js";
import { asText, load } from "./store.js";

function row(answer, query) {
  const { record, rank } = answer;
  const slipped = rank === RANK.slip;
  const flower = element("img", "card-flower");
  Object.assign(flower, { src: `${root}${record.flower}`, alt: "", width: 68, height: 68, loading: "lazy", fetchPriority: "low" });
  const honorific = record.honorific ? [...nodes(highlight(record.honorific, query)), " "] : [];
  const meta = `${record.unit}. ${record.place}, ${record.year}`;
  const words = element(
    "span",
    "card-words",
    element("span", "card-name", ...honorific, ...nodes(highlight(record.name, query, slipped))),
    element("span", "card-title", ...nodes(highlight(record.title, query))),
    element("span", "result-meta", ...nodes(highlight(meta, query))),
  );
  const link = element("a", "", flower, words);
  link.href = `${root}bai/${record.id}/`;
  return { item: element("li", "result", link), words };
}

async function addExcerpt({ record }, words, query, version) {
  const text = await load(`${root}tim-kiem/bai/${record.id}.txt?v=${version}`, asText);
  const parts = snippet(text, query);
  if (parts.length && words.isConnected) words.append(element("span", "result-snippet", ...nodes(parts)));
}

/** Put results into a list, after those that stand there; without the network they stay without excerpts. */
export async function addRows(list, answers, query, version) {
  const rows = answers.map((answer) => ({ answer, ...row(answer, query) }));
  list.append(...rows.map(({ item }) => item));
  const wanted = rows.filter(({ answer }) => answer.inText);
  await Promise.allSettled(wanted.map(({ answer, words }) => addExcerpt(answer, words, query, version)));
}
