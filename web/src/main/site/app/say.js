// Puts words on the page: the only module that reads the messages.
import { language } from './language.js';

const sentences = new Map();

/**
 * Learns an area's sentences, `{ en, de: () => import(...) }`, before any of them is said. What a
 * language lacks, and a language that cannot be loaded, is said in English.
 */
export async function learn(area) {
  const translated = (await area[language]?.call?.().catch(() => null))?.messages ?? {};
  for (const [key, sentence] of Object.entries({ ...area.en, ...translated })) sentences.set(key, sentence);
}

/** The sentence `key` with its {names} filled in from `values`. */
export function say(key, values = {}) {
  return filled(sentences.get(key), values);
}

function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * The sentence `key` in the form that goes with `n` of a thing. Its forms stand in the order zero, one,
 * two, few, many, other, those that the language has, divided by " | ".
 */
export function count(key, n, values = {}) {
  const rules = new Intl.PluralRules(language);
  const has = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((form) => rules.resolvedOptions().pluralCategories.includes(form));
  const forms = sentences.get(key).split(' | ');
  return filled(forms[has.indexOf(rules.select(n))] ?? forms.at(-1), { n: number(n), ...values });
}

/** Whether there is a sentence `key`. */
export function knows(key) {
  return sentences.has(key);
}

/** Fills every element below `root` that names its words in a data-say attribute. */
export function label(root) {
  for (const element of root.querySelectorAll('[data-say]')) {
    element.textContent = say(element.dataset.say);
  }
  for (const element of root.querySelectorAll('[data-say-label]')) {
    element.setAttribute('aria-label', say(element.dataset.sayLabel));
  }
  for (const element of root.querySelectorAll('[data-say-title]')) {
    element.title = say(element.dataset.sayTitle);
  }
}

/** Several things in one sentence: "a, b and c". */
export function listed(things) {
  return new Intl.ListFormat(language).format(things);
}

/** A share in words: "64 %", "under 1 %". */
export function percent(share) {
  const whole = Math.round(share * 100);
  return whole < 1 && share > 0 ? '<1 %' : `${whole} %`;
}

/** A number with so many digits after the point, as the language writes it. */
export function number(value, digits = 0) {
  return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A number of bytes in words. */
export function bytes(n) {
  if (n < 1000) return say('bytes.b', { n });
  if (n < 1e6) return say('bytes.kb', { n: number(n / 1000) });
  return say('bytes.mb', { n: number(n / 1e6, 2) });
}
