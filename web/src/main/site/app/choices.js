// What comes next: the network's choices after the typed part, as bars that can be picked.
import { choiceBar, isStart } from './choice-bar.js';
import { at, make } from './page.js';
import { percent, say } from './say.js';
import { chosen } from './state.js';
import { split } from './tokens.js';

const SHOWN = 8;

let weighed = { prefix: '', candidates: [] };
let newest = 0;

/** Asks the network what it would choose after the typed part at this temperature, and shows it. */
export async function showChoices(model, onPick) {
  const { prefix, temperature, topP, topK, validity, deadEnd } = chosen();
  const shape = { temperature, topP, topK };
  const asked = ++newest;
  const answer = await (validity === 'mask' && deadEnd === ''
    ? allowed(model, prefix, shape)
    : model.next(prefix, { ...shape, validity: 'off' }));
  if (asked !== newest) return;
  weighed = answer;
  bars(onPick);
}

/** The choices under the mask; those that it takes away have `refused`, their probability without it. */
async function allowed(model, prefix, shape) {
  const [free, masked] = await Promise.all(
    ['off', 'mask'].map((validity) => model.next(prefix, { ...shape, validity })));
  const left = new Map(masked.candidates.map((token) => [token.id, token.probability]));
  const candidates = free.candidates.map((token) => {
    const probability = left.get(token.id);
    return { ...token, probability, refused: probability === 0 ? token.probability : 0 };
  });
  const weight = ({ probability, refused }) => Math.max(probability, refused);
  return { prefix, candidates: candidates.sort((one, other) => weight(other) - weight(one)) };
}

function bars(onPick) {
  const { pending } = chosen();
  const fitting = weighed.candidates.filter((token) => token.text.startsWith(pending) && !isStart(token));
  const shown = fitting.slice(0, SHOWN);
  const before = split(weighed.prefix);
  const list = at('next');
  const focused = [...list.children].indexOf(document.activeElement?.closest('#next > li'));
  list.replaceChildren(...shown.map((token) => make('li', {}, choiceBar(token, before, {
    onPick, name: (values) => say('next.add', values) }))));
  list.children[focused]?.querySelector('button')?.focus();
  const rest = 1 - shown.reduce((sum, token) => sum + token.probability, 0);
  const refused = weighed.candidates.reduce((sum, token) => sum + (token.refused ?? 0), 0);
  const words = [shown.length === 0 ? say('next.none') : say('next.rest', { percent: percent(Math.max(0, rest)) })];
  if (refused > 0) words.push(say('next.refused', { percent: percent(refused) }));
  at('next-rest').textContent = words.join(' ');
}
