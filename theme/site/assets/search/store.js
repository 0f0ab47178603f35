// Fetching: every file once, and none before it is needed.

const kept = new Map();

async function fetched(address, read) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return read(answer);
}

/** A file below the site's root, read once by `read`; what failed is tried again next time. */
export function load(address, read) {
  if (!kept.has(address)) {
    const promise = fetched(address, read);
    kept.set(address, promise);
    promise.catch(() => kept.delete(address));
  }
  return kept.get(address);
}

export const asJson = (answer) => answer.json();
export const asText = (answer) => answer.text();
