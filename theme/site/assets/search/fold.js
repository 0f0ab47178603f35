// Search folding, letter for letter as builder/vietnamese/fold.py does it: a test runs both over the same words.

const D_FAMILY = { "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ" };
const CYRILLIC = ["АВЕЅІЈКМНОРСТУХԚԜаеѕіјкорсухԛԝ", "ABESIJKMHOPCTYXQWaesijkopcyxqw"];
const GREEK = ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov"];
const FOREIGN = Object.fromEntries(
  [CYRILLIC, GREEK].flatMap(([found, meant]) => [...found].map((letter, place) => [letter, meant[place]])),
);
const ANY_D = new RegExp(`[${Object.keys(D_FAMILY).join("")}]`, "gu");
const ANY_FOREIGN = new RegExp(`[${Object.keys(FOREIGN).join("")}]`, "gu");
const LATIN = /[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]/u;
const WORD = /[\p{L}\p{Nl}\p{No}\u0300-\u036f]+/gu;
const MARK = /[\u0300-\u036f]/u;
const MARKS = /[\u0300-\u036f]+/gu;
const FINAL_Y =
  /(?<![\p{L}\p{N}])((?:b|ch?|d|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x))y(?![\p{L}\p{N}])/gu;
const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const CHUNK = new RegExp(`[^${SPACE}]+`, "gu");

function mendLookalikes(text) {
  const mended = text.replace(ANY_D, (letter) => D_FAMILY[letter]);
  if (mended.search(ANY_FOREIGN) < 0) return mended;
  return mended.replace(WORD, (word) =>
    LATIN.test(word) ? word.replace(ANY_FOREIGN, (letter) => FOREIGN[letter]) : word,
  );
}

const kept = new Map();

function foldChunk(chunk) {
  let folded = kept.get(chunk);
  if (folded === undefined) {
    const bare = mendLookalikes(chunk.normalize("NFD")).replace(MARKS, "");
    const lower = Array.from(bare, (letter) => letter.toLowerCase()).join("").replace(MARKS, "");
    folded = lower.replaceAll("đ", "d").replace(FINAL_Y, "$1i");
    kept.set(chunk, folded);
  }
  return folded;
}

/** Fold a text: no marks, small letters, đ as d, final y as i, single spaces. */
export function fold(text) {
  return (text.match(CHUNK) ?? []).map(foldChunk).filter(Boolean).join(" ");
}

/**
 * Fold a text and keep, for each folded UTF-16 unit, where the character behind it starts in the original;
 * one more entry tells where the last one stops.
 */
export function foldWithMap(text) {
  let folded = "";
  let end = 0;
  const offsets = [];
  for (const match of text.matchAll(CHUNK)) {
    const piece = foldChunk(match[0]);
    if (!piece) continue;
    if (folded) {
      folded += " ";
      offsets.push(end);
    }
    folded += piece;
    offsets.push(...starts(match[0], piece.length).map((start) => match.index + start));
    end = match.index + match[0].length;
  }
  return { text: folded, offsets: [...offsets, end] };
}

function starts(chunk, length) {
  const places = [];
  let at = 0;
  let base = 0;
  for (const letter of chunk) {
    if (!MARK.test(letter)) base = at;
    const bare = letter.normalize("NFD").replace(MARKS, "");
    const lower = Array.from(bare, (each) => each.toLowerCase()).join("").replace(MARKS, "");
    for (let unit = 0; unit < lower.length; unit += 1) places.push(base);
    at += letter.length;
  }
  while (places.length < length) places.push(base);
  return places.slice(0, length);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Small letters with their marks, the tone at the end of each syllable: hòa and hoà are the same, hoa is not. */
export function spelled(text) {
  return (text.normalize("NFD").toLowerCase().match(CHUNK) ?? [])
    .map((word) => word.replace(TONES, "") + (word.match(TONES) ?? []).join(""))
    .join(" ");
}
