// <mol-weave>: a small network that writes molecules, anywhere in a page. index.d.ts describes each member.
import { modelAddress } from '../shipped-models.js';
import { openChemistry, openModel } from './shared-engine.js';
import { languageOf } from './say.js';
import { ATTRIBUTES, defaultOf, DREAMED, propertyOf, readSetting } from './settings.js';
import { captionOf } from './caption.js';
import { View } from './view.js';
import { growthOf, WATCHED, writtenTokens } from './growth.js';

const NEAR = '200px'; // of the window: then it begins to load

export class MolWeave extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, 'lang', 'dir'];

  #view = null;
  #changed = new Set();
  #settling = false;
  #near = null;
  #engine = null; // { model, chemistry, close } from when it comes near until it leaves
  #loaded = null;
  #opening = null;
  #run = null;
  #next = 0; // the index of the molecule that comes next

  /** Its settings by the names of the properties, bad ones as they are taken. */
  get settings() {
    return Object.fromEntries(ATTRIBUTES.map((name) => [propertyOf(name), this[propertyOf(name)]]));
  }

  connectedCallback() {
    if (this.#view === null) this.#build();
    this.#settleSoon();
  }

  disconnectedCallback() {
    this.#settleSoon();
  }

  attributeChangedCallback(name) {
    this.#changed.add(name);
    this.#settleSoon();
  }

  /** Draws the next molecules of these settings; resolves when they are there, or something stopped them. */
  async dream() {
    if (!this.isConnected) return;
    if (this.#engine === null) {
      await this.#open();
    } else if (this.#loaded === null) {
      await this.#opening;
    } else {
      await this.#begin();
    }
  }

  /** Ends the dream within a token. */
  stop() {
    if (this.#run === null) return;
    this.#run.abort();
    this.#run = null;
    this.#view.state('stopped');
  }

  #build() {
    for (const property of ATTRIBUTES.map(propertyOf)) {
      if (!Object.hasOwn(this, property)) continue;
      const early = this[property]; // set before the script was there
      delete this[property];
      this[property] = early;
    }
    this.#view = new View(this.attachShadow({ mode: 'open' }), {
      choose: (name, text) => this.#choose(name, text),
      dream: () => this.dream(),
      stop: () => this.stop(),
      again: () => this.#open(),
      pick: (molecule) => this.#pick(molecule),
    });
  }

  /** Many attributes may change at a time, and a move is a removal and an insertion: all is seen at once. */
  #settleSoon() {
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      this.#settle();
    });
  }

  #settle() {
    if (!this.isConnected) {
      this.#leave();
      return;
    }
    if (this.#view === null) return;
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#view.show({
      language: languageOf(this),
      theme: this.theme,
      controls: this.controls,
      textOf: (name) => this.getAttribute(name),
    });
    for (const name of changed) this.#warn(name);
    if (this.#engine === null && this.#near === null) {
      this.#wait();
    } else if (this.#engine !== null && changed.includes('model')) {
      this.#leave();
      this.#open();
    } else if (this.#loaded !== null && changed.some((name) => DREAMED.includes(name))) {
      this.#forget();
      this.#begin();
    }
  }

  #warn(name) {
    if (!ATTRIBUTES.includes(name)) return;
    const text = this.getAttribute(name);
    if (!readSetting(name, text).bad) return;
    const value = text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
    const message = this.#view.say('attribute', { attribute: name, value, taken: defaultOf(name) });
    console.warn(message);
    this.#tell('problem', { id: 'element-attribute', message, attribute: name, value: text });
  }

  #choose(name, text) {
    const { value, bad } = readSetting(name, text);
    if (bad) {
      this.#view.problem(this.#view.say('bad', { label: this.#view.say(name), value: text }), false);
      return false;
    }
    if (value === this[propertyOf(name)]) return true;
    this.#view.noProblem();
    this[propertyOf(name)] = value;
    this.#tell('settingschange', { name: propertyOf(name), value, settings: this.settings });
    return true;
  }

  #wait() {
    this.#view.state('waiting');
    this.#near = new IntersectionObserver((changes) => {
      if (changes.some(({ isIntersecting }) => isIntersecting)) this.#open();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  #open() {
    this.#opening = this.#load();
    return this.#opening;
  }

  async #load() {
    this.#leave();
    this.#view.noProblem();
    this.#view.state('loading');
    const engine = { chemistry: null, close: () => {} };
    this.#engine = engine;
    try {
      const chemistry = openChemistry();
      engine.chemistry = chemistry.chemistry;
      engine.close = chemistry.close;
      const opened = openModel(modelAddress(this.model, this.baseURI), ({ loaded, total }) => {
        if (total !== null) this.#view.state('loading.some', { percent: Math.floor((100 * loaded) / total) });
      });
      engine.close = () => { chemistry.close(); opened.close(); };
      const model = await opened.model;
      if (this.#engine !== engine) return;
      this.#loaded = model;
    } catch (error) {
      if (this.#engine === engine) this.#fail(error);
      return;
    }
    this.#view.open();
    this.#tell('ready', { modelId: this.#loaded.modelId, numericVersion: this.#loaded.numericVersion, card: this.#loaded.card });
    await this.#begin();
  }

  /** Lets go of everything; coming back it begins anew. */
  #leave() {
    this.#near?.disconnect();
    this.#near = null;
    this.#forget();
    this.#engine?.close();
    this.#engine = null;
    this.#loaded = null;
  }

  #forget() {
    this.#run?.abort();
    this.#run = null;
    this.#next = 0;
    this.#view?.clear();
  }

  async #begin() {
    this.#run?.abort();
    if (this.#loaded === null) return; // a listener of `ready` has removed it
    const run = new AbortController();
    this.#run = run;
    this.#view.noProblem();
    try {
      await this.#draw(run.signal);
    } catch (error) {
      if (!run.signal.aborted) this.#fail(error);
      return;
    }
    if (run.signal.aborted) return;
    this.#run = null;
    this.#view.state('ready');
  }

  async #draw(signal) {
    const { seed, temperature, topP, prefix, validity, count } = this;
    const { chemistry } = this.#engine;
    const view = this.#view;
    const options = { count, first: this.#next, seed, temperature, topP, prefix, validity, signal };
    const watched = count <= WATCHED;
    let n = 0;
    view.state('dreaming', { n: 1, count }, true);
    for await (const molecule of this.#loaded.sample(options)) {
      for await (const growth of watched ? growthOf(molecule, this.#loaded.notation, n === 0, signal) : []) {
        view.growing(growth.tokens, growth.drawn, chemistry);
        this.#tell('token', growth.told);
        if (signal.aborted) return;
      }
      const words = await captionOf(molecule, chemistry, (key, values) => view.say(key, values));
      if (signal.aborted) return;
      n++;
      this.#next = molecule.index + 1;
      view.finished(molecule, writtenTokens(molecule), words, chemistry);
      view.list(molecule);
      view.state('dreaming', { n: Math.min(n + 1, count), count }, true);
      const text = molecule.smiles || molecule.text;
      if (watched || n === count) view.announce(view.say(molecule.valid ? 'finished' : 'finished.invalid', { n: molecule.index + 1, text }));
      this.#tell('molecule', { ...molecule, settings: { seed, temperature, topP, prefix, validity } });
      if (signal.aborted) return;
    }
  }

  async #pick(molecule) {
    if (this.#run !== null || this.#engine === null) return;
    const { chemistry } = this.#engine;
    const words = await captionOf(molecule, chemistry, (key, values) => this.#view.say(key, values));
    if (this.#engine?.chemistry !== chemistry || this.#run !== null) return;
    this.#view.finished(molecule, writtenTokens(molecule), words, chemistry);
  }

  #fail(error) {
    this.#run = null;
    const message = error.message || String(error);
    this.#view.state('failed');
    this.#view.problem(message, this.#loaded === null);
    this.#tell('problem', { id: error.id ?? error.name, message });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

for (const name of ATTRIBUTES) {
  Object.defineProperty(MolWeave.prototype, propertyOf(name), {
    configurable: true,
    enumerable: true,
    get() {
      return readSetting(name, this.getAttribute(name)).value;
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}
