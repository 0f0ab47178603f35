// Sharing: by what the system offers, else the address goes to the clipboard, else it is shown to be copied by hand.

/** The address of the page without what only this visit added. */
const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*$/s, "");

/** Make the button share the page; `say` tells what was done. */
export function share(button, say) {
  button.addEventListener("click", async () => {
    const shared = { title: document.title, url: address() };
    if (navigator.share) {
      // Who changes their mind needs no message.
      await navigator.share(shared).catch(() => {});
      return;
    }
    try {
      await navigator.clipboard.writeText(shared.url);
      say("Đã chép địa chỉ của bài.");
    } catch {
      say(`Địa chỉ của bài: ${shared.url}`);
    }
  });
  button.hidden = false;
}
