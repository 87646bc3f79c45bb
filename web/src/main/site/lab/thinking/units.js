// The hidden units along a molecule as a heat map: which one is chosen, what it says after each token.
import { make } from '../../app/page.js';
import { number, say } from '../../app/say.js';
import { texts } from './branch.js';
import { byVariance, paint } from './heat-map.js';
import { sign } from './molecule-view.js';

const SVG = 'http://www.w3.org/2000/svg';
const COUNTS = [24, 96, 'all'];

/** A heat map; `show(molecule)` asks the model for its states, `chosen()` is `{ layer, unit }`. */
export function newUnits(model, onChoose) {
  const { layers, hiddenSize } = model.architecture;
  const layer = select('layer', [...Array(layers).keys()].map((i) => [String(i), say('thinking.units.layer.one', { n: i + 1 })]));
  const order = select('order', ['variance', 'number'].map((word) => [word, say(`thinking.units.order.${word}`)]));
  const count = select('count', COUNTS.filter((n) => n === 'all' || n < hiddenSize).map((n) => {
    return [String(n), n === 'all' ? say('thinking.units.all', { n: hiddenSize }) : String(n)];
  }));
  const probes = ['below', 'zero', 'above'].map((name) => make('span', { 'class': `unit-probe ${name}`, 'aria-hidden': 'true' }));
  const canvas = make('canvas', { 'class': 'unit-map', 'aria-hidden': 'true' });
  const marker = document.createElementNS(SVG, 'svg');
  const column = make('ol', { 'class': 'unit-tokens', 'aria-hidden': 'true', 'translate': false });
  const rows = range('row');
  const steps = range('step');
  const readout = make('p', { class: 'unit-said' });
  const table = make('tbody', {});
  const caption = make('caption', {});
  const element = make('div', { class: 'units' },
    make('div', { class: 'row' }, ...(layers > 1 ? [layer.element] : []), order.element, count.element),
    legend(probes),
    make('div', { 'class': 'unit-scroll', 'tabIndex': 0, 'role': 'region', 'aria-label': say('thinking.units.map') },
      make('div', { class: 'unit-room' }, column, make('div', { class: 'unit-cells' }, canvas, marker))),
    rows.element, steps.element, readout,
    make('details', {}, make('summary', { text: say('thinking.units.table') }),
      make('table', { class: 'unit-table' }, caption,
        make('thead', {}, make('tr', {}, ...['place', 'token', 'value'].map((word) => {
          return make('th', { scope: 'col', text: say(`thinking.units.${word}`) });
        }))), table)));
  marker.setAttribute('class', 'unit-marker');
  marker.setAttribute('aria-hidden', 'true');
  marker.setAttribute('preserveAspectRatio', 'none');

  let states = null; // what the model remembers along the molecule
  let tokens = [];
  let shown = []; // the units from top to bottom
  let newest = 0;

  const matrix = () => states.layers[Number(layer.input.value)];
  const valueAt = (row, step) => matrix().values[step * matrix().units + shown[row]];

  function arrange() {
    const all = order.input.value === 'variance' ? byVariance(matrix()) : [...Array(matrix().units).keys()];
    const kept = shown[Number(rows.input.value)];
    shown = count.input.value === 'all' ? all : all.slice(0, Number(count.input.value));
    canvas.classList.toggle('many', shown.length > COUNTS[0]);
    rows.input.max = String(shown.length - 1);
    rows.input.value = String(Math.max(0, shown.indexOf(kept)));
    steps.input.max = String(tokens.length - 1);
    column.replaceChildren(...tokens.map((text) => make('li', { text: sign(text) })));
    repaint();
    tell();
  }

  function repaint() {
    if (states !== null) paint(canvas, shown.length, tokens.length, valueAt, probes);
  }

  function tell() {
    const [row, step] = [Number(rows.input.value), Number(steps.input.value)];
    const unit = shown[row];
    readout.textContent = say('thinking.units.said', {
      unit: unit + 1, place: step, token: sign(tokens[step]), value: signed(valueAt(row, step)),
    });
    rows.input.setAttribute('aria-valuetext', say('thinking.units.unit', { unit: unit + 1, rank: row + 1 }));
    steps.input.setAttribute('aria-valuetext', readout.textContent);
    marker.setAttribute('viewBox', `0 0 ${tokens.length} ${shown.length}`);
    marker.replaceChildren(box(0, row, tokens.length, 1, 'unit-row'), box(step, row, 1, 1, 'unit-cell'));
    caption.textContent = say('thinking.units.caption', { unit: unit + 1 });
    table.replaceChildren(...tokens.map((text, i) => make('tr', {},
      make('td', { text: String(i) }), make('td', { translate: false, text: sign(text) }), make('td', { text: signed(valueAt(row, i)) }))));
    onChoose();
  }

  function pick({ clientX, clientY }) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    steps.input.value = String(Math.floor(((clientX - left) / width) * tokens.length));
    rows.input.value = String(Math.floor(((clientY - top) / height) * shown.length));
    tell();
  }

  canvas.addEventListener('click', pick);
  canvas.addEventListener('pointermove', (event) => {
    if (states === null || event.pointerType === 'touch') return;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const step = Math.min(tokens.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * tokens.length)));
    const row = Math.min(shown.length - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * shown.length)));
    canvas.title = say('thinking.units.said', {
      unit: shown[row] + 1, place: step, token: sign(tokens[step]), value: signed(valueAt(row, step)),
    });
  });
  for (const { input } of [layer, order, count]) input.addEventListener('change', arrange);
  for (const { input } of [rows, steps]) input.addEventListener('input', tell);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] });

  return {
    element,
    chosen: () => ({ layer: Number(layer.input.value), unit: shown[Number(rows.input.value)] }),
    async show(molecule) {
      const asked = ++newest;
      const written = texts(molecule).filter((text, i, all) => i < all.length - 1 || molecule.stop !== 'end').join('');
      const answer = await model.states(written);
      if (asked !== newest) return;
      states = answer;
      tokens = [say('thinking.units.start'), ...answer.tokens.slice(1)];
      arrange();
    },
  };
}

function signed(value) {
  return number(value, 2).replace('-', '\u2212');
}

function box(x, y, width, height, name) {
  const rect = document.createElementNS(SVG, 'rect');
  for (const [key, value] of Object.entries({ x, y, width, height, 'class': name, 'vector-effect': 'non-scaling-stroke' })) {
    rect.setAttribute(key, value);
  }
  return rect;
}

function legend(probes) {
  const words = [-1, 0, 1].map((value) => signed(value).replace(/[.,]00/, ''));
  return make('p', { class: 'unit-legend' }, make('span', { class: 'unseen', text: say('thinking.units.legend') }),
    ...probes.map((probe, i) => make('span', {}, probe, ' ', words[i])));
}

function select(name, options) {
  const input = make('select', { id: `thinking-unit-${name}` }, ...options.map(([value, text]) => make('option', { value, text })));
  return { input, element: make('label', { class: 'unit-choice' }, make('span', { text: say(`thinking.units.${name}`) }), input) };
}

function range(name) {
  const input = make('input', { type: 'range', min: '0', max: '0', step: '1', value: '0', id: `thinking-unit-${name}` });
  return { input, element: make('label', { class: 'unit-range' }, make('span', { text: say(`thinking.units.${name}`) }), input) };
}
