import { Collection } from './collection.js';
import { Connection } from './connection.js';
import { MolweaveError } from './errors.js';
import { canvasOptions, drawingOptions, molfileOptions, scaleOptions, sdfEntry } from './drawing-options.js';
import { fillCanvas, paintDrawing, pngOf } from './drawing-canvas.js';
import { NoveltyFilter } from './novelty.js';
import { requireModuleWorkers } from './module-workers.js';
import { patienceOf, text } from './options.js';
import { startWorker } from './worker-start.js';

const DARK_INK = '#1b1b1b';

/** What `currentColor` is for a canvas of the page; one without a place there is taken for light. */
function inheritedColour(canvas) {
  const inPage = typeof HTMLCanvasElement !== 'undefined' && canvas instanceof HTMLCanvasElement;
  return (inPage && getComputedStyle(canvas).color) || DARK_INK;
}

/** The chemistry in its worker. index.d.ts describes each member. */
class Chemistry {
  #connection;

  constructor(patience) {
    this.#connection = new Connection(
      startWorker('./chemistry-worker.js', () => new Worker(new URL('./chemistry-worker.js', import.meta.url), { type: 'module' })),
      { script: './chemistry-worker.js', patience });
    this.#connection.tell(undefined, { patience });
  }

  async draw(smiles, options = {}) {
    const { width, height, palette, highlights } = drawingOptions(options);
    const title = text(options.title, 'title', smiles);
    const { svg } = await this.#ask('draw', smiles, width, height, title, palette, highlights);
    return svg;
  }

  async commands(smiles, options = {}) {
    const { width, height, palette, highlights } = drawingOptions(options);
    const { drawing } = await this.#ask('commands', smiles, width, height, palette, highlights);
    return JSON.parse(drawing);
  }

  async paint(target, smiles, options = {}) {
    const canvas = typeof target?.getContext === 'function';
    if (!canvas && typeof target?.fillRect !== 'function') {
      throw new TypeError('paint needs a canvas or its 2d context');
    }
    const frame = drawingOptions(options);
    const look = canvasOptions(options, frame, {
      scale: canvas ? (globalThis.devicePixelRatio ?? 1) : 1,
      ground: ['clear', 'painted'],
    });
    const drawing = await this.commands(smiles, options);
    const foreground = text(options.foreground, 'foreground', inheritedColour(canvas ? target : target.canvas));
    if (canvas) {
      fillCanvas(target, drawing, look.scale, { foreground, ground: look.ground });
      return;
    }
    target.save();
    target.scale(look.scale, look.scale);
    paintDrawing(target, drawing, { foreground, ground: look.ground });
    target.restore();
  }

  async png(smiles, options = {}) {
    const inPalette = { ...options, palette: options.palette ?? 'light' };
    const look = canvasOptions(options, drawingOptions(inPalette), { scale: 1, ground: ['painted', 'clear'] });
    const drawing = await this.commands(smiles, inPalette);
    const canvas = document.createElement('canvas');
    fillCanvas(canvas, drawing, look.scale, { foreground: DARK_INK, ground: look.ground });
    const blob = await pngOf(canvas);
    if (blob === null) {
      throw new MolweaveError('png-failed', 'The browser could not make a PNG of that size.');
    }
    return blob;
  }

  async highlightScale(options = {}) {
    const { palette, steps } = scaleOptions(options);
    return (await this.#connection.ask({ ask: 'highlightScale', given: [palette, steps] })).colours;
  }

  async tokenAtoms(smiles) {
    return (await this.#ask('tokenAtoms', smiles)).tokens;
  }

  async molfile(smiles, options = {}) {
    const { name, version } = molfileOptions(options);
    return (await this.#ask('molfile', smiles, name, version)).molfile;
  }

  async sdf(molecules, options = {}) {
    const { version } = molfileOptions(options);
    const parts = [];
    for (const [index, entry] of [...molecules].map(sdfEntry).entries()) {
      const { smiles, name, names, values } = entry;
      try {
        parts.push((await this.#ask('sdfEntry', smiles, name, version, names, values)).entry);
      } catch (fault) {
        throw new MolweaveError(
          fault.id, `molecules[${index}]: ${fault.message}`, { ...fault.details, index });
      }
    }
    return parts.join('');
  }

  async canonical(smiles) {
    return this.#ask('canonical', smiles);
  }

  async formula(smiles) {
    return (await this.#ask('formula', smiles)).formula;
  }

  async weight(smiles) {
    return (await this.#ask('formula', smiles)).weight;
  }

  async properties(smiles) {
    return this.#ask('properties', smiles);
  }

  collection() {
    return new Collection(this.#connection);
  }

  async novelty(source) {
    return NoveltyFilter.open(this.#connection, source);
  }

  close() {
    opened = opened === this ? null : opened;
    this.#connection.close(new MolweaveError('chemistry-closed', 'The chemistry has been closed.'));
  }

  #ask(ask, smiles, ...more) {
    return this.#connection.ask({ ask, given: [text(smiles, 'smiles'), ...more] });
  }
}

let opened = null;

/** See index.d.ts. */
export async function chemistry(options = {}) {
  patienceOf(options);
  opened ??= ownChemistry(options);
  return opened;
}

/** One besides the page's, for who closes it when it is no longer needed. */
export function ownChemistry(options) {
  const patience = patienceOf(options);
  requireModuleWorkers();
  return new Chemistry(patience);
}
