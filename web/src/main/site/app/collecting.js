// The way to the collection: its code comes when the first molecule is collected, or when the first
// one on the loom is done, because there may be molecules kept from before.

let loading = null;
let opened = null;
let hands = null;

/** Says what draws, `{ model, novelty, histograms }`, and what the page does for cards: `{ replay, edit }`. */
export function collectFrom(drawing, page) {
  opened = drawing;
  hands = page;
  loading?.then(({ useModel }) => useModel(opened));
}

/** The collection's module; what was kept may still be on its way. */
export function collection() {
  loading ??= load();
  loading.catch(() => { loading = null; });
  return loading;
}

/** Brings back what was kept, once the page has nothing better to do. */
export async function rememberCollection() {
  await collection();
}

async function load() {
  const module = await import('../collection/collection.js');
  module.useModel(opened);
  module.open(hands.replay, hands.edit);
  return module;
}
