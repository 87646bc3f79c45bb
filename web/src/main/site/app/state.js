// What the visitor has chosen. Every part of the page reads it here and hears of changes here.

/** The largest seed, 2^53 - 1. */
export const MAX_SEED = Number.MAX_SAFE_INTEGER;

/** What holds until a visitor or a link says otherwise; a link leaves out what is so. */
export const PAGE = Object.freeze({
  temperature: 0.8, // 0..2 on the slider, up to 1000 in a link
  validity: 'reject', // or 'mask', or 'off': what is done about text that is no molecule
  count: 5,
  topP: 1, // a link may draw from the likeliest tokens only
  topK: 0,
  controls: null, // those that a link shows; null: all
  language: '', // that a link asks for
});

const listeners = new Set();

const state = {
  prefix: '', // what is typed, without an unfinished last token
  pending: '', // that unfinished last token
  deadEnd: '', // why no molecule can begin so, in words, where only molecules may come out
  seed: drawSeed(),
  freshSeed: 'yes', // 'yes': each dream draws a new seed; 'no': the shown one is kept
  ...PAGE,
  surprise: 'off', // 'on': atoms and stitches show how little the network expected them
};

/** The choices as they are now. */
export function chosen() {
  return { ...state };
}

/** Changes some choices and tells every listener which ones. */
export function choose(changes) {
  const changed = Object.keys(changes).filter((name) => state[name] !== changes[name]);
  if (changed.length === 0) return;
  Object.assign(state, changes);
  for (const listener of listeners) listener(chosen(), new Set(changed));
}

/** Calls `listener(chosen, changedNames)` after each change. */
export function onChange(listener) {
  listeners.add(listener);
}

/** A new seed, short enough to be said aloud in a class. */
export function drawSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1000000;
}

/** The seed that `text` spells, or null when it spells none. */
export function readSeed(text) {
  const digits = text.trim();
  if (!/^\d{1,16}$/.test(digits)) return null;
  const seed = Number(digits);
  return seed <= MAX_SEED ? seed : null;
}
