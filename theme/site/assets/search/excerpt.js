// Showing where a query was met: words of the original marked, and a stretch of a story's text around them.

import { fold, spelled } from "./fold.js";
import { WORD, meets } from "./query.js";
import { nearlySame } from "./slip.js";

const LENGTH = 170;
const GAP = 8;

/** The words of a text with the places of the query they meet: {at, end, place (position), bits}. */
function tokens(text, query, test) {
  const found = [];
  let place = 0;
  let line = 0;
  for (const match of text.matchAll(WORD)) {
    for (let next = text.indexOf("\n", line); next >= 0 && next < match.index; next = text.indexOf("\n", line)) {
      place += GAP;
      line = next + 1;
    }
    let bits = 0;
    const own = fold(match[0]);
    query.words.forEach((word, n) => {
      if (test(own, word)) bits |= 1 << n;
    });
    if (bits) found.push({ at: match.index, end: match.index + match[0].length, place, bits, word: match[0] });
    place += 1;
  }
  return found;
}

/** The words that answer best: the phrase, rather with the very same marks, else the tightest stretch. */
function hits(found, query) {
  const groups = query.quoted ? query.groups : [query.words.map((_, n) => n)];
  const runs = groups.map((group) => run(found, group, query));
  if (runs.every(Boolean)) return runs.flat();
  return stretch(found);
}

function run(found, group, query) {
  let best = null;
  found.forEach((first, start) => {
    const here = found.slice(start, start + group.length);
    const whole = here.length === group.length && here.every((each, n) => each.bits & (1 << group[n]) && each.place === first.place + n);
    if (!whole) return;
    const same = here.filter((each, n) => query.words[group[n]].forms.some((form) => form.spelled === spelled(each.word))).length;
    if (!best || same > best.same) best = { here, same };
  });
  return best?.here;
}

/** The tightest stretch with as many different words of the query as there are. */
function stretch(found) {
  const all = found.reduce((bits, each) => bits | each.bits, 0);
  let best = [];
  for (let start = 0; start < found.length; start += 1) {
    let met = 0;
    for (let end = start; end < found.length; end += 1) {
      met |= found[end].bits;
      const width = found[end].place - found[start].place;
      if (best.length && width >= best.at(-1).place - best[0].place) break;
      if (met === all) {
        best = found.slice(start, end + 1);
        break;
      }
    }
  }
  return best;
}

/** A stretch of a text around the best hits, as parts {text, hit}; empty where no word is met. */
export function snippet(text, query) {
  const spans = hits(tokens(text, query, meets), query).map(({ at, end }) => [at, end]);
  if (!spans.length) return [];
  spans.sort((one, other) => one[0] - other[0]);
  const start = wordStart(text, Math.max(0, spans[0][0] - LENGTH / 3));
  const end = wordStart(text, Math.min(text.length, start + LENGTH), true);
  const parts = marked(text.slice(start, end), spans.map(([from, to]) => [from - start, to - start]));
  if (start > 0) parts.unshift({ text: "… ", hit: false });
  if (end < text.length) parts.push({ text: " …", hit: false });
  return parts;
}

/** A short text with the query's words marked, as parts; `slipped` marks those a finger slipped on, too. */
export function highlight(text, query, slipped = false) {
  const near = (own, word) => meets(own, word) || word.forms.some(({ folded }) => nearlySame(own, folded));
  return marked(text, tokens(text, query, slipped ? near : meets).map(({ at, end }) => [at, end]));
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
    if (before?.hit && !/[\p{L}\p{N}\n]/u.test(text.slice(at, from))) {
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
