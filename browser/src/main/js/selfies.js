import { Connection } from './connection.js';
import { MolweaveError } from './errors.js';
import { text, whole } from './options.js';

/** The translator in a worker of its own. index.d.ts describes each member. */
class Selfies {
  #connection = new Connection(
    new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module' }));

  async encode(smiles, options = {}) {
    return this.#translate('toSelfies', text(smiles, 'smiles'), options);
  }

  async decode(selfies, options = {}) {
    return this.#translate('fromSelfies', text(selfies, 'selfies'), options);
  }

  close() {
    opened = null;
    this.#connection.close(
      new MolweaveError('selfies-closed', 'The SELFIES translator has been closed.'));
  }

  async #translate(ask, given, options) {
    const version = String(whole(options, 'version', 1, 2, 2));
    const answer = await this.#connection.ask({ ask, request: { text: given, version } });
    return answer.text;
  }
}

let opened = null;

/** See index.d.ts. */
export async function selfies() {
  opened ??= new Selfies();
  return opened;
}
