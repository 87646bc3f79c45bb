// One writer of the story: its words, its stage, its counts, and the link to its molecules.
import { writeLink } from '../../app/link.js';
import { make } from '../../app/page.js';
import { say } from '../../app/say.js';
import { shareBar } from './share-bar.js';
import { Stage } from './stage.js';
import { Standing } from './standing.js';

const WIDEST = 16; // texts that are judged side by side

/** The row of a writer; `element` goes onto the page. */
export class Row {
  #writer;
  #model = null;
  #modelName = '';
  #stage;
  #counts = make('ul', { class: 'counts' });
  #link = make('a', { class: 'replay' });
  #note = make('p', { class: 'card-note no', role: 'status' });
  #seed = 0;

  constructor(writer, place) {
    const name = say(`lab.${writer.id}.name`);
    const title = `writer-${writer.id}`;
    this.#writer = writer;
    this.#stage = new Stage(name);
    this.element = make('li', { 'class': 'writer', 'data-writer': writer.id, 'aria-labelledby': title },
      make('h3', { id: title }, make('span', { class: 'writer-place', text: String(place) }), ' ', name),
      make('p', { class: 'writer-words', text: say(`lab.${writer.id}.words`) }),
      this.#stage.element, this.#counts, this.#note,
      make('p', { class: 'question', text: say(`lab.${writer.id}.question`) }),
      make('p', { class: 'replay-line' }, this.#link));
    this.restart(0);
  }

  /** Which model it writes with, and what links call it. */
  writeWith(model, modelName) {
    this.#model = model;
    this.#modelName = modelName;
  }

  /** Says why there is nothing to see of it; `missing()` is true from now on. */
  fail(error) {
    this.#model = null;
    this.#note.textContent = say('lab.row.failed', { reason: error.message });
  }

  /** Whether it cannot write. */
  missing() {
    return this.#model === null;
  }

  /** Forgets all texts: the next ones are of `seed`, from molecule 0 on. */
  restart(seed) {
    this.#seed = seed;
    this.texts = [];
    this.standing = new Standing();
    this.#stage.clear();
    this.showCounts();
  }

  /** Writes until there are `target` texts; `onText()` is called when more of them are counted. */
  async write(target, signal, onText) {
    const first = this.texts.length;
    const { temperature, validity } = this.#writer;
    const options = { seed: this.#seed, first, count: Math.max(0, target - first), temperature, validity, steps: 'none', signal };
    const { texts, standing } = this;
    let judging = [];
    const settle = async () => {
      for (const judged of await Promise.all(judging)) {
        if (signal.aborted) return;
        standing.count(judged);
        texts.push(judged.molecule);
      }
      judging = [];
      onText();
    };
    for await (const molecule of this.#model.sample(options)) {
      judging.push(standing.judged(molecule));
      if (judging.length >= Math.min(WIDEST, texts.length + 1)) await settle();
      if (signal.aborted) return;
    }
    await settle();
  }

  /** Shows text number `index`, with a few before it or without; resolves when it is drawn. */
  async look(index, company) {
    if (this.texts.length > 0) await this.#stage.show(this.texts, Math.min(index, this.texts.length - 1), company);
  }

  /** Shows how things stand, and links to what has been written. */
  showCounts() {
    this.element.dataset.n = String(this.texts.length);
    this.#counts.replaceChildren(...this.standing.shares().map((share) => make('li', {
      'data-share': share.id,
      'data-hits': String(share.hits ?? ''),
      'data-of': String(share.of),
    }, shareBar(share), make('span', { text: share.words }))));
    this.#link.hidden = this.texts.length === 0 || this.missing();
    if (this.#link.hidden) return;
    const { temperature, validity } = this.#writer;
    const { modelId, numericVersion } = this.#model;
    this.#link.href = `index.html${writeLink({
      model: this.#modelName,
      modelId: modelId.slice(0, 8),
      numericVersion,
      seed: this.#seed,
      temperature,
      count: this.texts.length,
      validity,
    })}`;
    this.#link.textContent = say('lab.replay', { n: this.texts.length });
  }
}
