// What was typed, as the engine reads it: words, each with all it may mean, and phrases in quotes.

import { fold, spelled } from "./fold.js";
import { decoded } from "./typing.js";

/** A word of a text: letters and digits with their marks. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|[^"“”„«»]+/gu;
const MOST = 24;

/**
 * Read a query.
 *
 * `words`: {folded, spelled, open} each; the last one is open while no space or quote follows it: it may be unfinished.
 * `groups`: the words (by place) that must stand together: one group a quoted phrase, one a word outside of quotes.
 */
export function readQuery(text) {
  const words = [];
  const groups = [];
  let quoted = false;
  for (const piece of text.normalize("NFC").matchAll(QUOTED)) {
    const inQuotes = piece[1] !== undefined;
    const found = (inQuotes ? piece[1] : piece[0]).match(WORD) ?? [];
    const places = found.map((word) => words.push({ folded: fold(word), spelled: spelled(word), raw: word, open: false }) - 1);
    if (inQuotes && places.length) {
      quoted = true;
      groups.push(places);
    } else groups.push(...places.map((place) => [place]));
  }
  words.length = Math.min(words.length, MOST);
  if (words.length && /[\p{L}\p{M}\p{N}]$/u.test(text)) words.at(-1).open = true;
  return { words, groups: groups.filter((group) => group.at(-1) < words.length), quoted };
}

/** A marked word as it is compared: with the same marks, wherever the tone was put. */
const meaning = (word) => ({ folded: fold(word), spelled: spelled(word) });

/**
 * Settle what each word means: itself, and what it is as raw Telex or VNI if `known(folded, open)` tells that such a
 * word exists. A word that is known neither way stays what it is.
 */
export function settle(query, known) {
  const words = query.words.map((word) => {
    const meant = decoded(word.raw).map(meaning).filter(({ folded }) => known(folded, word.open));
    const itself = { folded: word.folded, spelled: word.spelled };
    const forms = meant.length && !known(word.folded, false) ? meant : [itself, ...meant];
    return { ...word, forms };
  });
  return { ...query, words };
}

/** Whether a folded word of a text is the wanted word of a query, or begins like it while it is being typed. */
export const meets = (own, word) =>
  word.forms.some(({ folded }) => own === folded || (word.open && own.startsWith(folded)));
