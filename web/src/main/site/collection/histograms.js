// Histograms of the cards that are shown, over those of the corpus that the model learned from.
import { make } from '../app/page.js';
import { number, say } from '../app/say.js';
import { KEYS } from './order.js';
import { countsLike, filled, median, medianOfCounts } from './spread.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 120;
const DIGITS = { weight: 0, logP: 1, qed: 2 };

/** The bins where no corpus gives them. */
const BINS = {
  weight: { from: 0, width: 25, counts: Array(40).fill(0) },
  logP: { from: -10, width: 0.5, counts: Array(50).fill(0) },
  qed: { from: 0, width: 0.05, counts: Array(20).fill(0) },
};

/** A part of the tools that the visitor opens; `onOpen()` is told, since it needs what must be computed. */
export class Histograms {
  #figures = make('div', { class: 'histograms' });
  #corpus = null;
  #address = null;
  #cards = [];

  constructor(onOpen) {
    this.element = make('details', { 'class': 'tools-limits', 'data-do': 'histograms' },
      make('summary', { text: say('collection.histograms') }),
      make('p', { class: 'hint', text: say('collection.histograms.means') }), this.#figures);
    this.element.addEventListener('toggle', () => {
      if (!this.element.open) return;
      onOpen();
      this.#fetch().then(() => this.show(this.#cards));
    });
  }

  get open() {
    return this.element.open;
  }

  /** The counts of another corpus, `{ address }`, or null where a model brings none. */
  of(corpus) {
    this.#address = corpus?.address ?? null;
    this.#corpus = null;
    if (this.open) this.#fetch().then(() => this.show(this.#cards));
  }

  /** Draws these cards, each molecule once. */
  show(cards) {
    this.#cards = cards;
    if (!this.open) return;
    this.#figures.replaceChildren(...Object.keys(BINS).map((name) => figure(name, valuesOf(name, cards), this.#corpus?.[name])));
  }

  /** What cannot be had is left out: the cards' own bars stand alone then. */
  async #fetch() {
    const address = this.#address;
    if (address === null || this.#corpus !== null) return;
    const counts = await fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    if (address === this.#address && Object.keys(BINS).every((name) => fits(counts?.[name]))) this.#corpus = counts;
  }
}

function fits(bins) {
  return Number.isFinite(bins?.from) && bins.width > 0 && Array.isArray(bins.counts) && bins.counts.length > 0
    && bins.counts.every((count) => Number.isInteger(count) && count >= 0);
}

function valuesOf(name, cards) {
  return cards.map(KEYS[name]).filter((value) => value !== null);
}

function figure(name, values, corpus) {
  const bins = corpus ?? BINS[name];
  const counts = countsLike(bins, values);
  const words = inWords(name, values, corpus);
  return make('figure', { 'class': 'histogram', 'data-property': name, 'data-count': values.length },
    make('figcaption', {}, make('span', { class: 'histogram-name', text: say(`collection.order.${name}`) }), make('span', { class: 'hint', text: words })),
    drawing(bins, counts, corpus?.counts ?? counts.map(() => 0), DIGITS[name]));
}

function inWords(name, values, corpus) {
  const written = (value) => (value === null ? say('collection.unknown') : number(value, DIGITS[name]));
  const own = say('collection.histogram.own', { n: values.length, median: written(median(values)) });
  return corpus ? `${own} ${say('collection.histogram.corpus', { median: written(medianOfCounts(corpus)) })}` : own;
}

/** Bars for the cards, a line for the corpus, each as shares of its own; the caption says it in words. */
function drawing({ from, width }, counts, corpus, digits) {
  const range = filled(counts, corpus) ?? { first: 0, last: counts.length - 1 };
  const step = WIDTH / (range.last - range.first + 1);
  const share = (row) => row.map((count) => count / Math.max(1, row.reduce((sum, one) => sum + one, 0)));
  const [own, known] = [share(counts), share(corpus)];
  const top = Math.max(...own, ...known, 1e-9);
  const height = (value) => (value / top) * HEIGHT;
  const svg = part('svg', { 'viewBox': `0 0 ${WIDTH} ${HEIGHT + 18}`, 'aria-hidden': 'true', 'class': 'histogram-bars' });
  let line = '';
  for (let bin = range.first; bin <= range.last; bin++) {
    const x = (bin - range.first) * step;
    svg.append(part('rect', { x: x + 0.5, y: HEIGHT - height(own[bin]), width: Math.max(1, step - 1), height: height(own[bin]) }));
    line += `${line === '' ? 'M' : 'L'}${x} ${HEIGHT - height(known[bin])}H${x + step}`;
  }
  if (known.some((value) => value > 0)) svg.append(part('path', { d: line }));
  svg.append(label(0, 'start', number(from + width * range.first, digits)));
  svg.append(label(WIDTH, 'end', number(from + width * (range.last + 1), digits)));
  return svg;
}

function label(x, anchor, words) {
  const text = part('text', { 'x': x, 'y': HEIGHT + 14, 'text-anchor': anchor });
  text.textContent = words;
  return text;
}

function part(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
