// Which language the page speaks: the link's, the remembered one, the browser's, or English.
import { readLink, writeLink } from './link.js';

const KEY = 'molweave.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The languages with message files, each named in itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' };

/** The language of this visit, such as "de". */
export const language = choice();

document.documentElement.lang = language;
document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';

/**
 * Lets the menu change the language: remembered for later visits, and the page loaded anew. A browser
 * that remembers nothing is told by the link.
 */
export function startLanguageMenu(menu) {
  for (const [name, words] of Object.entries(LANGUAGES)) {
    menu.append(new Option(words, name, false, name === language));
    menu.lastChild.lang = name;
  }
  menu.addEventListener('change', () => {
    try {
      localStorage.setItem(KEY, menu.value);
    } catch {
      // Storage is forbidden here.
    }
    const link = { ...readLink(location.hash).settings, language: menu.value };
    history.replaceState(history.state, '', writeLink(link)); // what it draws is here already
    location.reload();
  });
}

function choice() {
  const wishes = [linked(), remembered(), ...navigator.languages.map((name) => name.split('-')[0])];
  return wishes.find((name) => Object.hasOwn(LANGUAGES, name)) ?? 'en';
}

function linked() {
  return readLink(location.hash).settings.language ?? '';
}

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
