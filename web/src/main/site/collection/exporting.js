// Saves cards as files: made here, part by part, and handed to the browser.
import { loadChemistry } from '../app/chemistry.js';
import { bytes, say } from '../app/say.js';
import { save } from './files.js';
import { measureAll } from './measuring.js';
import { MOST, pngSheet, svgSheet } from './sheet.js';
import { csvLines, sdEntry, smiLines } from './table.js';

const TOLD = 25; // molecules between two words about how far it is

const WAYS = {
  smi: async (cards, modelOf) => new Blob(smiLines(cards, modelOf), { type: 'chemical/x-daylight-smiles' }),
  csv: async (cards, modelOf, tell) => {
    const never = new AbortController().signal;
    await measureAll(cards, (card, done, total) => { if (done % TOLD === 0) tell(done, total); }, never);
    return new Blob(csvLines(cards, modelOf), { type: 'text/csv' });
  },
  sdf: sdFile,
  svg: async (cards, modelOf) => svgSheet(await loadChemistry(), cards, modelOf),
  png: async (cards, modelOf) => pngSheet(await loadChemistry(), cards, modelOf),
};

/** Saves `cards` in a format: smi, csv, sdf, svg or png. Says how it goes by `tell(words)`. */
export async function exportCards(format, cards, modelOf, tell) {
  const drawable = format === 'csv' ? cards : cards.filter(({ facts }) => facts?.formula);
  const saved = drawable.slice(0, MOST[format] ?? Infinity);
  if (saved.length === 0) {
    tell(say('collection.export.none'));
    return;
  }
  try {
    const blob = await WAYS[format](saved, modelOf, (done, total) => tell(say('collection.computing', { done, total })));
    const name = `molweave-${saved.length}.${format}`;
    save(blob, name);
    const words = [say('files.saved', { name, bytes: bytes(blob.size) })];
    if (saved.length < cards.length) words.push(say('collection.export.left', { left: cards.length - saved.length }));
    tell(words.join('. '));
  } catch (error) {
    tell(say('files.failed', { reason: error.message }));
  }
}

async function sdFile(cards, modelOf, tell) {
  const chemistry = await loadChemistry();
  const told = new Set();
  const parts = [];
  for (const [i, card] of cards.entries()) {
    const id = card.settings.modelId;
    parts.push(await chemistry.sdf([sdEntry(card, modelOf(id), !told.has(id))]));
    told.add(id);
    if (i % TOLD === 0) tell(i, cards.length);
  }
  return new Blob(parts, { type: 'chemical/x-mdl-sdfile' });
}
