// The drawing of the molecule that is being written: one at a time, always of the latest text.
import { drawable } from './unfinished.js';

const WIDEST = 480; // of a drawing's own pixels; a wider place scales it up

export class Picture {
  #place;
  #wanted = null;
  #drawn = null;
  #busy = false;

  constructor(place) {
    this.#place = place;
  }

  /**
   * Draws what the last call wanted.
   *
   * @param {object | null} chemistry null before there is one
   * @param {{ text: string, whole: boolean, title: string }} wanted a `whole` text is drawn as it is, another
   *   as far as it can be
   */
  show(chemistry, wanted) {
    this.#wanted = wanted;
    if (wanted.text === '') this.#place.replaceChildren();
    this.#follow(chemistry);
  }

  /** Draws nothing any more. */
  clear() {
    this.#wanted = null;
    this.#place.replaceChildren();
  }

  async #follow(chemistry) {
    if (this.#busy || chemistry === null) return;
    this.#busy = true;
    try {
      while (this.#wanted !== null && this.#wanted !== this.#drawn) {
        this.#drawn = this.#wanted;
        await this.#draw(chemistry, this.#drawn);
      }
    } finally {
      this.#busy = false;
    }
  }

  async #draw(chemistry, { text, whole, title }) {
    const { clientWidth, clientHeight } = this.#place;
    const width = Math.max(160, Math.min(WIDEST, clientWidth));
    const height = Math.max(100, Math.round((width * clientHeight) / Math.max(1, clientWidth)));
    for (const candidate of whole ? [text] : drawable(text)) {
      const svg = await chemistry.draw(candidate, { width, height, title }).catch(() => null);
      if (this.#wanted === null) return;
      if (svg === null) continue;
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      this.#place.replaceChildren(document.importNode(documentElement, true));
      return;
    }
    if (whole) this.#place.replaceChildren();
  }
}
