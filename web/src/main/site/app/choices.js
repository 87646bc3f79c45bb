// What comes next: the network's choices after the typed part, as bars that can be picked.
import { inWords } from './token-words.js';
import { at, make } from './page.js';
import { percent, say } from './say.js';
import { chosen } from './state.js';
import { split } from './tokens.js';

const SHOWN = 8;
const SVG = 'http://www.w3.org/2000/svg';

let weighed = { prefix: '', candidates: [] };
let newest = 0;

/** Asks the network what it would choose after the typed part at this temperature, and shows it. */
export async function showChoices(model, onPick) {
  const { prefix, temperature, validity, deadEnd } = chosen();
  const asked = ++newest;
  const answer = await (validity === 'mask' && deadEnd === ''
    ? allowed(model, prefix, temperature)
    : model.next(prefix, { temperature, validity: 'off' }));
  if (asked !== newest) return;
  weighed = answer;
  bars(onPick);
}

/** The choices under the mask; those that it takes away have `refused`, their probability without it. */
async function allowed(model, prefix, temperature) {
  const [free, masked] = await Promise.all(
    ['off', 'mask'].map((validity) => model.next(prefix, { temperature, validity })));
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
  list.replaceChildren(...shown.map((token) => make('li', {}, bar(token, before, onPick))));
  list.children[focused]?.querySelector('button')?.focus();
  const rest = 1 - shown.reduce((sum, token) => sum + token.probability, 0);
  const refused = weighed.candidates.reduce((sum, token) => sum + (token.refused ?? 0), 0);
  const words = [shown.length === 0 ? say('next.none') : say('next.rest', { percent: percent(Math.max(0, rest)) })];
  if (refused > 0) words.push(say('next.refused', { percent: percent(refused) }));
  at('next-rest').textContent = words.join(' ');
}

function bar(token, before, onPick) {
  const share = percent(token.probability);
  if (token.refused > 0) return refusal(token, before);
  if (isSpecial(token)) {
    return make('div', { 'class': 'choice', 'data-token': 'end' },
      make('span', { class: 'choice-words', text: say('token.end') }),
      make('span', { class: 'choice-share', text: share }), length(token.probability));
  }
  const words = inWords(token.text, before);
  const button = make('button', {
    'type': 'button',
    'class': 'choice',
    'data-token': token.text,
    'aria-label': say('next.add', { token: token.text, words, percent: share }),
  },
  make('span', { class: 'choice-token', text: token.text }),
  make('span', { class: 'choice-words', text: words }),
  make('span', { class: 'choice-share', text: share }), length(token.probability));
  button.addEventListener('click', () => onPick(token.text));
  return button;
}

/** A token that the mask takes away: it cannot be picked, and says what the network gave it. */
function refusal(token, before) {
  const end = isSpecial(token);
  return make('div', { 'class': 'choice refused', 'data-token': end ? 'end' : token.text },
    make('s', { class: 'choice-token', text: end ? '' : token.text }),
    make('span', { class: 'choice-words', text: end ? say('token.end') : inWords(token.text, before) }),
    make('span', { class: 'choice-share', text: say('next.impossible', { percent: percent(token.refused) }) }));
}

/** START and END are spelled in angle brackets, which no molecule has. START is never chosen. */
function isSpecial(token) {
  return /^<.+>$/.test(token.text);
}

function isStart(token) {
  return isSpecial(token) && token.probability === 0 && !(token.refused > 0);
}

function length(share) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 1');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'choice-bar');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', (share * 100).toFixed(2));
  rect.setAttribute('height', '1');
  svg.append(rect);
  return svg;
}
