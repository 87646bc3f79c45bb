// Says in a chemist's words what a token does.
import { knows, say } from './say.js';
import { element, openRings, ringNumber } from './tokens.js';

const MARKS = {
  '(': 'token.branch.open',
  ')': 'token.branch.close',
  '-': 'token.bond.single',
  '=': 'token.bond.double',
  '#': 'token.bond.triple',
  ':': 'token.bond.aromatic',
  '/': 'token.bond.side',
  '\\': 'token.bond.side',
  '.': 'token.dot',
};

/** The words for `token` after the tokens `before`. */
export function inWords(token, before) {
  if (Object.hasOwn(MARKS, token)) return say(MARKS[token]);
  const ring = ringNumber(token);
  if (ring !== null) {
    return say(openRings(before).has(ring) ? 'token.ring.close' : 'token.ring.open', { n: ring });
  }
  const mark = token.match(/^\[[=#/\\]?(Branch|Ring)\d\]$/)?.[1]; // of SELFIES
  if (mark !== undefined) return say(mark === 'Ring' ? 'token.selfies.ring' : 'token.selfies.branch');
  const symbol = element(token);
  if (symbol === null) return say('token.other');
  const name = knows(`element.${symbol}`) ? say(`element.${symbol}`) : symbol;
  const aromatic = /^\[?\d*[a-z]/.test(token);
  return [say(aromatic ? 'token.atom.aromatic' : 'token.atom', { element: name }), ...details(token)].join(', ');
}

function details(token) {
  if (!token.startsWith('[')) return [];
  const found = [];
  if (token.includes('@@')) found.push(say('token.mirror.two'));
  else if (token.includes('@')) found.push(say('token.mirror.one'));
  if (/.H/.test(token.slice(1))) found.push(say('token.hydrogen'));
  if (token.includes('+')) found.push(say('token.charge.plus'));
  else if (token.includes('-')) found.push(say('token.charge.minus'));
  return found;
}
