// What the molecules of one dream say together about the network, and what they do not.
import { interval } from './honest.js';
import { percent, say } from './say.js';

/** Counts the molecules of a dream under a way of `validity`. */
export class Tally {
  #validity;
  #n = 0;
  #valid = 0;
  #redraws = 0;

  constructor(validity) {
    this.#validity = validity;
  }

  count({ valid, redraws }) {
    this.#n++;
    this.#redraws += redraws;
    if (valid) this.#valid++;
  }

  /** The counts in words, with how many of the molecules are different. */
  inWords(different) {
    if (this.#n === 0) return '';
    const drawn = this.#n + this.#redraws;
    const words = [say(`group.count.${this.#validity}`, {
      n: this.#n,
      valid: this.#valid,
      different,
      redraws: this.#redraws,
      share: percent(this.#valid / drawn),
      ...interval(this.#valid, drawn),
    })];
    const failed = this.#n - this.#valid;
    if (this.#validity === 'reject' && failed > 0) words.push(say('group.count.failed', { failed }));
    return words.join(' ');
  }
}
