// Which language the page speaks: the link's, the remembered one, the browser's, or English.
const KEY = 'molweave.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The languages with message files, each named in itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' };

/** The language of this visit, such as "de". */
export const language = choice();

document.documentElement.lang = language;
document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';

/** Remembers a language for later visits; a browser that remembers nothing asks the link or itself. */
export function remember(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage is forbidden here.
  }
}

function choice() {
  const wishes = [linked(), remembered(), ...navigator.languages.map((name) => name.split('-')[0])];
  return wishes.find((name) => Object.hasOwn(LANGUAGES, name)) ?? 'en';
}

function linked() {
  return /[#&]lang=([a-z]+)/.exec(location.hash)?.[1] ?? '';
}

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
