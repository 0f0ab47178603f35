// Finding in texts: phrases, then words that stand near each other. Works on positions, without the texts themselves.
// A word too common to be read has no positions (null): it may stand wherever the other words leave it room.

import { RANK } from "./names.js";

const NEAR = 16;

/** The first place of a sorted list whose value is not below the wanted one. */
function lowerBound(list, wanted) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const has = (list, wanted) => list[lowerBound(list, wanted)] === wanted;

/** Where words stand one behind the other: the positions of the first. At least one of them is read. */
function phrase(lists) {
  let rare = lists.findIndex(Boolean);
  lists.forEach((list, n) => {
    if (list && list.length < lists[rare].length) rare = n;
  });
  const starts = [];
  for (const place of lists[rare]) {
    const start = place - rare;
    if (start >= 0 && lists.every((list, n) => !list || n === rare || has(list, start + n))) starts.push(start);
  }
  return starts;
}

/** For each story, where its part of a sorted list begins; one more entry for the end. */
function cut(list, starts) {
  const cuts = new Uint32Array(starts.length);
  let at = 0;
  for (let n = 0; n < starts.length; n += 1) {
    while (at < list.length && list[at] < starts[n]) at += 1;
    cuts[n] = at;
  }
  return cuts;
}

/** The width of the tightest stretch that holds one position of every list's part [list, from, to], none empty. */
function tightest(parts) {
  let best = Infinity;
  for (;;) {
    let first = parts[0];
    let last = -1;
    for (const part of parts) {
      const place = part[0][part[1]];
      if (place < first[0][first[1]]) first = part;
      if (place > last) last = place;
    }
    best = Math.min(best, last - first[0][first[1]] + 1);
    // Only by moving the first one on can the stretch become tighter.
    first[1] += 1;
    if (first[1] === first[2]) return best;
  }
}

/** Stories by number in which a phrase stands: how often, and whether with the very same marks. */
function storiesWith(places, words, index) {
  const lists = words.map((n) => places[n]?.all);
  const starts = phrase(lists);
  const cuts = cut(starts, index.starts);
  const found = new Map();
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const here = starts.slice(cuts[n], cuts[n + 1]);
    if (!here.length) continue;
    const same = here.some((start) => words.every((word, step) => !places[word] || has(places[word].same, start + step)));
    found.set(n, { count: here.length, same });
  }
  return found;
}

/** Stories whose text holds the query's words as one phrase, or each quoted phrase. */
export function findPhrases(table, query, index, places) {
  const asked = query.quoted ? query.groups : [query.words.map((_, n) => n)];
  const groups = asked.filter((group) => group.some((n) => places[n]));
  if (!groups.length) return [];
  const [first, ...others] = groups.map((group) => storiesWith(places, group, index));
  const answers = [];
  for (const [n, { count, same }] of first) {
    const rest = others.map((found) => found.get(n));
    if (rest.some((found) => !found)) continue;
    const exact = same && rest.every((found) => found.same);
    answers.push({ record: table.records[n], rank: exact ? RANK.exactText : RANK.text, score: Math.min(count, 9), inText: true });
  }
  return answers;
}

/**
 * Stories whose text holds the query's words near each other, in any order; words that stand in the heading (`held`,
 * bits by story) need not be repeated in the text. `anywhere` lets them stand as far apart as they like, but then words
 * typed with marks must have these very marks.
 */
export function findNear(table, query, index, places, held, anywhere = false) {
  const strict = query.words.map(({ forms }) => anywhere && forms.some(({ folded, spelled }) => folded !== spelled));
  const lists = places.map((place, n) => place && (strict[n] ? place.same : place.all));
  const cuts = lists.map((list) => list && cut(list, index.starts));
  const limit = anywhere ? Infinity : NEAR + 2 * places.length;
  const every = places.map((_, n) => n).filter((n) => places[n]);
  const answers = [];
  for (let story = 0; story + 1 < index.starts.length; story += 1) {
    const present = every.filter((n) => cuts[n][story + 1] > cuts[n][story]);
    if (!present.length) continue;
    const whole = present.length === every.length;
    const wanted = whole ? present : every.filter((n) => !(held[story] & (1 << n)));
    if (!wanted.length || !wanted.every((n) => present.includes(n))) continue;
    const width = tightest(wanted.map((n) => [lists[n], cuts[n][story], cuts[n][story + 1]]));
    if (width > limit) continue;
    const spread = width / wanted.length + (whole ? 0 : 1);
    answers.push({ record: table.records[story], rank: RANK.near, score: -spread, inText: true });
  }
  return answers;
}
