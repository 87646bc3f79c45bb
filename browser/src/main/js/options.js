/** Checks options before they go to the engine; every RangeError names its option. */

const LARGEST_SEED = Number.MAX_SAFE_INTEGER;
const MOST_MOLECULES = 2 ** 31;
const MOST_TOP_K = 4096;
const MOST_LENGTH = 10_000;
const MOST_ATTEMPTS = 10_000;
const MOST_PATIENCE = 3_600_000;
const VALIDITY = ['reject', 'mask', 'off'];
const STEPS = ['tokens', 'none', 'runners-up'];
const ORDERS = ['index', 'finished'];
const MOST_PLACES = 1024;
const MOST_WORKERS = 64;
const MOST_WORKERS_UNASKED = 8;
const ENGINES = ['auto', 'js', 'wasm'];
const KERNELS = ['auto', 'simd', 'scalar'];

/** A whole number in least..most, or the default. */
export function whole(options, name, least, most, byDefault) {
  const value = options[name] ?? byDefault;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(
      `${name} must be a whole number from ${least} to ${most}, not ${String(value)}`);
  }
  return value;
}

/** A number in least..most, or the default. */
export function number(options, name, least, most, byDefault) {
  const value = options[name] ?? byDefault;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new RangeError(`${name} must be a number from ${least} to ${most}, not ${String(value)}`);
  }
  return value;
}

function temperature(options) {
  const value = options.temperature ?? 1;
  if (typeof value !== 'number' || !(value === 0 || (value >= 0.01 && value <= 1000))) {
    throw new RangeError(
      `temperature must be 0 (always the likeliest token) or from 0.01 to 1000, not ${String(value)}`);
  }
  return value;
}

function topP(options) {
  const value = options.topP ?? 1;
  if (typeof value !== 'number' || !(value > 0 && value <= 1)) {
    throw new RangeError(`topP must be above 0 and at most 1 (all tokens), not ${String(value)}`);
  }
  return value;
}

/** A text, or the default. */
export function text(value, name, byDefault = '') {
  const given = value ?? byDefault;
  if (typeof given !== 'string') {
    throw new TypeError(`${name} must be a string, not ${typeof given}`);
  }
  return given;
}

/** One of the listed words, or the first. */
export function word(options, name, words) {
  const value = options[name] ?? words[0];
  if (!words.includes(value)) {
    throw new RangeError(`${name} must be one of ${words.join(', ')}, not ${String(value)}`);
  }
  return value;
}

function optionalFunction(options, name) {
  const value = options[name];
  if (value !== undefined && typeof value !== 'function') {
    throw new TypeError(`${name} must be a function, not ${typeof value}`);
  }
  return value;
}

function optionalSignal(options) {
  const value = options.signal;
  if (value !== undefined && !(value instanceof AbortSignal)) {
    throw new TypeError('signal must be an AbortSignal');
  }
  return value;
}

/** What bends the distribution: `{ temperature, topK, topP, validity }`. */
export function distributionOptions(options) {
  return {
    temperature: temperature(options),
    topK: whole(options, 'topK', 0, MOST_TOP_K, 0),
    topP: topP(options),
    validity: word(options, 'validity', VALIDITY),
  };
}

/** Everything for `sample`: what a worker draws by, and what stays on this side. */
export function sampleOptions(options) {
  const count = whole(options, 'count', 0, MOST_MOLECULES, 1);
  const onToken = optionalFunction(options, 'onToken');
  const places = whole(options, 'places', 1, MOST_PLACES, 16);
  return {
    request: {
      seed: whole(options, 'seed', 0, LARGEST_SEED, 0),
      ...distributionOptions(options),
      prefix: text(options.prefix, 'prefix'),
      maxLength: whole(options, 'maxLength', 1, MOST_LENGTH, 120),
      attempts: whole(options, 'attempts', 1, MOST_ATTEMPTS, 100),
      detail: word(options, 'steps', STEPS),
    },
    count,
    first: whole(options, 'first', 0, MOST_MOLECULES - Math.max(count, 1), 0),
    order: word(options, 'order', ORDERS),
    // Whoever watches sees one molecule at a time.
    growing: onToken !== undefined,
    places: onToken === undefined ? places : 1,
    onToken,
    signal: optionalSignal(options),
  };
}

/** Hidden units to clamp, `[{ layer, unit }]`, as the engine takes them: layer, unit, layer, unit ... */
export function hiddenUnits(units, { layers, hiddenSize }) {
  if (!Array.isArray(units)) {
    throw new TypeError(`units must be an array of { layer, unit }, not ${typeof units}`);
  }
  return units.flatMap((one) => [
    whole(one ?? {}, 'layer', 0, layers - 1, 0),
    whole(one ?? {}, 'unit', 0, hiddenSize - 1),
  ]);
}

/** For how many ms files may keep one waiting. */
export function patienceOf(options) {
  return whole(options, 'patience', 1, MOST_PATIENCE, 30_000);
}

/** Everything for `loadModel`. */
export function loadOptions(options) {
  const cores = navigator.hardwareConcurrency ?? 1;
  return {
    workers: whole(options, 'workers', 1, MOST_WORKERS, Math.min(cores, MOST_WORKERS_UNASKED)),
    engine: word(options, 'engine', ENGINES),
    kernel: word(options, 'kernel', KERNELS),
    patience: patienceOf(options),
    onProgress: optionalFunction(options, 'onProgress'),
    signal: optionalSignal(options),
  };
}
