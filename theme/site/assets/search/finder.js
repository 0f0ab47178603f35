// From what was typed to answers: names at once, texts as soon as their postings are there. Knows nothing of the page.

import { RANK, findNames, nearestNames } from "./names.js";
import { knows, openIndex, placesOf, planned } from "./postings.js";
import { readQuery, settle } from "./query.js";
import { holds, openTable } from "./table.js";
import { findNear, findPhrases } from "./texts.js";

/** In how many ways a word still being typed may go on in texts; none where names have answered already. */
const MOST_ENDINGS = 3;

/** Up to so many words a query that found nothing is read more freely; more of them would meet by chance only. */
const MOST_FREE = 4;

/** Answers of all kinds in one list, each story once, best first. */
export function ranked(answers) {
  const best = new Map();
  for (const answer of answers) {
    const known = best.get(answer.record);
    const better = !known || answer.rank > known.rank || (answer.rank === known.rank && answer.score > known.score);
    if (better) best.set(answer.record, answer);
  }
  return [...best.values()].sort(
    (one, other) => other.rank - one.rank || other.score - one.score || one.record.number - other.record.number,
  );
}

/** Names that answer a query, best first: for suggestions. Only the names table is fetched. */
export async function suggest(root, text) {
  const table = await openTable(root);
  const query = settle(readQuery(text), (folded, open) => holds(table.words, folded, open));
  return { query, answers: query.words.length ? ranked(findNames(table, query).answers) : [] };
}

/**
 * Find; yields `{query, answers, done}` as they come: first the answers from headings, then all.
 *
 * An answer is `{record, rank, score}`, with `inText` where the words stand in the story's text. `unread` are words too
 * common to be looked for in texts. `free` tells how a query was read that found nothing as it stands: `apart`, its words
 * far from each other in one text (“ông Giản Thụy Khuê”); `part`, only some of its words, in headings.
 */
export async function* find(root, text) {
  const table = await openTable(root);
  const read = readQuery(text);
  if (!read.words.length) {
    yield { query: settle(read, () => true), answers: everything(table), done: true };
    return;
  }
  const index = openIndex(root, table);
  const known = (folded, open) => holds(table.words, folded, open) || knows(index, folded, open);
  const query = settle(read, known);
  const { answers, held } = findNames(table, query);
  const named = ranked(answers);
  const most = named[0]?.rank >= RANK.heading ? 0 : MOST_ENDINGS;
  const terms = planned(index, query.words, most);
  const fetching = Promise.all(query.words.map((word, n) => terms[n] && placesOf(index, word, terms[n])));
  fetching.catch(() => {}); // told below, where it is awaited
  yield { query, answers: named, done: false };

  const places = await fetching;
  const phrases = findPhrases(table, query, index, places);
  const near = query.quoted ? [] : findNear(table, query, index, places, held);
  const unread = query.words.filter((_, n) => !terms[n]).map(({ raw }) => raw);
  const all = ranked([...answers, ...phrases, ...near]);
  if (all.length || query.quoted || query.words.length > MOST_FREE) yield { query, answers: all, done: true, unread };
  else yield { query, ...freely(table, query, index, places, held), done: true, unread };
}

/** What is nearest to a query that found nothing: `{answers, free}`. */
function freely(table, query, index, places, held) {
  const apart = ranked(findNear(table, query, index, places, held, true));
  if (apart.length) return { answers: apart, free: "apart" };
  return { answers: ranked(nearestNames(table, query, held)), free: "part" };
}

/** Every story, newest first: what the facets choose from when nothing is typed. */
function everything(table) {
  return table.records
    .map((record) => ({ record, rank: RANK.fields, score: Number(record.year) }))
    .sort((one, other) => other.score - one.score || one.record.number - other.record.number);
}
