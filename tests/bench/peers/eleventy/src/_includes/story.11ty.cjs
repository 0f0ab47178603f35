const { KINDS, escaped, label, pour } = require("../../parts.cjs");

const turn = (story, way, rel, words) =>
  story
    ? `<a class="turn-link turn-${way}" rel="${rel}" href="${story.url}"><span class="turn-way">${words}</span> ` +
      `<span class="turn-title">${escaped(story.data.title)}</span> <span class="turn-name">${escaped(story.data.person)}</span></a>`
    : "";

module.exports.render = (data) => {
  const facts = KINDS.map(
    (kind) =>
      `<div class="fact"><dt>${label(kind)}</dt> <dd><span class="value"><a href="/${kind}/${data[kind]}/">${label(data[kind])}</a></span></dd></div>`,
  ).join("\n");
  const body = `<article class="story">
<header class="story-head">
<div class="story-words">
<nav class="crumbs" aria-label="Bài này nằm ở">
<a href="/volume/${data.volume}/">Tập ${data.volume}</a>
<a href="/district/${data.district}/">${label(data.district)}</a>
</nav>
<h1 class="story-title">${escaped(data.title)}</h1>
<p class="sample">Bài mẫu – nhân vật hư cấu</p>
<p class="story-name">${escaped(data.person)}</p>
<p class="story-unit">${escaped(data.unit)}, ${label(data.district)}</p>
</div>
</header>
<div class="story-text prose">
${data.content}
</div>
<footer class="story-foot">
<dl class="facts">
${facts}
</dl>
</footer>
</article>
<nav class="turn" aria-label="Bài trước và bài sau">
${turn(data.before, "before", "prev", "Bài trước")}
${turn(data.after, "after", "next", "Bài sau")}
</nav>`;
  const title = escaped(data.title);
  const description = escaped(`${data.person}, ${data.unit}`);
  return pour({ title, description, path: data.page.url, css_class: "page-story", body });
};
