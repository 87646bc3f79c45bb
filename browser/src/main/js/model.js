import { Connection } from './connection.js';
import { MolweaveError } from './errors.js';
import { modelBytes } from './model-source.js';
import { MoleculeStream } from './molecule-stream.js';
import { distributionOptions, loadOptions, sampleOptions, text } from './options.js';

/** A loaded model in its worker. index.d.ts describes each member. */
class Model {
  #connection;

  constructor(connection, described) {
    this.#connection = connection;
    this.modelId = described.modelId;
    this.numericVersion = described.numericVersion;
    this.notation = described.notation;
    this.architecture = Object.freeze(described.architecture);
    this.vocabulary = Object.freeze(described.vocabulary);
    this.card = Object.freeze(described.card);
    this.kernel = described.kernel;
    this.kernelReason = described.kernelReason;
    Object.freeze(this);
  }

  sample(options = {}) {
    const { request, ...local } = sampleOptions(options);
    return new MoleculeStream(this.#connection, request, local);
  }

  async next(prefix = '', options = {}) {
    const request = { prefix: text(prefix, 'prefix'), ...distributionOptions(options) };
    return this.#connection.ask({ ask: 'next', request });
  }

  async score(smiles) {
    return this.#connection.ask({ ask: 'score', request: text(smiles, 'smiles') });
  }

  async typed(smiles) {
    return this.#connection.ask({ ask: 'typed', request: text(smiles, 'smiles') });
  }

  close() {
    this.#connection.close(new MolweaveError('model-closed', 'The model has been closed.'));
  }
}

/** See index.d.ts. */
export async function loadModel(source, options = {}) {
  const { engine, kernel, onProgress, signal } = loadOptions(options);
  const connection = new Connection(
    new Worker(new URL('./engine-worker.js', import.meta.url), { type: 'module' }));
  const onAbort = () => connection.close(signal.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    const bytes = await modelBytes(source, { onProgress, signal });
    return new Model(connection, await connection.ask({ ask: 'load', engine, kernel, bytes }, [bytes]));
  } catch (fault) {
    connection.close(fault);
    throw fault;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
