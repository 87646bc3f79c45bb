// One choice of the network as a bar: its token, what it does in words, its probability.
import { inWords } from './token-words.js';
import { make } from './page.js';
import { percent, say } from './say.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The bar of a candidate after the tokens `before`: a button that picks it and is named by `name(values)`; plain for
 * the end, and struck out where `refused`, the probability that the mask took from it, is above 0.
 */
export function choiceBar(token, before, { onPick, name }) {
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
    'aria-label': name({ token: token.text, words, percent: share }),
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

/** START and END are spelled in angle brackets, which no molecule has. */
export function isSpecial(token) {
  return /^<.+>$/.test(token.text);
}

/** START is never chosen. */
export function isStart(token) {
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
