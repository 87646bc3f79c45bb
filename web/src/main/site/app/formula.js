// A molecular formula as a chemist sets it.
import { make } from './page.js';

/** The parts of `text`, its numbers set low; the charge at its end set high. */
export function formula(text) {
  const [, atoms, charge] = text.match(/^(.*?)(\d*[+-]*)$/);
  const isCharge = /[+-]/.test(charge);
  const parts = (isCharge ? atoms : text).split(/(\d+)/).filter((part) => part !== '');
  const set = parts.map((part) => (/\d/.test(part) ? make('sub', { text: part }) : part));
  return isCharge ? [...set, make('sup', { text: charge })] : set;
}
