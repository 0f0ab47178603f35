// The index as fetched: the lexicon, and the positions of a term, decoded once. A query has a budget: words that stand in
// nearly every text have files of a hundred kilobytes and more, and hardly tell one text from another.

import { asText, load } from "./store.js";

const FOLDER = "tim-kiem/";
const STRIDE = 64;
const LEAP = 50_000;
const LEAP_SIGN = 0xe000;
const SHORTEST_OPEN = 2;

/** What table and postings of a first query may cost, compressed: with page, fonts, scripts and excerpts below 700 kB. */
const FIRST_BYTES = 460_000;
const LEAST_BUDGET = 120_000;
/** What a story in the table costs, and a shared file, compressed, as measured. */
const STORY_BYTES = 19;
const SHARED_BYTES = 16_000;

const opened = new WeakMap();

/** The index that belongs to a table; story n of it stands at positions `starts[n]` to `starts[n + 1]`. */
export function openIndex(root, table) {
  if (!opened.has(table))
    opened.set(table, {
      root,
      version: table.version,
      ...readLexicon(table.lexicon),
      ...layOut(table),
      kept: new Map(),
      budget: Math.max(LEAST_BUDGET, FIRST_BYTES - STORY_BYTES * table.records.length),
    });
  return opened.get(table);
}

function readLexicon({ alone, kilobytes, shared }) {
  const files = new Map();
  const costs = new Map();
  const order = [];
  const put = (term, file) => order.push(term) && files.set(term, file);
  alone.split(" ").forEach((term, n) => {
    if (term) put(term, `r-${term}`) && costs.set(`r-${term}`, kilobytes[n] * 1000);
  });
  shared.forEach((terms, n) => terms.split(" ").forEach((term) => term && put(term, `c-${n}`)));
  return { files, costs, order };
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

/** The terms a word of a query is. */
const ownTerms = (index, word) => [...new Set(word.forms.map(({ folded }) => folded).filter((folded) => index.files.has(folded)))];

/** Of the terms an unfinished word may become, the `most` most frequent. */
function endingsOf(index, word, most) {
  if (!word.open) return [];
  const own = new Set(ownTerms(index, word));
  const begins = word.forms.map(({ folded }) => folded).filter((folded) => folded.length >= SHORTEST_OPEN);
  const endings = [];
  for (const term of index.order) {
    if (endings.length === most) break;
    if (!own.has(term) && begins.some((folded) => term.startsWith(folded))) endings.push(term);
  }
  return endings;
}

/**
 * The terms to be read for each word of a query, an unfinished one with `most` endings: the cheapest first, as far as
 * the index's budget reaches. Null for a word that stays unread because it is too common.
 */
export function planned(index, words, most) {
  const files = new Set();
  let spent = 0;
  const pay = (term) => {
    const file = index.files.get(term);
    if (files.has(file) || index.kept.has(term)) return true;
    const cost = index.costs.get(file) ?? SHARED_BYTES;
    if (spent + cost > index.budget) return false;
    files.add(file);
    spent += cost;
    return true;
  };
  const cost = (term) => index.costs.get(index.files.get(term)) ?? SHARED_BYTES;
  const asked = (terms) => terms.flatMap((list, word) => list.map((term) => ({ word, term }))).sort((one, other) => cost(one.term) - cost(other.term));
  const read = words.map(() => []);
  const unread = new Set();
  for (const { word, term } of asked(words.map((each) => ownTerms(index, each)))) pay(term) ? read[word].push(term) : unread.add(word);
  for (const { word, term } of asked(words.map((each) => endingsOf(index, each, most)))) if (!unread.has(word) && pay(term)) read[word].push(term);
  return read.map((terms, word) => (unread.has(word) ? null : terms));
}

/**
 * Where a word of a query stands, read by the terms `chosen` for it: {all, same}, sorted positions; `same` those spelled with the very
 * same marks.
 */
export async function placesOf(index, word, chosen) {
  const terms = await Promise.all(chosen.map((term) => placesOfTerm(index, term)));
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
