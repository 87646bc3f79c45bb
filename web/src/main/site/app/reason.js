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

/** The text as nodes, the token at fault in a mark; a fault at its end is a mark without text. */
export function marked(smiles, { position }) {
  const { token, start } = faulty(smiles, position);
  return [smiles.slice(0, start), make('mark', { class: 'fault', text: token }), smiles.slice(start + token.length)];
}

function faulty(smiles, position) {
  let start = 0;
  for (const token of split(smiles)) {
    if (position < start + token.length) return { token, start };
    start += token.length;
  }
  return { token: '', start };
}
