// The names table in memory: stories as records, their words as numbers, ready for many queries.

import { fold } from "./fold.js";
import { WORD } from "./query.js";
import { asJson, load } from "./store.js";

/** Fields of a heading by weight: who, what, where. Labels are shared by many stories, the others are its own. */
export const FIELDS = { name: 12, alias: 10, title: 7, unit: 5, ward: 5, honorific: 3, place: 5, field: 3, kind: 2, level: 2, volume: 2, year: 2 };
export const FACETS = ["kind", "place", "field", "level", "year", "volume"];
/** Fields that name whom a story honours. */
export const NAMES = new Set(["name", "alias"]);
const OWN = ["name", "alias", "title", "unit", "ward", "honorific"];

const DIGITS = /^[0-9]+$/;

const slug = (name) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function longId(short, volume, name) {
  if (short && !short.startsWith("+")) return short;
  return `${volume}/${slug(name)}${short.slice(1)}`;
}

/** Numbers for words: the same number for the same folded word. */
class Words {
  numbers = new Map();
  list = [];
  #seen = new Map();

  /** The numbers of the words of a text, in order. */
  of(text) {
    const found = [];
    for (const chunk of text.split(" ")) {
      let numbers = this.#seen.get(chunk);
      if (!numbers) {
        numbers = (chunk.match(WORD) ?? []).map((word) => this.#add(DIGITS.test(word) ? word : fold(word)));
        this.#seen.set(chunk, numbers);
      }
      for (const number of numbers) found.push(number);
    }
    return found;
  }

  #add(folded) {
    if (!this.numbers.has(folded)) this.numbers.set(folded, this.list.push(folded) - 1);
    return this.numbers.get(folded);
  }
}

/** The table as fetched becomes `{records, facets, words, …}`; `inNames` are the numbers of words in names. */
export function prepare(table) {
  const { columns, facets } = table;
  const words = new Words();
  const labels = Object.fromEntries(FACETS.map((facet) => [facet, facets[facet].map(([, label]) => words.of(label))]));
  const inNames = new Set();
  const records = columns.id.map((id, n) => {
    const record = { number: n, codes: {} };
    for (const field of OWN) record[field] = columns[field][n];
    record.fields = OWN.filter((field) => record[field]).map((field) => [field, words.of(record[field])]);
    for (const facet of FACETS) {
      const [code, label] = facets[facet][columns[facet][n]];
      record.codes[facet] = code;
      record[facet] = label;
      record.fields.push([facet, labels[facet][columns[facet][n]]]);
    }
    for (const [field, own] of record.fields) if (NAMES.has(field)) for (const number of own) inNames.add(number);
    record.id = longId(id, record.codes.volume, record.name);
    record.flower = table.flowers[columns.flower[n]];
    return record;
  });
  const { version, sizes, lexicon } = table;
  return { records, facets, words, inNames, version, sizes, lexicon, strides: columns.strides };
}

/** The prepared table of the site at `root`. */
export const openTable = (root) => load(`${root}tim-kiem/ten.json`, async (answer) => prepare(await asJson(answer)));

const sorted = new WeakMap();

/** Whether a list of words holds one that is, or (if open) begins like, the wanted one. */
export function holds(words, folded, open) {
  if (words.numbers.has(folded)) return true;
  if (!open) return false;
  if (!sorted.has(words)) sorted.set(words, [...words.list].sort());
  const list = sorted.get(words);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < folded) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list[low].startsWith(folded);
}
