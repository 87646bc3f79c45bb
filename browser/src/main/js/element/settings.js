// The attributes of <mol-weave>: what each may be, and what it is otherwise.

/** What the controls of an element may show, in the order in which they stand. */
export const CONTROLS = ['temperature', 'top-p', 'prefix', 'validity', 'count', 'seed'];

const VALIDITY = ['reject', 'mask', 'off'];
const THEMES = ['auto', 'light', 'dark'];
const LONGEST_PREFIX = 400;
const LONGEST_ADDRESS = 2000;

/** `read` gives the value of an attribute's text, or undefined when it is none. */
const SETTINGS = {
  model: { property: 'model', byDefault: 'zinc', read: readAddress },
  seed: { property: 'seed', byDefault: 0, read: (text) => within(text, 0, Number.MAX_SAFE_INTEGER, Number.isInteger) },
  temperature: { property: 'temperature', byDefault: 1, read: (text) => within(text, 0, 1000, (t) => t === 0 || t >= 0.01) },
  'top-p': { property: 'topP', byDefault: 1, read: (text) => within(text, 0, 1, (p) => p > 0) },
  prefix: { property: 'prefix', byDefault: '', read: (text) => (text.length <= LONGEST_PREFIX ? text : undefined) },
  count: { property: 'count', byDefault: 1, read: (text) => within(text, 1, 1000, Number.isInteger) },
  validity: { property: 'validity', byDefault: 'reject', read: (text) => oneOf(text, VALIDITY) },
  controls: { property: 'controls', byDefault: 'temperature seed', read: readControls },
  theme: { property: 'theme', byDefault: 'auto', read: (text) => oneOf(text, THEMES) },
};

/** What restarts the dream when it changes. */
export const DREAMED = ['seed', 'temperature', 'top-p', 'prefix', 'count', 'validity'];

/** All of them by name. */
export const ATTRIBUTES = Object.keys(SETTINGS);

/** The name of the property that mirrors an attribute. */
export function propertyOf(attribute) {
  return SETTINGS[attribute].property;
}

/** What is said of an attribute that is not there: its value. */
export function defaultOf(attribute) {
  return SETTINGS[attribute].byDefault;
}

/**
 * The value of an attribute.
 *
 * @param {string | null} text as it stands in the document
 * @returns {{ value: string | number, bad: boolean }} the default where the text is bad or not there
 */
export function readSetting(attribute, text) {
  const { byDefault, read } = SETTINGS[attribute];
  const value = text === null ? byDefault : read(text);
  return value === undefined ? { value: byDefault, bad: true } : { value, bad: false };
}

/** The controls that an element shows; null where it shows none at all, buttons neither. */
export function shownControls(text) {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 0 || names.includes('none')) return null;
  return names.includes('all') ? CONTROLS : CONTROLS.filter((name) => names.includes(name));
}

function readAddress(text) {
  const address = text.trim();
  try {
    return new URL(address, 'https://example.org/').href.length <= LONGEST_ADDRESS && address !== '' ? address : undefined;
  } catch {
    return undefined;
  }
}

function readControls(text) {
  const known = [...CONTROLS, 'all', 'none', 'dream'];
  return text.split(/[\s,]+/).every((name) => name === '' || known.includes(name)) ? text : undefined;
}

function within(text, least, most, fits) {
  const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
  return value >= least && value <= most && fits(value) ? value : undefined;
}

function oneOf(text, words) {
  const word = text.trim().toLowerCase();
  return words.includes(word) ? word : undefined;
}
