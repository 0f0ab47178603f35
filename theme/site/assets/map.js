// The tile map by keyboard: one stop for Tab, arrows from square to square. Without this script every square is a stop.
(() => {
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  const middle = (tile) => {
    const box = tile.querySelector("rect");
    return [Number(box.getAttribute("x")), Number(box.getAttribute("y"))];
  };

  // The nearest square that way; whatever lies aside of the way counts double.
  const towards = (tiles, from, [right, down]) => {
    const [x, y] = middle(from);
    let best = null;
    let least = Infinity;
    for (const tile of tiles) {
      const [dx, dy] = [middle(tile)[0] - x, middle(tile)[1] - y];
      const ahead = dx * right + dy * down;
      if (ahead <= 0) continue;
      const far = ahead + 2 * Math.abs(dx * down + dy * right);
      if (far < least) [best, least] = [tile, far];
    }
    return best;
  };

  for (const map of document.querySelectorAll("[data-tiles]")) {
    const tiles = [...map.querySelectorAll("a.tile")];
    if (tiles.length < 2) continue;
    const stop = (tile) => {
      for (const other of tiles) other.setAttribute("tabindex", other === tile ? "0" : "-1");
    };
    stop(tiles[0]);
    map.addEventListener("focusin", (event) => {
      const tile = event.target.closest("a.tile");
      if (tile) stop(tile);
    });
    map.addEventListener("keydown", (event) => {
      const here = event.target.closest("a.tile");
      if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
      const ends = { Home: tiles[0], End: tiles.at(-1) };
      const next = ends[event.key] ?? (WAYS[event.key] && towards(tiles, here, WAYS[event.key]));
      if (event.key in WAYS || event.key in ends) event.preventDefault();
      if (next) next.focus();
    });
  }

  const hint = document.querySelector("[data-tiles-hint]");
  if (hint && matchMedia("(hover: hover)").matches) hint.hidden = false;
})();
