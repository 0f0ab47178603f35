// The few things a page does: choose paper or dusk, close the drawer.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";

  const toggle = document.querySelector("[data-theme-toggle]");
  if (toggle) {
    const show = () => toggle.setAttribute("aria-pressed", String(dark()));
    toggle.hidden = false;
    show();
    system.addEventListener("change", show);
    toggle.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try {
        localStorage.setItem("hoa-theme", root.dataset.theme);
      } catch {
        // Not kept, then.
      }
      show();
    });
  }

  const drawer = document.querySelector("[data-drawer]");
  if (drawer) {
    const close = () => drawer.removeAttribute("open");
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.open) {
        close();
        drawer.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (drawer.open && !drawer.contains(event.target)) close();
    });
  }
})();
