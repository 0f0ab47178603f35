// The page of a wrong address: its last words are most likely the name looked for, so they stand in the field already.
const field = document.querySelector("[data-lost]");
const last = location.pathname.split("/").filter(Boolean).pop() ?? "";
try {
  const words = decodeURIComponent(last).replace(/\.\w+$/, "").replace(/[-_+\s]+/g, " ").trim();
  if (field && !field.value && /\p{L}{2}/u.test(words) && words.length <= 60) field.value = words;
} catch {
  // An address that is no text says nothing.
}
