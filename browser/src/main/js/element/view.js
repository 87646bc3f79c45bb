// What <mol-weave> shows: everything in its shadow root.
import { Controls } from './controls.js';
import { make } from './make.js';
import { Picture } from './picture.js';
import { say } from './say.js';
import { shownControls } from './settings.js';
import { sheet } from './style.js';
import { family } from './unfinished.js';

const MOST_LISTED = 100;

export class View {
  #language = 'en';
  #place = make('div', { class: 'picture', part: 'picture' });
  #picture = new Picture(this.#place);
  #caption = make('p', { class: 'caption', part: 'caption' });
  #tape = make('ol', { class: 'tape', part: 'tape', role: 'list', dir: 'ltr', translate: 'no' });
  #status = make('p', { class: 'status', part: 'status' });
  #words = make('span', { dir: 'auto' });
  #again = make('button', { type: 'button', part: 'button again' });
  #problem = make('div', { class: 'problem', part: 'problem', role: 'alert', hidden: '' }, this.#words, this.#again);
  #list = make('ol', { class: 'list', part: 'list', role: 'list' });
  #listed = make('details', { class: 'listed', open: '', hidden: '' }, make('summary'), this.#list);
  #truth = make('p', { class: 'truth', part: 'truth' });
  #announcer = make('div', { class: 'unseen', 'aria-live': 'polite' });
  #fallback = make('slot');
  #loom = make('div', { class: 'loom', hidden: '' }, this.#place, this.#caption, this.#tape);
  #controls;
  #frame;
  #onPick;

  /** @param {{ choose: Function, dream: () => void, stop: () => void, again: () => void, pick: (molecule: object) => void }} door */
  constructor(root, door) {
    this.#controls = new Controls(door);
    this.#onPick = door.pick;
    this.#again.addEventListener('click', () => door.again());
    // A group and no landmark: a page may have many.
    this.#frame = make('div', { class: 'frame', part: 'frame', role: 'group' },
      this.#fallback, this.#loom, this.#status, this.#problem, this.#controls.element, this.#listed, this.#truth, this.#announcer);
    this.#frame.addEventListener('keydown', ({ key }) => key === 'Escape' && door.stop(), { capture: true });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#frame);
  }

  /** Shows the settings, in a language. */
  show({ language, theme, controls, textOf }) {
    this.#language = language;
    const words = (key) => this.say(key);
    this.#frame.lang = language;
    this.#frame.dataset.theme = theme;
    this.#frame.setAttribute('aria-label', words('name'));
    this.#tape.setAttribute('aria-label', words('tape'));
    this.#listed.firstElementChild.textContent = words('list');
    this.#again.textContent = words('again');
    this.#truth.textContent = words('truth');
    this.#controls.speak(words);
    this.#controls.show(shownControls(controls), textOf);
  }

  /** A sentence in the language of the element. */
  say(key, values) {
    return say(this.#language, key, values);
  }

  /** Says how things stand: the words of `key`, and whether a dream runs. */
  state(key, values, running = false) {
    this.#status.textContent = this.say(key, values);
    this.#controls.offer(this.say(this.#list.childElementCount > 0 ? 'dream.more' : 'dream'), running);
  }

  /** From now on the molecule is shown, no longer what stands between the tags. */
  open() {
    this.#fallback.hidden = true;
    this.#loom.hidden = false;
  }

  /** Shows what went wrong; `again` offers another try. */
  problem(message, again) {
    this.#problem.hidden = false;
    this.#words.textContent = message;
    this.#again.hidden = !again;
  }

  noProblem() {
    this.#problem.hidden = true;
  }

  /** Forgets every molecule. */
  clear() {
    this.#picture.clear();
    this.#tape.replaceChildren();
    this.#caption.textContent = '';
    this.#list.replaceChildren();
    this.#listed.hidden = true;
  }

  /** Shows a text that grows: its tokens so far, and what can be drawn of it; null for no drawing. */
  growing(tokens, text, chemistry) {
    this.#weave(tokens);
    this.#caption.textContent = '';
    if (text !== null) this.#picture.show(chemistry, { text, whole: false, title: this.say('unfinished') });
  }

  /** Shows a finished molecule with what is said of it. */
  finished(molecule, tokens, { caption, title, reason }, chemistry) {
    this.#weave(tokens);
    this.#caption.replaceChildren(caption);
    this.#picture.show(chemistry, { text: reason === '' ? molecule.smiles : '', whole: true, title });
  }

  /** Puts a finished molecule into the list. */
  list(molecule) {
    const mark = molecule.valid ? [] : [make('span', { class: 'mark', text: this.say('invalid.mark') })];
    const pick = make('button', { type: 'button', class: 'pick', part: 'molecule' },
      make('code', { part: 'smiles', dir: 'ltr', translate: 'no', text: molecule.smiles || molecule.text || '\u2205' }), ...mark);
    pick.addEventListener('click', () => this.#onPick(molecule));
    this.#list.append(make('li', { value: molecule.index + 1 }, pick));
    while (this.#list.childElementCount > MOST_LISTED) this.#list.firstElementChild.remove();
    this.#listed.hidden = false;
  }

  /** Tells screen readers. */
  announce(words) {
    this.#announcer.textContent = words;
  }

  #weave(tokens) {
    let same = 0;
    while (same < tokens.length && this.#tape.children[same]?.dataset.token === tokens[same].text) same++;
    while (this.#tape.childElementCount > same) this.#tape.lastElementChild.remove();
    this.#tape.append(...tokens.slice(same).map(({ text, logProbability }) => {
      const percent = `${Math.round(Math.exp(logProbability) * 100)} %`;
      return make('li', { class: family(text), part: 'token', 'data-token': text, title: this.say('token', { token: text, percent }), text });
    }));
  }
}
