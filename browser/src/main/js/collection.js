import { text, whole } from './options.js';

let opened = 0;

/** The different molecules of a collection, in the chemistry's worker. index.d.ts describes each member. */
export class Collection {
  #connection;
  #number = ++opened;

  constructor(connection) {
    this.#connection = connection;
  }

  async add(smiles) {
    return this.#ask('collect', text(smiles, 'smiles'), this.#number);
  }

  async nearest(number) {
    const asked = whole({ number }, 'number', 0, 2 ** 31 - 1);
    return (await this.#ask('nearest', this.#number, asked)).nearest;
  }

  async forget() {
    await this.#ask('forget', this.#number);
  }

  #ask(ask, ...given) {
    return this.#connection.ask({ ask, given });
  }
}
