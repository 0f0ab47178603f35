// The index as fetched: the lexicon, and the positions of a term, decoded once.

import { asText, load } from "./store.js";

const FOLDER = "tim-kiem/";
const STRIDE = 64;
const LEAP = 50_000;
const LEAP_SIGN = 0xe000;
const SHORTEST_OPEN = 2;

const opened = new WeakMap();

/** The index that belongs to a table; story n of it stands at positions `starts[n]` to `starts[n + 1]`. */
export function openIndex(root, table) {
  if (!opened.has(table))
    opened.set(table, { root, version: table.version, ...readLexicon(table.lexicon), ...layOut(table), kept: new Map() });
  return opened.get(table);
}

function readLexicon({ alone, shared }) {
  const files = new Map();
  const order = [];
  const put = (term, file) => order.push(term) && files.set(term, file);
  for (const term of alone.split(" ")) if (term) put(term, `r-${term}`);
  shared.forEach((terms, n) => terms.split(" ").forEach((term) => term && put(term, `c-${n}`)));
  return { files, order };
}

function layOut({ sizes, strides }) {
  const starts = new Uint32Array(strides.length + 1);
  strides.forEach((length, n) => {
    starts[n + 1] = starts[n] + length * STRIDE;
  });
  let first = 0;
  const volumes = sizes.map((size) => starts[(first += size) - size]);
  return { starts, volumes };
}

/** Whether a term stands in any text, or (if open) a term that begins like it. */
export function knows(index, folded, open) {
  return index.files.has(folded) || (open && folded.length >= SHORTEST_OPEN && index.order.some((term) => term.startsWith(folded)));
}

/** The terms a word of a query may be; of those it may become when typed on, the most frequent. */
function termsOf(index, word, most) {
  const terms = new Set(word.forms.map(({ folded }) => folded).filter((folded) => index.files.has(folded)));
  if (!word.open) return [...terms];
  let endings = 0;
  const begins = word.forms.map(({ folded }) => folded).filter((folded) => folded.length >= SHORTEST_OPEN);
  for (const term of index.order) {
    if (endings === most) break;
    if (terms.has(term) || !begins.some((folded) => term.startsWith(folded))) continue;
    terms.add(term);
    endings += 1;
  }
  return [...terms];
}

/**
 * Where a word of a query stands: {all, same}, sorted positions; `same` those spelled with the very same marks. An
 * unfinished word may end in `most` ways.
 */
export async function placesOf(index, word, most) {
  const terms = await Promise.all(termsOf(index, word, most).map((term) => placesOfTerm(index, term)));
  const wanted = new Set(word.forms.map((form) => form.spelled));
  const same = terms.flatMap(({ spellings }) => spellings.filter(([spelling]) => wanted.has(spelling)).map(([, list]) => list));
  return { all: merged(terms.map(({ all }) => all)), same: merged(same) };
}

async function placesOfTerm(index, term) {
  const kept = index.kept.get(term);
  if (kept) return kept;
  const name = index.files.get(term);
  const file = await load(`${index.root}${FOLDER}vi-tri/${name}.txt?v=${index.version}`, async (answer) => readFile(await asText(answer)));
  const { body, terms } = file;
  let { at } = terms.get(term);
  const spellings = terms.get(term).spellings.map(([spelling, lengths]) => {
    const list = decode(body, at, lengths, index.volumes);
    for (let n = 1; n < lengths.length; n += 2) at += lengths[n];
    return [spelling, list];
  });
  const found = { spellings, all: merged(spellings.map(([, list]) => list)) };
  index.kept.set(term, found);
  return found;
}

function readFile(text) {
  const end = text.indexOf("\n");
  const head = JSON.parse(text.slice(0, end));
  const terms = new Map();
  let at = end + 1;
  for (const [term, spellings] of head) {
    terms.set(term, { at, spellings });
    for (const [, lengths] of spellings) for (let n = 1; n < lengths.length; n += 2) at += lengths[n];
  }
  return { body: text, terms };
}

/** The positions a string of steps stands for; `lengths` are volume and length in turn. */
export function decode(body, start, lengths, volumes) {
  let size = 0;
  for (let n = 1; n < lengths.length; n += 2) size += lengths[n];
  const list = new Uint32Array(size);
  let at = start;
  let count = 0;
  for (let n = 0; n < lengths.length; n += 2) {
    let place = volumes[lengths[n]] - 1;
    for (const end = at + lengths[n + 1]; at < end; at += 1) {
      const step = body.charCodeAt(at);
      place += step === LEAP_SIGN ? LEAP : step;
      if (step !== LEAP_SIGN) list[count++] = place;
    }
  }
  return list.subarray(0, count);
}

function merged(lists) {
  if (lists.length === 1) return lists[0];
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}
