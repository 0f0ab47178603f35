// The story of the day: the page carries a few, and the date chooses. Without this script the first one stands.
(() => {
  const spread = document.querySelector("[data-spread]");
  const others = document.querySelectorAll("[data-spread-turn]");
  if (!spread || !others.length) return;
  const now = new Date();
  const day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000);
  const turn = day % (others.length + 1);
  if (turn > 0) spread.replaceChildren(others[turn - 1].content.cloneNode(true));
})();
