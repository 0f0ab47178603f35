// Finding in headings: names first, then title, unit, place and the other labels of a card.

import { spelled } from "./fold.js";
import { WORD, meets } from "./query.js";
import { nearlySame } from "./slip.js";
import { FIELDS, NAMES } from "./table.js";

/** Kinds of answers, best first; within one kind the score decides. */
export const RANK = { name: 9, heading: 8, joined: 7, exactText: 6, text: 5, slip: 4, fields: 3, near: 2, partly: 1 };

/** For every word of the table, the words of the query it meets, as bits. */
function meetings({ words }, query) {
  const bits = new Uint32Array(words.list.length);
  query.words.forEach((word, place) => {
    for (const { folded } of word.forms) {
      if (words.numbers.has(folded)) bits[words.numbers.get(folded)] |= 1 << place;
    }
    if (!word.open) return;
    words.list.forEach((own, number) => {
      if (meets(own, word)) bits[number] |= 1 << place;
    });
  });
  return bits;
}

/** The same for words of names in which a finger may have slipped. */
function slips({ words, inNames }, query) {
  const bits = new Uint32Array(words.list.length);
  for (const number of inNames) {
    query.words.forEach((word, place) => {
      if (word.forms.some(({ folded }) => nearlySame(words.list[number], folded))) bits[number] |= 1 << place;
    });
  }
  return bits;
}

/** The longest run of query words side by side in a field: {length, from, at}. */
function longestRun(numbers, bits, count) {
  let best = { length: 0, from: 0, at: 0 };
  for (let at = 0; at < numbers.length; at += 1) {
    for (let from = 0; from < count; from += 1) {
      let length = 0;
      while (from + length < count && at + length < numbers.length && bits[numbers[at + length]] & (1 << (from + length)))
        length += 1;
      if (length > best.length) best = { length, from, at };
    }
  }
  return best;
}

const markedWords = (text) => (text.match(WORD) ?? []).map(spelled);

/** How many words of the query stand in a text with the very same marks. */
function sameMarks(text, query) {
  const own = new Set(markedWords(text));
  return query.words.filter((word) => word.forms.some((form) => own.has(form.spelled))).length;
}

const popcount = (bits) => {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
};

/** How a record meets a query whose words meet the table's as `bits` tell: its kind of answer, 0 for none, and runs. */
function meeting(record, bits, count, met) {
  const all = met === 2 ** count - 1;
  const runs = [];
  let rank = all ? RANK.fields : 0;
  for (const [field, numbers] of record.fields) {
    let here = 0;
    for (const number of numbers) here |= bits[number];
    const named = NAMES.has(field);
    if (!here || !(all || (named && popcount(here) > 1))) continue;
    const run = longestRun(numbers, bits, count);
    runs.push({ field, numbers, run, hits: popcount(here) });
    if (run.length === count) rank = Math.max(rank, named ? RANK.name : RANK.heading);
    else if (named && run.length > 1 && run.at + run.length === numbers.length) rank = Math.max(rank, RANK.partly);
  }
  return { rank, runs };
}

/** How well: heavier fields, words side by side, the very same marks, the last word of a name. */
function scoreOf(record, query, runs) {
  const count = query.words.length;
  let score = 0;
  for (const { field, numbers, run, hits } of runs) {
    const joined = run.length / count;
    score += FIELDS[field] * (hits / count) * (joined === 1 ? 2 : 0.5 + joined / 2);
    score += (FIELDS[field] * 2 * sameMarks(record[field], query)) / count;
    if (!NAMES.has(field)) continue;
    // People are called by the last word of their name: who shares it is meant sooner than who shares the surname.
    if (run.at + run.length === numbers.length) score += FIELDS[field];
    if (run.length === count && numbers.length === count) score += FIELDS[field];
  }
  return score;
}

/**
 * Stories whose heading answers a query.
 *
 * Returns the answers and, for each record, the words its heading holds (as bits): the search in texts asks for the rest.
 */
export function findNames(table, query) {
  const bits = meetings(table, query);
  const count = query.words.length;
  const held = new Uint32Array(table.records.length);
  const answers = [];
  table.records.forEach((record, n) => {
    let met = 0;
    for (const [, numbers] of record.fields) for (const number of numbers) met |= bits[number];
    held[n] = met;
    if (!met) return;
    const { rank, runs } = meeting(record, bits, count, met);
    if (rank && (!query.quoted || keepsTogether(record, query, bits)))
      answers.push({ record, rank, score: scoreOf(record, query, runs) });
  });
  if (!answers.some((answer) => answer.rank >= RANK.heading)) answers.push(...forgiven(table, query, bits));
  return { answers, held };
}

const MOST_NEAREST = 10;

/** The stories whose headings hold most words of a query, two at least; first those called by one of them. */
export function nearestNames(table, query, held) {
  const bits = meetings(table, query);
  const most = held.reduce((best, met) => Math.max(best, popcount(met)), 0);
  if (most < 2) return [];
  const called = (record) => record.fields.some(([field, numbers]) => NAMES.has(field) && bits[numbers.at(-1)]);
  return table.records
    .filter((_, n) => popcount(held[n]) === most)
    .map((record) => ({ record, rank: RANK.partly, score: called(record) ? 1 : 0 }))
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_NEAREST);
}

/** Whether each quoted phrase of a query stands whole in some field. */
function keepsTogether(record, query, bits) {
  return query.groups.every((group) =>
    record.fields.some(([, numbers]) =>
      numbers.some((_, at) => group.every((place, step) => bits[numbers[at + step]] & (1 << place))),
    ),
  );
}

/** Names that are meant though a finger slipped in one word, or a space was left out. */
function forgiven(table, query, bits) {
  if (query.quoted) return [];
  return [...joinedNames(table, query), ...slippedNames(table, query, bits)];
}

const SHORTEST_JOINED = 5;

function joinedNames(table, query) {
  const wanted = query.words.map((word) => word.forms[0].folded).join("");
  if (wanted.length < SHORTEST_JOINED) return [];
  const found = [];
  for (const record of table.records) {
    record.joined ??= record.fields
      .filter(([field]) => NAMES.has(field))
      .map(([, numbers]) => numbers.map((number) => table.words.list[number]).join(""));
    if (record.joined.some((name) => name.includes(wanted))) found.push({ record, rank: RANK.joined, score: 0 });
  }
  return found;
}

function slippedNames(table, query, bits) {
  const letters = query.words.reduce((sum, word) => sum + word.forms[0].folded.length, 0);
  if (letters < 4) return [];
  const slipped = slips(table, query);
  const count = query.words.length;
  const found = [];
  for (const record of table.records) {
    for (const [field, numbers] of record.fields) {
      if (!NAMES.has(field)) break;
      const start = slippedRun(numbers, bits, slipped, count);
      if (start < 0) continue;
      const whole = numbers.length === count ? 2 : 0;
      const called = start + count === numbers.length ? 1 : 0;
      found.push({ record, rank: RANK.slip, score: FIELDS[field] + whole + called + sameMarks(record[field], query) / count });
    }
  }
  return found;
}

/** Where all words of a query stand side by side in a name, all but one as they are; -1 if nowhere. */
function slippedRun(numbers, bits, slipped, count) {
  for (let at = 0; at + count <= numbers.length; at += 1) {
    let slips = 0;
    let place = 0;
    for (; place < count; place += 1) {
      const number = numbers[at + place];
      if (bits[number] & (1 << place)) continue;
      if (!(slipped[number] & (1 << place))) break;
      slips += 1;
    }
    if (place === count && slips === 1) return at;
  }
  return -1;
}
