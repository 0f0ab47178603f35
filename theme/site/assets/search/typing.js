// Raw Telex and VNI: what a keyboard sends when no input method listens. “nguyeenx”, “nguye64n” mean “nguyễn”.

const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const TONE_DIGITS = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
const DOUBLES = { a: "â", e: "ê", o: "ô", d: "đ" };
const HOOKS = { a: "ă", o: "ơ", u: "ư" };
const VOWEL = /[aeiouyăâêôơư]/;
const LAST_VOWEL = /[aeiouyăâêôơư](?=[^aeiouyăâêôơư]*$)/;

/** The last place in a word where a letter stands that a table can change; -1 if none does. */
function lastOf(letters, table) {
  for (let at = letters.length - 1; at >= 0; at -= 1) if (letters[at] in table) return at;
  return -1;
}

function hook(letters) {
  const at = lastOf(letters, HOOKS);
  if (at < 0) return false;
  letters[at] = HOOKS[letters[at]];
  if (letters[at] === "ơ" && letters[at - 1] === "u" && letters[at - 2] !== "q") letters[at - 1] = "ư";
  if (letters[at] === "ư" && letters[at + 1] === "o") letters[at + 1] = "ơ";
  return true;
}

function double(letters, key, table = { [key]: DOUBLES[key] }) {
  const at = lastOf(letters, table);
  if (at < 0) return false;
  letters[at] = table[letters[at]];
  return true;
}

const KEYS = {
  telex(letters, key, state) {
    const vowel = letters.some((letter) => VOWEL.test(letter));
    if (key in TONES && vowel) return Boolean((state.tone = TONES[key]));
    if (key in DOUBLES && double(letters, key)) return true;
    if (key !== "w") return false;
    if (!hook(letters)) letters.push("ư");
    return true;
  },
  vni(letters, key, state) {
    const vowel = letters.some((letter) => VOWEL.test(letter));
    if (key in TONE_DIGITS && vowel) return Boolean((state.tone = TONE_DIGITS[key]));
    if (key === "6") return double(letters, key, { a: "â", e: "ê", o: "ô" });
    if (key === "7") return hook(letters);
    if (key === "8") return double(letters, key, { a: "ă" });
    if (key === "9") return double(letters, key, { d: "đ" });
    return false;
  },
};

function decode(word, keys) {
  const letters = [];
  const state = { tone: "" };
  let changed = false;
  for (const key of word) {
    if (keys(letters, key, state)) changed = true;
    else letters.push(key);
  }
  if (!changed) return null;
  return letters.join("").replace(LAST_VOWEL, (vowel) => vowel + state.tone).normalize("NFC");
}

/** What a word may mean as raw Telex or VNI; empty for plain words. */
export function decoded(word) {
  const low = word.toLowerCase();
  if (!/^[a-z0-9]+$/.test(low)) return [];
  const way = /[0-9]/.test(low) ? KEYS.vni : KEYS.telex;
  const meant = decode(low, way);
  return meant === null ? [] : [meant];
}
