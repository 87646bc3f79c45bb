import { Collection } from './collection.js';
import { Connection } from './connection.js';
import { MolweaveError } from './errors.js';
import { text, whole } from './options.js';

/** The chemistry in its worker. index.d.ts describes each member. */
class Chemistry {
  #connection = new Connection(
    new Worker(new URL('./chemistry-worker.js', import.meta.url), { type: 'module' }));

  async draw(smiles, options = {}) {
    const width = whole(options, 'width', 16, 4096, 300);
    const height = whole(options, 'height', 16, 4096, 200);
    const title = text(options.title, 'title', smiles);
    const { svg } = await this.#ask('draw', smiles, width, height, title);
    return svg;
  }

  async canonical(smiles) {
    return this.#ask('canonical', smiles);
  }

  async formula(smiles) {
    return (await this.#ask('formula', smiles)).formula;
  }

  async weight(smiles) {
    return (await this.#ask('formula', smiles)).weight;
  }

  collection() {
    return new Collection(this.#connection);
  }

  close() {
    opened = null;
    this.#connection.close(new MolweaveError('chemistry-closed', 'The chemistry has been closed.'));
  }

  #ask(ask, smiles, ...more) {
    return this.#connection.ask({ ask, given: [text(smiles, 'smiles'), ...more] });
  }
}

let opened = null;

/** See index.d.ts. */
export async function chemistry() {
  opened ??= new Chemistry();
  return opened;
}
