// Seeing the network think: a molecule's tokens and what else was weighed, forks, temperatures, hidden units.
import { readLink } from '../../app/link.js';
import { make } from '../../app/page.js';
import { showProblem } from '../../app/problem.js';
import { label, learn, number, say } from '../../app/say.js';
import { drawSeed, readSeed } from '../../app/state.js';
import { atomStrengths, leastExpected } from '../../app/surprise.js';
import { thinking } from '../../messages/thinking.js';
import { draw, texts } from './branch.js';
import { newClamping } from './clamping.js';
import { newColumns } from './columns.js';
import { MOST, newForks, recalled } from './forks.js';
import { newForksView } from './forks-view.js';
import { showPicture, verdict } from './molecule-view.js';
import { newTape } from './tape.js';
import { newUnits } from './units.js';
import { newWeighing } from './weighing.js';

const FIRST = { seed: 7, temperature: 0.8, ...readLink(location.hash).settings };
const WIDTH = 440;
const HEIGHT = 280;

/** Fills `room`; resolves when the first molecule is there. */
export async function startThinking(room, model) {
  await learn(thinking);
  const validity = await model.next('', { validity: 'mask' }).then(() => 'mask', () => 'off');
  const forks = newForks();
  let at = 0;

  const controls = newControls(validity);
  const picture = make('div', { class: 'thought-picture' });
  const words = make('p', { class: 'thought-words' });
  const surprises = make('p', { class: 'hint' });
  const tape = newTape((token) => look(token).catch(showProblem));
  const weighing = newWeighing(model, controls.temperature, (token) => fork(token).catch(showProblem));
  const list = newForksView({ onChoose: (id) => choose(id).catch(showProblem), onRemove: remove, onUndo: undo });
  const columns = newColumns(model, showProblem);
  const units = newUnits(model, () => clamping.offer());
  const clamping = newClamping(model, { unit: units.chosen, subject: forks.chosen, onFault: showProblem });

  room.replaceChildren(
    make('p', { class: 'lead', text: say('thinking.lead') }),
    controls.element,
    figure('molecule', make('div', { class: 'thought-cloth' }, picture, words), tape.element, make('p', { class: 'hint', text: say('thinking.tape.hint') }), surprises),
    figure('weighing', weighing.element),
    figure('forks', list.element),
    figure('columns', columns.element),
    figure('units', units.element, clamping.element));
  label(room);
  controls.onHeat(() => weighing.heat());
  controls.onDraw(() => fresh().catch(showProblem));

  const memory = recalled(model.modelId);
  if (memory === null) {
    await fresh();
  } else {
    await again(memory);
  }
  room.dataset.state = 'ready';

  /** The tree of an earlier visit, drawn anew; a recipe that this model cannot draw is of no earlier visit. */
  async function again(memory) {
    try {
      const drawn = await Promise.all(memory.forks.map(async (one) => ({ ...one, molecule: await draw(model, one.recipe) })));
      forks.restore({ ...memory, forks: drawn });
    } catch (error) {
      if (error.name !== 'MolweaveError') throw error;
      await fresh();
      return;
    }
    controls.set(forks.chosen().recipe);
    await choose(memory.chosen);
  }

  /** A molecule of its own, from the settings as they stand. */
  async function fresh() {
    const recipe = { ...controls.settings(), prefix: '' };
    await grow({ parent: null, at: 0, token: '', recipe });
    await columns.show(recipe);
  }

  /** Another molecule from the chosen one's tokens before the chosen place, and `token` there. */
  async function fork(token) {
    const { id, molecule, recipe } = forks.chosen();
    const prefix = texts(molecule).slice(0, at).join('') + token;
    await grow({ parent: id, at, token, recipe: { ...controls.settings(), seed: recipe.seed, prefix } });
  }

  async function grow(branch) {
    if (forks.isFull()) {
      list.tell(say('thinking.forks.full', { most: MOST }));
      return;
    }
    const molecule = await draw(model, branch.recipe);
    const added = forks.add({ ...branch, molecule });
    list.tell(say('thinking.forks.grown', { n: added.id, smiles: molecule.smiles }));
    await choose(added.id, branch.at);
  }

  async function choose(id, place = 0) {
    forks.choose(id);
    forks.remember(model.modelId);
    list.show(forks);
    const { molecule, recipe } = forks.chosen();
    words.replaceChildren(...verdict(molecule));
    surprises.textContent = leastExpected(molecule);
    clamping.clear();
    const [highlights] = await Promise.all([
      molecule.valid ? atomStrengths(molecule).catch(() => undefined) : undefined,
      look(Math.max(0, Math.min(place, molecule.tokens.length - 1))),
      units.show(molecule),
    ]);
    if (columns.element.dataset.shown === undefined) {
      columns.element.dataset.shown = 'yes';
      await columns.show({ ...recipe, prefix: '' });
    }
    if (forks.chosen()?.id === id) await showPicture(picture, molecule, { width: WIDTH, height: HEIGHT, highlights });
  }

  async function look(place) {
    const { molecule, recipe } = forks.chosen();
    if (molecule.tokens.length === 0) return; // a network without an END may write nothing
    at = place;
    tape.show(molecule, at);
    await weighing.look(molecule, at, texts(molecule).slice(0, at).join(''), recipe.validity);
  }

  function remove(id) {
    const count = forks.remove(id);
    list.tell(say(count === 1 ? 'thinking.forks.removed.one' : 'thinking.forks.removed', { count: number(count) }));
    afterChange();
  }

  function undo() {
    forks.undo();
    list.tell(say('cards.back'));
    afterChange();
  }

  function afterChange() {
    const left = forks.chosen();
    forks.remember(model.modelId);
    if (left === null) {
      fresh().then(() => list.focus(forks)).catch(showProblem);
    } else {
      choose(left.id).catch(showProblem);
      list.focus(forks); // at once: later it would take the keyboard from where it has gone since
    }
  }
}

/** What is drawn by: seed, temperature, validity. */
function newControls(canMask) {
  const seed = make('input', { type: 'text', id: 'thinking-seed', inputMode: 'numeric', autocomplete: 'off', maxLength: 20, value: String(FIRST.seed) });
  const seedWords = make('p', { class: 'hint', id: 'thinking-seed-words' });
  seed.setAttribute('aria-describedby', seedWords.id);
  const slider = make('input', { type: 'range', id: 'thinking-temperature', min: '0', max: '2', step: '0.05', value: String(FIRST.temperature) });
  const value = make('output', { htmlFor: slider.id });
  const mask = make('input', { type: 'checkbox', id: 'thinking-mask', checked: canMask === 'mask' && FIRST.validity !== 'off', disabled: canMask !== 'mask' });
  const button = make('button', { type: 'submit', class: 'loud', id: 'thinking-draw', text: say('thinking.draw') });
  const another = make('button', { type: 'button', id: 'thinking-another', text: say('thinking.another') });
  const element = make('form', { class: 'thinking-controls', noValidate: true },
    make('div', { class: 'field' }, make('label', { htmlFor: slider.id, text: say('temperature.label') }), slider, value,
      make('p', { class: 'hint', text: say('thinking.temperature.hint') })),
    make('div', { class: 'field' }, make('label', { htmlFor: seed.id, text: say('seed.label') }), seed, seedWords),
    make('label', { class: 'check' }, mask, ' ', make('span', { text: say('validity.mask') })),
    make('div', { class: 'row' }, button, another));
  const temperature = () => Number(slider.value);
  const tell = () => { value.textContent = number(temperature(), 2); };
  tell();
  slider.addEventListener('input', tell);
  return {
    element,
    temperature,
    settings: () => ({ seed: readSeed(seed.value), temperature: temperature(), validity: mask.checked ? 'mask' : 'off' }),
    set(recipe) {
      seed.value = String(recipe.seed);
      slider.value = String(recipe.temperature);
      mask.checked = recipe.validity === 'mask' && canMask === 'mask';
      tell();
    },
    onHeat: (heat) => slider.addEventListener('input', heat),
    onDraw(wanted) {
      const check = () => {
        const bad = readSeed(seed.value) === null;
        seed.setAttribute('aria-invalid', String(bad));
        seedWords.textContent = bad ? say('seed.bad') : '';
        return !bad;
      };
      seed.addEventListener('input', check);
      element.addEventListener('submit', (event) => {
        event.preventDefault();
        if (check()) wanted();
      });
      another.addEventListener('click', () => {
        seed.value = String(drawSeed());
        if (check()) wanted();
      });
    },
  };
}

function figure(name, ...content) {
  const title = make('h3', { id: `thinking-${name}-title`, text: say(`thinking.${name}.title`) });
  const section = make('section', { 'class': 'thinking-figure', 'data-figure': name }, title, make('p', { class: 'hint', text: say(`thinking.${name}.lead`) }), ...content);
  section.setAttribute('aria-labelledby', title.id);
  return section;
}
