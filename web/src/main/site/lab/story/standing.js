// What one writer's texts amount to: how many are valid, how many of these different, how many of those new.
import { interval } from '../../app/honest.js';
import { say } from '../../app/say.js';
import { isNew, nameOf } from './judging.js';

/** The counts of one writer. Texts are judged side by side and counted in their order. */
export class Standing {
  n = 0;
  valid = 0;
  fresh = 0;
  unread = 0;
  #names = new Set();
  #why = ''; // why nothing is known of the training set

  /** Of the valid texts, how many are different molecules. */
  get distinct() {
    return this.#names.size;
  }

  /** What has to be asked about a text, before it can be counted. */
  async judged(molecule) {
    if (!molecule.valid) return { molecule, name: '', fresh: '' };
    const name = await nameOf(molecule.smiles);
    const fresh = this.#names.has(name) ? '' : await isNew(molecule.smiles).catch((error) => {
      this.#why = error.message;
      return '';
    });
    return { molecule, name, fresh };
  }

  /** Counts a judged text. */
  count({ molecule, name, fresh }) {
    this.n++;
    if (!molecule.valid) return;
    this.valid++;
    if (this.#names.has(name)) return;
    this.#names.add(name);
    if (fresh === 'yes') this.fresh++;
    if (fresh === 'unread') this.unread++;
  }

  /** Three shares: `{ id, hits, of, words }`, `hits` null where it is not known. */
  shares() {
    return [
      share('valid', this.valid, this.n),
      share('distinct', this.distinct, this.valid),
      this.#why === ''
        ? withUnread(share('new', this.fresh, this.distinct - this.unread), this.unread)
        : { id: 'new', hits: null, of: 0, words: say('lab.count.new.unknown', { reason: this.#why }) },
    ];
  }
}

function withUnread(counted, unread) {
  return unread === 0 ? counted : { ...counted, words: say('lab.count.new.unread', { words: counted.words, unread }) };
}

function share(id, hits, of) {
  if (of === 0) return { id, hits, of, words: say(`lab.count.${id}.none`) };
  const { low, high } = interval(hits, of);
  return { id, hits, of, low, high, words: say(`lab.count.${id}`, { hits, of, low, high }) };
}
