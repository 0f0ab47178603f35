// Runs before the page is drawn, so that a reader who chose dusk never sees a flash of paper.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("hoa-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // A browser that forbids storage follows the system's choice.
  }
})();
