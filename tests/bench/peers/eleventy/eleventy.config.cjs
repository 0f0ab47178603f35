// A peer to measure against: the same stories and shell in Eleventy, in the quickest way it has (plain functions).
const { KINDS, PAGE } = require("./parts.cjs");

/** The stories by path within their volume, each with its neighbours. */
function tied(stories) {
  const sorted = [...stories].sort((a, b) => (a.inputPath < b.inputPath ? -1 : 1));
  sorted.forEach((story, at) => {
    for (const [name, other] of [["before", sorted[at - 1]], ["after", sorted[at + 1]]]) {
      story.data[name] = other && other.data.volume === story.data.volume ? other : null;
    }
  });
  return sorted;
}

/** Every page of every shelf of a kind. */
function leaves(kind, stories) {
  const shelves = new Map();
  for (const story of stories) {
    const code = story.data[kind];
    if (!shelves.has(code)) shelves.set(code, []);
    shelves.get(code).push(story);
  }
  const chips = [...shelves].map(([code, held]) => ({ code, count: held.length }));
  const found = [];
  for (const [code, held] of shelves) {
    const total = Math.ceil(held.length / PAGE);
    for (let number = 1; number <= total; number += 1) {
      const items = held.slice((number - 1) * PAGE, number * PAGE);
      found.push({ kind, code, number, total, count: held.length, items, chips });
    }
  }
  return found;
}

module.exports = (config) => {
  let sorted = null;
  const stories = (api) => (sorted ??= tied(api.getFilteredByGlob("src/bai/**/*.md")));
  config.addCollection("stories", stories);
  config.addCollection("leaves", (api) => KINDS.flatMap((kind) => leaves(kind, stories(api))));
  config.addPassthroughCopy({ static: "/" });
  return {
    dir: { input: "src", output: "public" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false,
  };
};
