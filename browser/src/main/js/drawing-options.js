/** Checks options of drawings and structure files before they go to the chemistry; every error names its option. */
import { number, text, whole, word } from './options.js';

const PALETTES = ['auto', 'light', 'dark', 'high-contrast-light', 'high-contrast-dark'];
const LARGEST_SIDE = 4096;
const MOST_SCALE = 16;

function highlights(options) {
  const given = options.highlights ?? [];
  if (!Array.isArray(given) && !(ArrayBuffer.isView(given) && !(given instanceof DataView))) {
    throw new TypeError('highlights must be an array: for each atom a number from 0 to 1, or null');
  }
  return Float64Array.from(given, (value, atom) => {
    const none = value === null || value === undefined || Number.isNaN(value);
    if (!none && !(typeof value === 'number' && value >= 0 && value <= 1)) {
      throw new RangeError(`highlights[${atom}] must be a number from 0 to 1, or null, not ${String(value)}`);
    }
    return none ? NaN : value;
  });
}

/** What every drawing has: `{ width, height, palette, highlights }`. */
export function drawingOptions(options) {
  return {
    width: whole(options, 'width', 16, LARGEST_SIDE, 300),
    height: whole(options, 'height', 16, LARGEST_SIDE, 200),
    palette: word(options, 'palette', PALETTES),
    highlights: highlights(options),
  };
}

/** How a drawing comes on a canvas: `{ scale, ground }`; neither side of it may exceed the largest one. */
export function canvasOptions(options, { width, height }, byDefault) {
  const scale = number(options, 'scale', 0.1, MOST_SCALE, byDefault.scale);
  if (Math.max(width, height) * scale > 4 * LARGEST_SIDE) {
    throw new RangeError(
      `scale must leave both sides of the picture within ${4 * LARGEST_SIDE} pixels, not ${String(scale)}`);
  }
  return { scale, ground: word(options, 'ground', byDefault.ground) };
}

/** `{ name, version }` of a molfile. */
export function molfileOptions(options) {
  return { name: text(options.name, 'name'), version: word(options, 'version', ['V2000', 'V3000']) };
}

/** An entry of an SD file: `{ smiles, name, names, values }`. */
export function sdfEntry(entry, index) {
  const smiles = typeof entry === 'string' ? entry : entry?.smiles;
  const fields = Object.entries(entry?.fields ?? {});
  return {
    smiles: text(smiles, `molecules[${index}].smiles`),
    name: text(entry?.name, `molecules[${index}].name`),
    names: fields.map(([name]) => name),
    values: fields.map(([, value]) => String(value)),
  };
}

/** `{ palette, steps }` of a scale of highlights. */
export function scaleOptions(options) {
  return { palette: word(options, 'palette', PALETTES), steps: whole(options, 'steps', 2, 256, 5) };
}
