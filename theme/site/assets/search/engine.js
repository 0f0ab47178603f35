// Finding and ranking. Works on tables in memory and returns plain values; knows nothing of the page.

import { fold, foldWithMap, spelled } from "./fold.js";

const WEIGHTS = { name: 12, alias: 10, title: 7, unit: 5, ward: 5, place: 5, field: 3, level: 2, volume: 2, year: 2 };
/** Kinds of answers, best first; within one kind the score decides. */
export const RANK = { phrase: 5, exactText: 4, text: 3, scattered: 2, partly: 1, near: 0 };
const SNIPPET = 170;
const NEAR = 90;

/** The names table with every field folded once, ready for many queries. */
export function prepare(table) {
  return table.stories.map(([id, title, name, aliases, unit, ward, place, field, level, volume, year, flower]) => {
    const record = {
      id,
      title,
      name,
      aliases,
      unit,
      ward,
      place: table.places[place],
      field: table.fields[field],
      level: table.levels[level],
      volume: table.volumes[volume],
      year: String(year),
      flower,
    };
    const fields = Object.entries({ ...record, alias: aliases.join(" ; ") })
      .filter(([key, value]) => key in WEIGHTS && value)
      .map(([key, value]) => ({ key, words: wordsOf(fold(value)), spelled: new Set(markedWordsOf(spelled(value))) }));
    return { ...record, fields };
  });
}

const wordsOf = (folded) => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const markedWordsOf = (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/** A query as the engine reads it; the last word may be unfinished. */
export function readQuery(text) {
  const words = wordsOf(fold(text));
  return { words, folded: words.join(" "), spelled: markedWordsOf(spelled(text)) };
}

const covers = (word, wanted, last) => word === wanted || (last && word.startsWith(wanted));

/** The longest run of query words that stand side by side in a field. */
function longestRun(words, query) {
  let best = 0;
  for (let start = 0; start < words.length; start += 1) {
    for (let from = 0; from < query.length; from += 1) {
      let run = 0;
      while (
        from + run < query.length &&
        start + run < words.length &&
        covers(words[start + run], query[from + run], from + run === query.length - 1)
      ) {
        run += 1;
      }
      best = Math.max(best, run);
    }
  }
  return best;
}

/** Stories whose heading answers a query: all its words, or two side by side in a person's name. */
export function findNames(records, query) {
  const found = [];
  const last = query.words.length - 1;
  for (const record of records) {
    let score = 0;
    const met = new Set();
    let neighbours = 0;
    let phrase = false;
    for (const { key, words, spelled: exact } of record.fields) {
      let hits = 0;
      query.words.forEach((word, place) => {
        if (words.some((own) => covers(own, word, place === last))) {
          met.add(place);
          hits += 1;
        }
      });
      if (!hits) continue;
      const run = longestRun(words, query.words);
      phrase ||= run === query.words.length;
      if (key === "name" || key === "alias") {
        neighbours = Math.max(neighbours, run);
        // People are called by the last word of their name: who shares it is meant sooner than who shares the surname.
        if (covers(words.at(-1), query.words[last], true)) score += WEIGHTS[key];
      }
      const joined = run / query.words.length;
      score += WEIGHTS[key] * (hits / query.words.length) * (joined === 1 ? 2 : 0.5 + joined / 2);
      // Words spelled with the very same marks weigh most: who types “hoà” does not mean “hoa”.
      score += (WEIGHTS[key] * 2 * query.spelled.filter((word) => exact.has(word)).length) / query.words.length;
    }
    const all = met.size === query.words.length;
    if (!all && neighbours < 2) continue;
    found.push({ record, score, rank: phrase ? RANK.phrase : all ? RANK.scattered : RANK.partly });
  }
  return found;
}

/** Answers of all kinds in one list, each story once, best first. */
export function ranked(answers) {
  const best = new Map();
  for (const answer of answers) {
    const known = best.get(answer.record.id);
    if (!known || answer.rank > known.rank) best.set(answer.record.id, answer);
  }
  return [...best.values()].sort(
    (one, other) =>
      other.rank - one.rank || other.score - one.score || (one.record.id < other.record.id ? -1 : 1),
  );
}

/** Where a query stands in a text: the phrase if it does, else all its words close together; null if neither. */
export function findInText(text, query) {
  const folded = foldWithMap(text);
  const phrase = wordBound(folded.text, query.folded);
  if (phrase >= 0) {
    const hit = [phrase, phrase + query.folded.length];
    const original = spelled(text.slice(folded.offsets[hit[0]], folded.offsets[hit[1]]));
    return { folded, hits: [hit], rank: original.includes(query.spelled.join(" ")) ? RANK.exactText : RANK.text };
  }
  const hits = nearest(folded.text, query.words);
  return hits && { folded, hits, rank: RANK.near };
}

/** The tightest place where all words stand, in any order; null where they stand too far apart to belong together. */
function nearest(text, wanted) {
  const latest = new Map();
  let best = null;
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!wanted.includes(match[0])) continue;
    latest.set(match[0], match.index);
    if (latest.size < new Set(wanted).size) continue;
    const start = Math.min(...latest.values());
    const width = match.index + match[0].length - start;
    if (width <= NEAR && (!best || width < best.width)) best = { width, at: [...latest] };
  }
  return best && best.at.map(([word, at]) => [at, at + word.length]).sort((one, other) => one[0] - other[0]);
}

function wordBound(text, wanted) {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
    const behind = text[at + wanted.length];
    if (before && (behind === undefined || !/[\p{L}\p{N}]/u.test(behind))) return at;
  }
  return -1;
}

/** A stretch of the original around the first hit, as parts: {text, hit}. */
export function snippet(text, { folded, hits }) {
  const spans = hits.map(([from, to]) => [folded.offsets[from], folded.offsets[to]]);
  const middle = spans[0][0];
  const start = wordStart(text, Math.max(0, middle - SNIPPET / 3));
  const end = wordStart(text, Math.min(text.length, start + SNIPPET), true);
  const parts = marked(text.slice(start, end), spans.map(([from, to]) => [from - start, to - start]));
  if (start > 0) parts.unshift({ text: "… ", hit: false });
  if (end < text.length) parts.push({ text: " …", hit: false });
  return parts;
}

function wordStart(text, near, backwards = false) {
  if (near <= 0 || near >= text.length) return Math.round(near);
  const space = backwards ? text.lastIndexOf(" ", near) : text.indexOf(" ", near);
  return space < 0 ? Math.round(near) : space + (backwards ? 0 : 1);
}

function marked(text, spans) {
  const parts = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at || from >= text.length) continue;
    const before = parts.at(-1);
    if (before?.hit && !text.slice(at, from).trim()) {
      before.text += text.slice(at, to);
      at = to;
      continue;
    }
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, Math.min(to, text.length)), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}

/** A short original text with the query's words marked, as parts. */
export function highlight(text, query) {
  const folded = foldWithMap(text);
  const spans = [];
  const last = query.words.length - 1;
  for (const match of folded.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const place = query.words.findIndex((word, n) => covers(match[0], word, n === last));
    if (place < 0) continue;
    const length = place === last ? query.words[place].length : match[0].length;
    spans.push([folded.offsets[match.index], folded.offsets[match.index + length]]);
  }
  return marked(text, spans);
}
