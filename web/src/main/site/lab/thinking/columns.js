// The same luck at four temperatures: columns whose molecules differ by nothing but how bold the network was.
import { make } from '../../app/page.js';
import { say } from '../../app/say.js';
import { draw, parting, texts } from './branch.js';
import { line, partingWords, showPicture, verdict } from './molecule-view.js';

const TEMPERATURES = [0.2, 0.7, 1, 1.5];
const WIDTH = 220;
const HEIGHT = 150;
const WORDS = { same: 'thinking.columns.same', parts: 'thinking.columns.parts', ended: 'thinking.columns.ended' };

/** Columns; `show(recipe)` draws them from a recipe whose temperature is of no matter. */
export function newColumns(model, onFault) {
  const columns = TEMPERATURES.map(newColumn);
  const element = make('ol', { class: 'same-luck' }, ...columns.map((column) => column.element));
  let recipe = null;
  let newest = 0;

  async function redraw() {
    const asked = ++newest;
    const molecules = await Promise.all(columns.map(({ temperature }) => draw(model, { ...recipe, temperature: temperature() })));
    if (asked !== newest) return;
    columns.forEach((column, i) => column.show(molecules[i], i === 0 ? null : molecules[i - 1]));
  }

  for (const { input } of columns) {
    input.addEventListener('change', () => {
      if (recipe !== null && input.reportValidity()) redraw().catch(onFault);
    });
  }
  return {
    element,
    async show(drawnFrom) {
      recipe = drawnFrom;
      await redraw();
    },
  };
}

function newColumn(byDefault, i) {
  const input = make('input', {
    type: 'number', min: '0', max: '1000', step: 'any', value: String(byDefault), required: true, id: `thinking-luck-${i}`,
  });
  const text = make('div', { class: 'same-luck-text' });
  const picture = make('div', { class: 'same-luck-picture' });
  const parts = make('p', { class: 'same-luck-parts' });
  const words = make('p', {});
  const element = make('li', {},
    make('label', { htmlFor: input.id, text: say('thinking.columns.temperature') }), input, text, parts, picture, words);
  return {
    element,
    input,
    /** Temperatures below the least one that is not 0 are 0. */
    temperature: () => (Number(input.value) < 0.01 ? 0 : Math.min(1000, Number(input.value))),
    show(molecule, left) {
      const at = left === null ? -1 : parting(texts(molecule), texts(left));
      element.dataset.parts = String(at);
      text.replaceChildren(line(molecule, at));
      parts.textContent = left === null ? say('thinking.columns.first') : partingWords(molecule, left, at, WORDS);
      words.replaceChildren(...verdict(molecule));
      showPicture(picture, molecule, { width: WIDTH, height: HEIGHT });
    },
  };
}
