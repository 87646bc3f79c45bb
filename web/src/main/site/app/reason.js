// Why a text is no molecule: in words with the place, and the place marked in the text.
import { make } from './page.js';
import { say } from './say.js';
import { split } from './tokens.js';

/** The reason as a sentence: what is wrong and at which character. */
export function whyNot(smiles, { message, position }) {
  if (smiles === '') return message;
  return position < smiles.length
    ? say('reason.at', { reason: message, place: position + 1, token: faulty(smiles, position).token })
    : say('reason.end', { reason: message });
}

/**
 * The text as nodes, the token at fault in a mark, and a second one that belongs to it in a quieter
 * mark; a fault at the end of the text is a mark without text.
 */
export function marked(smiles, { position, related }) {
  const marks = new Map([[faulty(smiles, position).start, 'fault']]);
  const second = related < 0 ? -1 : faulty(smiles, related).start;
  if (second >= 0 && !marks.has(second)) marks.set(second, 'related');
  let start = 0;
  const nodes = split(smiles).map((token) => {
    const mark = marks.get(start);
    start += token.length;
    return mark ? make('mark', { class: mark, text: token }) : token;
  });
  return marks.get(start) === 'fault' ? [...nodes, make('mark', { class: 'fault' })] : nodes;
}

function faulty(smiles, position) {
  let start = 0;
  for (const token of split(smiles)) {
    if (position < start + token.length) return { token, start };
    start += token.length;
  }
  return { token: '', start };
}
