// The loom: the molecule that is being written, as picture, tape, grey continuation and caption.
import { at, make } from './page.js';
import { draw, factsOf } from './chemistry.js';
import { formula } from './formula.js';
import { percent, say } from './say.js';
import { readable } from './readable.js';
import { whyNot } from './reason.js';
import { inWords } from './token-words.js';
import { split } from './tokens.js';
import { weaveTape } from './tape.js';

const WIDEST = 480; // of a drawing's own pixels; a wider frame scales it up

let shown = ''; // the text that the picture must follow
let drawing = false;
let growing = false;
let title = Promise.resolve(''); // of the finished molecule's picture

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

/** Shows a finished molecule and resolves to what the chemistry says about it. */
export async function showFinished(molecule) {
  const { smiles } = molecule;
  const asking = factsOf(molecule);
  growing = false;
  title = asking.then((facts) => titleOf(molecule, facts));
  show(smiles, molecule.reason?.position);
  at('caption').textContent = '';
  const facts = await asking;
  if (shown === smiles && !growing) at('caption').replaceChildren(...captionOf(molecule, facts));
  return facts;
}

function captionOf(molecule, facts) {
  const again = molecule.redraws > 0 ? ['\u2003', say('loom.redraws', molecule)] : [];
  if (molecule.smiles === '') return [say('loom.empty')];
  if (molecule.reason) return [say('loom.invalid', { reason: whyNot(molecule.smiles, molecule.reason) })];
  if (facts.missing) return [say('loom.picture.missing', { reason: facts.missing })];
  if (facts.unread) return [say('loom.picture.unread', { reason: facts.unread })];
  return [...formula(facts.formula), '\u2003', say('card.weight', facts), ...again];
}

function titleOf({ smiles, reason }, facts) {
  if (reason) return say('loom.invalid', { reason: whyNot(smiles, reason) });
  return facts.formula ? say('loom.structure', facts) : smiles;
}

function show(text, fault = -1) {
  shown = text;
  weaveTape(at('tape'), text, fault);
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
    const name = unfinished || candidate !== text ? say('loom.unfinished') : await title;
    const picture = await draw(candidate, width, height, name);
    if (picture === null) continue;
    at('picture').replaceChildren(picture);
    at('picture').dataset.smiles = candidate;
    return;
  }
}
