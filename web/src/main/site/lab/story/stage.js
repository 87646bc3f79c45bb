// One writer's stage: the text that is looked at, drawn or with its fault, and a few molecules before it.
import { draw } from '../../app/chemistry.js';
import { make } from '../../app/page.js';
import { marked, whyNot } from '../../app/reason.js';
import { say } from '../../app/say.js';

const FRAME = { width: 300, height: 170 };
const SMALL = { width: 120, height: 80 };
const FEW = 3;

/** A stage in `element`; it draws one text at a time and always ends with the latest. */
export class Stage {
  element = make('div', { class: 'stage' });
  #picture = make('div', { class: 'stage-picture' });
  #text = make('code', { class: 'stage-text', translate: 'no' });
  #verdict = make('p', { class: 'card-verdict' });
  #few = make('ol', { class: 'stage-few' });
  #wanted = null;
  #busy = false;

  constructor(name) {
    this.#few.setAttribute('aria-label', say('lab.few', { name }));
    this.element.append(this.#picture,
      make('div', { 'class': 'stage-words', 'tabIndex': 0, 'role': 'group', 'aria-label': say('lab.text', { name }) }, this.#verdict, this.#text),
      this.#few);
  }

  /** Shows text number `index` of `texts`; `company` is 'few' for some molecules before it, or 'none'. */
  show(texts, index, company) {
    this.#wanted = { texts, index, company };
    return this.#follow();
  }

  /** Empties the stage. */
  clear() {
    this.#wanted = null;
    for (const part of [this.#picture, this.#text, this.#verdict, this.#few]) part.replaceChildren();
    delete this.element.dataset.index;
  }

  async #follow() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let done = null; this.#wanted !== done && this.#wanted !== null;) {
        done = this.#wanted;
        await this.#draw(done);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #draw({ texts, index, company }) {
    const looked = texts[index];
    if (looked === undefined) return;
    const few = company === 'none' ? [] : before(texts, index);
    const [large, ...small] = await Promise.all([
      looked.valid ? picture(looked.smiles, FRAME) : null,
      ...few.map((molecule) => picture(molecule.smiles, SMALL)),
    ]);
    if (this.#wanted === null || this.#wanted.texts !== texts) return;
    this.element.dataset.index = String(index);
    this.element.dataset.text = looked.text;
    this.#picture.replaceChildren(large ?? make('span', { class: 'stage-none', text: say(looked.valid ? 'lab.noPicture' : 'lab.invalid') }));
    this.#text.replaceChildren(...(looked.reason ? marked(looked.smiles, looked.reason) : [looked.smiles]));
    this.#verdict.className = `card-verdict ${looked.valid ? 'yes' : 'no'}`;
    this.#verdict.textContent = looked.valid ? say('lab.valid') : whyNot(looked.smiles, looked.reason);
    this.#few.replaceChildren(...small.map((drawn, i) => make('li', {}, drawn ?? make('code', { text: few[i].smiles }))));
  }
}

function before(texts, index) {
  const few = [];
  for (let i = index - 1; i >= 0 && few.length < FEW; i--) {
    if (texts[i].valid) few.push(texts[i]);
  }
  return few;
}

function picture(smiles, frame) {
  return draw(smiles, { ...frame, title: smiles }).catch(() => null);
}
