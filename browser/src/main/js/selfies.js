import { MolweaveError } from './errors.js';
import { patienceOf, text, whole } from './options.js';
import { pool } from './pool.js';

/** The translator, asked of a worker of the pool. index.d.ts describes each member. */
class Selfies {
  #tenant;

  constructor(patience) {
    this.#tenant = pool.enter({ engine: 'none', patience }, 1);
  }

  async encode(smiles, options = {}) {
    return this.#translate('toSelfies', text(smiles, 'smiles'), options);
  }

  async decode(selfies, options = {}) {
    return this.#translate('fromSelfies', text(selfies, 'selfies'), options);
  }

  close() {
    opened = null;
    pool.leave(
      this.#tenant, new MolweaveError('selfies-closed', 'The SELFIES translator has been closed.'));
  }

  async #translate(ask, given, options) {
    const version = String(whole(options, 'version', 1, 2, 2));
    const answer = await pool.ask(this.#tenant, { ask, request: { text: given, version, patience: this.#tenant.runtime.patience } });
    return answer.text;
  }
}

let opened = null;

/** See index.d.ts. */
export async function selfies(options = {}) {
  const patience = patienceOf(options);
  opened ??= new Selfies(patience);
  return opened;
}
