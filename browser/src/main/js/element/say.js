// The sentences of <mol-weave>, in the language of the place where it stands.
import { messages as de } from './messages/de.js';
import { messages as en } from './messages/en.js';

const LANGUAGES = { en, de };

/** The language of an element: its own, that of what it stands in, the browser's, or English. */
export function languageOf(element) {
  const stated = stateOf(element);
  const wishes = stated === '' ? navigator.languages : [stated];
  return wishes.map((wish) => wish.toLowerCase().split('-')[0]).find((wish) => Object.hasOwn(LANGUAGES, wish)) ?? 'en';
}

function stateOf(element) {
  for (let place = element; place !== null; place = place.parentElement ?? place.getRootNode().host ?? null) {
    const lang = place.getAttribute('lang');
    if (lang) return lang;
  }
  return '';
}

/** The sentence `key` in a language, its {names} filled in. */
export function say(language, key, values = {}) {
  return LANGUAGES[language][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
