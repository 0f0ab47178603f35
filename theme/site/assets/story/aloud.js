// Reading aloud with the browser's own Vietnamese voice. Where there is none the button stays away; nothing is sent to
// anybody by us, and nothing speaks unasked.

const LONGEST = 180;
const LABELS = { idle: "Nghe bài này", speaking: "Tạm dừng", paused: "Nghe tiếp" };
const STATES = { speaking: "Đang đọc.", paused: "Đã tạm dừng.", idle: "Đã dừng đọc." };

/** The browser's Vietnamese voice, one that needs no network first. */
function vietnameseVoice() {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => /^vi(?:[-_]|$)/i.test(lang));
  return voices.find(({ localService }) => localService) ?? voices[0];
}

/** The sentences of a text in pieces short enough for engines that stop after a quarter of a minute. */
export function pieces(text) {
  const found = [];
  for (const sentence of text.replace(/\s+/g, " ").trim().split(/(?<=[.!?…:;]["”’)]?) /)) {
    if (found.length && found.at(-1).length + sentence.length < LONGEST) found[found.length - 1] += ` ${sentence}`;
    else if (sentence) found.push(sentence);
  }
  return found;
}

function script(story) {
  const blocks = [...story.querySelectorAll(".story-title, .story-name, .story-text :is(p, h2, h3, li)")];
  const leaves = blocks.filter((block) => !blocks.some((other) => other !== block && block.contains(other)));
  return leaves.flatMap((block) => pieces(block.textContent).map((text) => ({ block, text })));
}

/** Give a story its voice: one button plays, pauses and goes on, the other stops; `say` tells what is going on. */
export function readAloud(story, toggle, stop, say) {
  if (!("speechSynthesis" in globalThis)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let lines = [];
  let at = 0;
  let state = "idle";
  let turn = 0;

  const mark = (block) => {
    story.querySelector(".is-read")?.classList.remove("is-read");
    if (!block) return;
    block.classList.add("is-read");
    block.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
  };
  const become = (next, told = STATES[next]) => {
    state = next;
    turn += 1; // what an earlier turn still calls is not meant any more
    toggle.querySelector("[data-label]").textContent = LABELS[next];
    toggle.dataset.state = next;
    stop.hidden = next === "idle";
    say(told, { shown: next === "idle" && told !== STATES.idle });
  };
  const speak = () => {
    const mine = turn;
    if (at === lines.length) {
      finish("Đã đọc hết bài.");
      return;
    }
    const words = new SpeechSynthesisUtterance(lines[at].text);
    const voice = vietnameseVoice();
    Object.assign(words, { voice, lang: voice.lang });
    words.addEventListener("end", () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    });
    words.addEventListener("error", () => mine === turn && finish("Máy không đọc được. Xin thử lại."));
    mark(lines[at].block);
    speechSynthesis.speak(words);
  };
  const finish = (told) => {
    const stopping = document.activeElement === stop;
    become("idle", told);
    speechSynthesis.cancel();
    at = 0;
    mark(null);
    if (stopping) toggle.focus();
  };

  toggle.addEventListener("click", () => {
    if (state === "speaking") {
      become("paused");
      speechSynthesis.cancel(); // pausing is not to be relied on: on many phones it stops for good
      return;
    }
    if (state === "idle") lines = script(story);
    become("speaking");
    speak();
  });
  stop.addEventListener("click", () => finish());
  addEventListener("pagehide", () => speechSynthesis.cancel());

  const offer = () => {
    toggle.hidden = !vietnameseVoice();
  };
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  offer();
}
