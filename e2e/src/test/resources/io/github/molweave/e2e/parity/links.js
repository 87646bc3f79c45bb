import { CONTROLS, readLink, writeLink } from './link.js';

const ascii = (text) => text.replace(/[^ -~]/g, (letter) => `<${letter.charCodeAt(0)}>`);

/**
 * Reads links, each given by its characters' codes: written again, and the problems, as in links.tsv.
 * What is not ASCII is told by its codes: drivers cannot pass on half a character.
 */
globalThis.readLinks = async (links) => links.map((codes) => {
  const { settings, problems } = readLink(String.fromCharCode(...codes));
  return [
    writeLink(settings),
    ascii(problems.map(({ id, key, value }) => `${id} ${key}=${value}`).join('|')),
  ];
});

/**
 * So many random settings, written and read again, and so many texts that are none: what became of those that did not come
 * back the same, threw, or brought a value out of bounds.
 */
globalThis.fuzzLinks = async (seed, rounds) => {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const any = (...values) => values[random(values.length)];
  const text = (length, from, to) => Array.from({ length: random(length) }, () => String.fromCharCode(from + random(to - from + 1))).join('');
  const decimal = (most) => Number((random(most * 1000) / 1000).toFixed(random(4)));
  const wrong = [];
  const values = {
    model: () => any('zinc', 'models/a-b.c.safetensors', 'x_1'),
    modelId: () => random(2 ** 32).toString(16).padStart(8, '0'),
    numericVersion: () => 1 + random(9999),
    seed: () => any(0, 7, Number.MAX_SAFE_INTEGER, random(2 ** 31)),
    temperature: () => any(0, 0.01, 1000, 0.01 + decimal(900)),
    count: () => any(1, 100000, 1 + random(100000)),
    topP: () => any(0.000001, 0.5, Math.min(0.99, 0.01 + decimal(0.9))),
    topK: () => any(1, 4096, 1 + random(4096)),
    validity: () => any('mask', 'off'),
    prefix: () => `C${text(399, 33, 126)}`,
    controls: () => any(['none'], CONTROLS, CONTROLS.filter(() => random(2) === 0).concat('seed')),
    language: () => any('de', 'en', 'arb'),
  };
  for (let round = 0; round < rounds; round++) {
    const settings = {};
    for (const [name, value] of Object.entries(values)) {
      if (random(2) === 0) settings[name] = value();
    }
    if (settings.temperature) settings.temperature = Number(settings.temperature.toFixed(6));
    if (settings.topP) settings.topP = Number(settings.topP.toFixed(6));
    const link = writeLink(settings);
    const { settings: back, problems } = readLink(link);
    if (problems.length > 0 || JSON.stringify(back) !== JSON.stringify(settings)) wrong.push(link);
  }
  const within = {
    model: (name) => /^[\w./-]{1,200}$/.test(name) && !name.includes('..') && !name.includes('//') && !name.startsWith('/'),
    modelId: (id) => id.length === 8,
    numericVersion: (n) => n >= 1 && n <= 9999,
    seed: (n) => Number.isSafeInteger(n) && n >= 0,
    temperature: (t) => t === 0 || (t >= 0.01 && t <= 1000),
    count: (n) => Number.isInteger(n) && n >= 1 && n <= 100000,
    topP: (p) => p > 0 && p <= 1,
    topK: (k) => Number.isInteger(k) && k >= 0 && k <= 4096,
    validity: (name) => ['reject', 'mask', 'off'].includes(name),
    prefix: (smiles) => smiles.length <= 400,
    controls: (names) => names.every((name) => name === 'none' || CONTROLS.includes(name)),
    language: (name) => /^[a-z]{2,3}$/.test(name),
  };
  const keys = ['model', 'id', 'num', 'seed', 'T', 'n', 'p', 'k', 'valid', 'prefix', 'controls', 'lang', '__proto__', 'constructor', 'toString', ''];
  const strange = [() => text(12, 0, 0xffff), () => text(12, 32, 126), () => `%${text(3, 32, 126)}`, () => String(random(2 ** 32) - 2 ** 31),
    () => any('NaN', 'Infinity', '1e9', '-0', '0x7', '9007199254740993', '..%2Fx', '%2F%2Fevil.example', '\ud83d', '%ED%A0%80')];
  for (let round = 0; round < rounds; round++) {
    const parts = Array.from({ length: random(9) }, () => `${any(...keys)}${any('=', '=', '=', '', '==')}${any(...strange)()}`);
    if (round % 500 === 0) parts.push(`prefix=${'C'.repeat(100_000)}`);
    const link = `${any('#v1', '#v1', '#v1', '#v', '#', '')}&${parts.join('&')}`;
    try {
      const { settings } = readLink(link);
      for (const [name, value] of Object.entries(settings)) {
        if (!within[name](value)) wrong.push(`${name} ${value}`);
      }
    } catch (error) {
      wrong.push(`${error} ${link}`);
    }
  }
  return wrong.map(ascii);
};
