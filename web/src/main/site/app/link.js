// What is set on a page, in its address: #v1&model=zinc&id=1a2b3c4d&num=1&seed=7&T=0.9&n=20&prefix=c1cc
// The command line reads the same links: trainer, replay.ReplayLink.

const LONGEST = 4096;
const LONGEST_PREFIX = 400;
const VERSION = /^#v(\d+)(?:&|$)/;

/** What a lesson may show or hide. */
export const CONTROLS = ['model', 'prefix', 'count', 'temperature', 'validity', 'seed', 'next', 'surprise', 'collection'];

const VALIDITIES = { reject: 'reject', mask: 'mask', off: 'off' };

/** The keys of a link in the order in which they are written: the setting's name, and its value or null. */
const KEYS = {
  model: ['model', modelName],
  id: ['modelId', (text) => (/^[0-9a-f]{8}$/.test(text) ? text : null)],
  num: ['numericVersion', (text) => whole(text, 1, 9999)],
  seed: ['seed', (text) => whole(text, 0, Number.MAX_SAFE_INTEGER)],
  T: ['temperature', temperature],
  n: ['count', (text) => whole(text, 1, 100000)],
  p: ['topP', (text) => decimal(text, (p) => p > 0 && p <= 1)],
  k: ['topK', (text) => whole(text, 0, 4096)],
  valid: ['validity', (text) => (Object.hasOwn(VALIDITIES, text) ? text : null)],
  prefix: ['prefix', (text) => (text.length <= LONGEST_PREFIX && /^[!-~]*$/.test(text) ? text : null)],
  controls: ['controls', controls],
  lang: ['language', (text) => (/^[a-z]{2,3}$/.test(text) ? text : null)],
};

/**
 * Reads the part of an address from its "#" on: `{ settings, problems }`. Only what the link names
 * and what is in range is in `settings`; each other part is a problem, `{ id, key, value }`, and
 * left out. An address of a place in the page, such as "#prefix", is an empty link.
 */
export function readLink(hash) {
  const version = VERSION.exec(hash.slice(0, 16))?.[1];
  if (version === undefined) return { settings: {}, problems: [] };
  if (version !== '1') return { settings: {}, problems: [{ id: 'link-version', key: 'v', value: version }] };
  if (hash.length > LONGEST) return { settings: {}, problems: [{ id: 'link-long', key: '', value: String(hash.length) }] };
  const settings = {};
  const problems = [];
  for (const part of hash.slice(1).split('&').slice(1)) {
    if (part !== '') readPart(part, settings, problems);
  }
  return { settings, problems };
}

function readPart(part, settings, problems) {
  const [key, ...rest] = part.split('=');
  const raw = rest.join('=');
  const problem = (id) => problems.push({ id, key: key.slice(0, 40), value: raw.slice(0, 80) });
  if (!Object.hasOwn(KEYS, key)) return problem('link-unknown-key');
  const [name, read] = KEYS[key];
  if (Object.hasOwn(settings, name)) return problem('link-twice');
  const text = decoded(raw);
  const value = text === null ? null : read(text);
  if (value === null) return problem('link-value');
  settings[name] = value;
}

/** The link to these settings, from "#" on; settings without a value are left out, and those that change nothing. */
export function writeLink(settings) {
  const parts = ['#v1'];
  for (const [key, [name]] of Object.entries(KEYS)) {
    const value = settings[name];
    if (value === undefined || value === null || value === '' || value === IDLE[name]) continue;
    parts.push(`${key}=${encoded(String(value))}`);
  }
  return parts.join('&');
}

/** Values that a link says by not saying them; frozen with version 1. */
const IDLE = { topP: 1, topK: 0, validity: 'reject' };

function decoded(raw) {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}

/** Readable where an address may be: the rest is escaped. */
function encoded(text) {
  return encodeURIComponent(text).replace(/%(3D|40|2F|2C)/g, (escape) => decodeURIComponent(escape));
}

/** A shipped model's name, or the path of a file below the page: never another origin, never upwards. */
function modelName(text) {
  return /^[\w-]+(?:\.[\w-]+)*(?:\/[\w-]+(?:\.[\w-]+)*)*$/.test(text) && text.length <= 200 ? text : null;
}

function temperature(text) {
  return decimal(text, (t) => t === 0 || (t >= 0.01 && t <= 1000));
}

function whole(text, least, most) {
  if (!/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

function decimal(text, fits) {
  if (!/^\d{1,4}(?:\.\d{1,6})?$/.test(text)) return null;
  const value = Number(text);
  return fits(value) ? value : null;
}

function controls(text) {
  const names = text.split(',');
  return names.every((name) => CONTROLS.includes(name) || name === 'none') ? names : null;
}
