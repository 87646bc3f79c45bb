// The fields and buttons of <mol-weave>.
import { make } from './make.js';
import { CONTROLS, readSetting } from './settings.js';

const FIELDS = {
  temperature: () => make('input', { type: 'range', min: 0, max: 2, step: 0.05 }),
  'top-p': () => make('input', { type: 'range', min: 0.05, max: 1, step: 0.05 }),
  prefix: () => make('input', { type: 'text', maxlength: 400, spellcheck: 'false', autocomplete: 'off', autocapitalize: 'none', dir: 'ltr', translate: 'no' }),
  validity: () => make('select', {}, ...['reject', 'mask', 'off'].map((value) => make('option', { value }))),
  count: () => make('input', { type: 'number', min: 1, max: 1000, step: 1 }),
  seed: () => make('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: 20, dir: 'ltr' }),
};
const HINTED = ['temperature', 'top-p', 'seed'];

export class Controls {
  #fields = new Map();
  #dream;
  #stop;

  /**
   * @param {{ choose: (name: string, text: string) => boolean, dream: () => void, stop: () => void }} door
   *   `choose` says whether the value was taken
   */
  constructor(door) {
    this.#dream = make('button', { type: 'button', part: 'button dream', class: 'loud' });
    this.#stop = make('button', { type: 'button', part: 'button stop' });
    this.#dream.addEventListener('click', () => door.dream());
    this.#stop.addEventListener('click', () => door.stop());
    for (const name of CONTROLS) this.#add(name, door);
    this.element = make('div', { class: 'controls', part: 'controls' },
      make('div', { class: 'row' }, this.#dream, this.#stop),
      ...[...this.#fields.values()].map(({ box }) => box));
  }

  #add(name, door) {
    const input = FIELDS[name]();
    const hinted = HINTED.includes(name);
    input.id = name;
    input.setAttribute('part', `input ${name}`);
    if (hinted) input.setAttribute('aria-describedby', `${name}-hint`);
    const label = make('label', { 'for': name });
    const output = make('output', { 'for': name, hidden: input.type !== 'range' && '' });
    const hint = make('p', { id: `${name}-hint`, class: 'hint', hidden: !hinted && '' });
    const box = make('div', { class: 'field', part: 'field' }, label, input, output, hint);
    const field = { box, label, input, output, hint, before: '' };
    this.#fields.set(name, field);
    input.addEventListener('input', () => { output.textContent = input.value; });
    input.addEventListener('change', () => {
      if (door.choose(name, input.value)) {
        input.removeAttribute('aria-invalid');
      } else {
        input.setAttribute('aria-invalid', 'true');
      }
    });
    // The keys of a field are no keys of the page: slides and notebooks would turn them into commands.
    input.addEventListener('keydown', (event) => event.stopPropagation());
    if (input.type === 'text' || input.type === 'number') {
      input.addEventListener('keydown', ({ key }) => key === 'Enter' && door.choose(name, input.value) && door.dream());
    }
  }

  /** Labels everything in a language: `say(key)`. */
  speak(say) {
    this.#stop.textContent = say('stop');
    for (const [name, { label, input, hint }] of this.#fields) {
      label.textContent = say(name);
      if (HINTED.includes(name)) hint.textContent = say(`${name}.hint`);
      if (name === 'validity') {
        for (const option of input.options) option.textContent = say(`validity.${option.value}`);
      }
    }
  }

  /**
   * @param {string[] | null} shown the fields that are to be seen; null for nothing at all, buttons neither
   * @param {(name: string) => string | null} textOf the attribute of a field
   */
  show(shown, textOf) {
    this.element.hidden = shown === null;
    for (const [name, { box, input, output }] of this.#fields) {
      box.hidden = !(shown ?? []).includes(name);
      const value = String(readSetting(name, textOf(name)).value);
      if (name === 'temperature') input.max = Math.max(2, Number(value));
      if (input.dataset.shown !== value) {
        input.value = value;
        input.dataset.shown = value;
        input.removeAttribute('aria-invalid');
      }
      output.textContent = value;
    }
  }

  /** What the buttons offer while a dream runs, or before and after one. */
  offer(words, running) {
    this.#dream.textContent = words;
    const focused = this.#stop.getRootNode().activeElement === this.#stop;
    this.#stop.disabled = !running;
    if (!running && focused) this.#dream.focus();
  }
}
