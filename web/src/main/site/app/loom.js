// The loom: the molecule that is being written, as picture, tape, grey continuation and caption.
import { at, make } from './page.js';
import { draw, read } from './chemistry.js';
import { formula } from './formula.js';
import { percent, say } from './say.js';
import { readable } from './readable.js';
import { inWords } from './token-words.js';
import { split } from './tokens.js';
import { weaveTape } from './tape.js';

const WIDEST = 480; // of a drawing's own pixels; a wider frame scales it up

let shown = ''; // the text that the picture must follow
let drawing = false;
let growing = false;

/** What the loom holds now. */
export function onLoom() {
  return shown;
}

/** Shows a text that is still growing; `step` is the engine's account of its newest token, if known. */
export function showGrowing(text, step) {
  growing = true;
  show(text);
  at('caption').textContent = text === '' ? '' : newest(split(text), step);
}

function newest(tokens, step) {
  const token = tokens[tokens.length - 1];
  const words = { token, words: inWords(token, tokens.slice(0, -1)) };
  return step
    ? say('loom.drew', { ...words, percent: percent(Math.exp(step.logProbability)) })
    : say('loom.token', words);
}

/** What the chemistry says about a finished text: `{ missing }` when there is no chemistry. */
export function readFacts(text) {
  return text === '' ? null : read(text).catch((error) => ({ missing: error.message }));
}

/** Shows a finished molecule and resolves to what the chemistry says about it, or null without one. */
export async function showFinished(text) {
  growing = false;
  show(text);
  at('caption').textContent = '';
  if (text === '') {
    at('caption').textContent = say('loom.empty');
    return null;
  }
  const facts = await readFacts(text);
  if (shown === text && !growing) at('caption').replaceChildren(...captionOf(facts));
  return facts;
}

function captionOf(facts) {
  if (facts.missing) return [say('loom.picture.missing', { reason: facts.missing })];
  if (facts.reason) return [say('loom.unreadable', facts)];
  return [...formula(facts.formula), '\u2003', say('card.weight', facts)];
}

function show(text) {
  shown = text;
  weaveTape(at('tape'), text);
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
      await redraw(shown, growing);
    }
  } catch {
    // Without chemistry the words still grow; the caption says why there is no picture.
  } finally {
    drawing = false;
  }
}

function key() {
  return `${growing} ${shown}`;
}

async function redraw(text, unfinished) {
  if (text === '') {
    at('picture').replaceChildren();
    return;
  }
  const { clientWidth, clientHeight } = at('picture');
  const width = Math.max(160, Math.min(WIDEST, clientWidth));
  const height = Math.max(100, Math.round((width * clientHeight) / Math.max(1, clientWidth)));
  for (const candidate of unfinished ? readable(text) : [text, ...readable(text)]) {
    const title = unfinished || candidate !== text ? say('loom.unfinished') : await titleOf(text);
    const picture = await draw(candidate, width, height, title);
    if (picture === null) continue;
    at('picture').replaceChildren(picture);
    at('picture').dataset.smiles = candidate;
    return;
  }
}

async function titleOf(text) {
  const facts = await read(text);
  return facts.reason ? say('loom.unreadable', facts) : say('loom.structure', facts);
}
