// A molecular formula as a chemist sets it.
import { make } from './page.js';
import { number, say } from './say.js';

/** The parts of `text`, as in C4H6O4-2: numbers set low, the charge set high with its sign last. */
export function formula(text) {
  const [, atoms, sign, size] = text.match(/^(.*?)(?:([+-])(\d*))?$/);
  const parts = atoms.split(/(\d+)/).filter((part) => part !== '');
  const set = parts.map((part) => (/\d/.test(part) ? make('sub', { text: part }) : part));
  return sign ? [...set, make('sup', { text: size + (sign === '-' ? '\u2212' : '+') })] : set;
}

/** The molar mass in words. */
export function weightOf({ weight }) {
  return say('card.weight', { weight: number(Number(weight), 2) });
}
