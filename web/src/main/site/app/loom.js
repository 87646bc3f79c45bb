// The loom: the molecule that is being written, as picture, tape, grey continuation and caption.
import { captionOf, newest, titleOf } from './caption.js';
import { draw, factsOf } from './chemistry.js';
import { at, make } from './page.js';
import { readable } from './readable.js';
import { say } from './say.js';
import { chosen } from './state.js';
import { atomStrengths, leastExpected, showLegend } from './surprise.js';
import { weaveTape } from './tape.js';
import { split } from './tokens.js';

const WIDEST = 480; // of a drawing's own pixels; a wider frame scales it up

let shown = ''; // the text that the picture must follow
let finished = null; // the molecule that it is, or null while it grows
let title = Promise.resolve(''); // of the finished molecule's picture
let drawing = false;

/** What the loom holds now. */
export function onLoom() {
  return shown;
}

/** Shows a text that is still growing; `step` is the engine's account of its newest token, if known. */
export function showGrowing(text, step) {
  finished = null;
  shown = text;
  show();
  at('caption').textContent = text === '' ? '' : newest(split(text), step);
}

/** Shows a finished molecule and resolves to what the chemistry says about it. */
export async function showFinished(molecule) {
  const asking = factsOf(molecule);
  finished = molecule;
  shown = molecule.text;
  title = asking.then((facts) => titleOf(molecule, facts));
  show();
  at('caption').textContent = '';
  const facts = await asking;
  if (finished === molecule) at('caption').replaceChildren(...captionOf(molecule, facts));
  return facts;
}

/** Shows or hides how little the network expected each token. */
export async function showSurprise() {
  const on = chosen().surprise === 'on';
  at('surprise').checked = on;
  at('surprise-key').hidden = !on;
  show();
  if (on) await showLegend();
}

function show() {
  const on = chosen().surprise === 'on';
  weaveTape(at('tape'), shown, finished, on);
  at('surprise-words').textContent = on && finished ? leastExpected(finished) : '';
  showGhost();
  follow();
}

/** Shows the grey part behind the box: what the loom holds beyond the typed text. */
export function showGhost() {
  at('ghost').replaceChildren(make('span', { class: 'typed', text: at('prefix').value }), ghost());
}

/** The dreamed tokens after the typed text, without the end. */
export function ghostTokens() {
  return split(ghost());
}

function ghost() {
  const typed = at('prefix').value;
  return shown.startsWith(typed) ? shown.slice(typed.length) : '';
}

/** Lets the picture catch up with the text: one drawing at a time, always the latest. */
async function follow() {
  if (drawing) return;
  drawing = true;
  try {
    for (let drawn = null; drawn !== key(); ) {
      drawn = key();
      await redraw(shown, finished, chosen().surprise === 'on');
    }
  } catch {
    // Without chemistry the words still grow; the caption says why there is no picture.
  } finally {
    drawing = false;
  }
}

/** Marks in the browser's timeline when something was first to be seen. */
function once(mark) {
  if (performance.getEntriesByName(mark).length === 0) performance.mark(mark);
}

function key() {
  return `${finished !== null} ${chosen().surprise} ${shown}`;
}

async function redraw(text, molecule, coloured) {
  if (text === '') {
    at('picture').replaceChildren();
    return;
  }
  const { clientWidth, clientHeight } = at('picture');
  const width = Math.max(160, Math.min(WIDEST, clientWidth));
  const height = Math.max(100, Math.round((width * clientHeight) / Math.max(1, clientWidth)));
  for (const candidate of molecule ? [molecule.smiles, ...readable(text)] : readable(text)) {
    const whole = candidate === molecule?.smiles;
    const name = whole ? await title : say('loom.unfinished');
    const highlights = whole && coloured && molecule.valid ? await atomStrengths(molecule) : undefined;
    const picture = await draw(candidate, { width, height, title: name, highlights });
    if (picture === null) continue;
    at('picture').replaceChildren(picture);
    at('picture').dataset.smiles = candidate;
    at('picture').dataset.text = text;
    once(molecule ? 'molweave-molecule' : 'molweave-picture');
    return;
  }
  if (!text.startsWith(at('picture').dataset.text)) at('picture').replaceChildren();
}
