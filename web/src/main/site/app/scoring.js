// How well the network expects given molecules, token by token.
import { newDialog, show } from './dialogs.js';
import { loadEngine } from './engine.js';
import { make } from './page.js';
import { number, percent, say } from './say.js';
import { weaveTape } from './tape.js';
import { inWords } from './token-words.js';

const MOST = 100;

const field = make('textarea', {
  'id': 'score-text', 'rows': 4, 'maxLength': 20000, 'spellcheck': false, 'autocapitalize': 'none', 'translate': false, 'aria-describedby': 'score-hint',
});
const go = make('button', { type: 'submit', class: 'loud', text: say('score.go') });
const form = make('form', { noValidate: true },
  make('label', { htmlFor: 'score-text', text: say('score.label') }), field,
  make('p', { id: 'score-hint', class: 'hint', text: say('score.hint') }), go);
const note = make('p', { id: 'score-note', class: 'hint', role: 'status' });
const results = make('ol', { id: 'scores', class: 'scores' });
const dialog = newDialog('scoring', say('score.title'), form, note, results);

let modelNow = () => null;
let newest = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  score();
});

/** Opens the dialog; `opened()` is the model in use. */
export async function openScoring(opened) {
  modelNow = () => opened().model;
  show(dialog);
  field.focus();
}

async function score() {
  const asked = ++newest;
  const model = modelNow();
  const texts = field.value.split(/\s+/).filter((text) => text !== '');
  note.textContent = texts.length === 0 ? say('score.none') : texts.length > MOST ? say('score.many', { most: MOST }) : '';
  results.replaceChildren();
  for (const text of texts.slice(0, MOST)) {
    const item = await answer(model, text);
    if (asked !== newest) return;
    results.append(item);
  }
}

async function answer(model, text) {
  try {
    const written = model.notation === 'selfies' ? await asSelfies(text) : text;
    return scored(text, await model.score(written));
  } catch (error) {
    return make('li', { class: 'fault-words' }, make('code', { text }), make('p', { text: inTheirWords(error) }));
  }
}

async function asSelfies(text) {
  const engine = await loadEngine();
  return (await engine.selfies()).encode(text);
}

function inTheirWords({ id, message, details }) {
  if (id !== 'unknown-token') return say('score.fault', { reason: message });
  const { token, position, nearest } = details;
  return say(nearest.length > 0 ? 'score.unknown.near' : 'score.unknown', { token, place: position + 1, near: nearest.join('  ') });
}

function scored(text, { text: read, negativeLogLikelihood, perToken, tokens }) {
  const steps = tokens.map((token) => ({ text: token.text, logProbability: -token.negativeLogLikelihood }));
  const tape = make('ol', { 'class': 'tape', 'aria-label': say('loom.tape') });
  weaveTape(tape, read, { tokens: steps }, true);
  return make('li', {}, make('code', { text }), tape,
    make('p', { class: 'score-sum', text: say('score.sum', { nats: number(negativeLogLikelihood, 2), mean: number(perToken, 3) }) }),
    make('details', {}, make('summary', { text: say('score.table') }), table(steps)));
}

function table(steps) {
  const cells = (kind, texts) => make('tr', {}, ...texts.map((text) => make(kind, { text })));
  const texts = steps.map((step) => step.text);
  return make('table', {},
    make('thead', {}, cells('th', ['token', 'meaning', 'nats', 'share'].map((name) => say(`score.${name}`)))),
    make('tbody', {}, ...steps.map(({ text, logProbability }, i) => {
      const end = /^<.+>$/.test(text);
      const words = end ? say('token.end') : inWords(text, texts.slice(0, i));
      return cells('td', [end ? '' : text, words, number(-logProbability, 3), percent(Math.exp(logProbability))]);
    })));
}
