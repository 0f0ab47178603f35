const { escaped, label, pour } = require("../parts.cjs");

const address = (kind, code, number) => `/${kind}/${code}/${number > 1 ? `${number}/` : ""}`;

module.exports.data = {
  pagination: { data: "collections.leaves", size: 1, alias: "leaf", resolve: "values" },
  permalink: ({ leaf }) => `${address(leaf.kind, leaf.code, leaf.number)}index.html`,
};

module.exports.render = ({ leaf, page }) => {
  const cards = leaf.items.map(
    ({ url, data }) => `<li class="card">
<a class="card-link" href="${url}">
<span class="card-words"><span class="card-name">${escaped(data.person)}</span>
<span class="card-title">${escaped(data.title)}</span>
<span class="card-meta">${label(data.district)}, ${data.year}</span></span>
</a>
</li>`,
  );
  const chips = leaf.chips.map(
    ({ code, count }) => `<li><a class="chip" href="/${leaf.kind}/${code}/">${label(code)} <span class="chip-count">${count}</span></a></li>`,
  );
  const numbers = Array.from({ length: leaf.total }, (_, at) => `<a href="${address(leaf.kind, leaf.code, at + 1)}">${at + 1}</a>`);
  const body = `<header class="page-head">
<nav class="crumbs" aria-label="Danh sách này nằm ở"><a href="/">${label(leaf.kind)}</a></nav>
<h1>${label(leaf.code)}</h1>
<p class="page-lead"><span class="count">${leaf.count} bài</span></p>
</header>
<ul class="chip-list">
${chips.join("\n")}
</ul>
<ul class="cards">
${cards.join("\n")}
</ul>
<nav class="pages" aria-label="Các trang">${numbers.join(" ")}</nav>`;
  return pour({ title: label(leaf.code), description: `${leaf.count} bài`, path: page.url, css_class: "page-listing", body });
};
