const { KINDS, label, pour } = require("../parts.cjs");

module.exports.data = { permalink: "/index.html" };

module.exports.render = ({ collections }) => {
  const first = KINDS.map((kind) => collections.leaves.find((leaf) => leaf.kind === kind)).filter(Boolean);
  const chips = first.flatMap(({ kind, chips: held }) =>
    held.map(({ code, count }) => `<li><a class="chip" href="/${kind}/${code}/">${label(code)} <span class="chip-count">${count}</span></a></li>`),
  );
  const body = `<header class="page-head"><h1>Những bông hoa đẹp</h1><p class="page-lead">${collections.stories.length} bài</p></header>
<ul class="chip-list">${chips.join("\n")}</ul>`;
  return pour({ title: "Những bông hoa đẹp", description: "", path: "", css_class: "page-home", body });
};
