import { MolweaveError } from './errors.js';
import { modelBytes } from './model-source.js';
import { MoleculeStream } from './molecule-stream.js';
import { distributionOptions, hiddenUnits, loadOptions, sampleOptions, text } from './options.js';
import { pool } from './pool.js';

/** A loaded model, drawn from by workers of the pool. index.d.ts describes each member. */
class Model {
  #tenant;

  constructor(tenant, described) {
    this.#tenant = tenant;
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
    return new MoleculeStream(this.#tenant, request, local);
  }

  async next(prefix = '', options = {}) {
    const request = { prefix: text(prefix, 'prefix'), ...distributionOptions(options) };
    return pool.ask(this.#tenant, { ask: 'next', request });
  }

  async score(smiles) {
    return pool.ask(this.#tenant, { ask: 'score', request: text(smiles, 'smiles') });
  }

  async states(prefix = '') {
    return pool.ask(this.#tenant, { ask: 'states', request: text(prefix, 'prefix') });
  }

  async clamped(units) {
    const { runtime, most, bytes, closedBy } = this.#tenant;
    const clamped = [...runtime.clamped, ...hiddenUnits(units, this.architecture)];
    if (closedBy !== null) {
      throw closedBy;
    }
    const tenant = pool.enter({ ...runtime, clamped }, most);
    tenant.bytes = bytes;
    return described(tenant);
  }

  async typed(smiles) {
    return pool.ask(this.#tenant, { ask: 'typed', request: text(smiles, 'smiles') });
  }

  close() {
    pool.leave(this.#tenant, new MolweaveError('model-closed', 'The model has been closed.'));
  }
}

/** The model of a tenant who has its bytes; who cannot have it leaves. */
async function described(tenant) {
  try {
    return new Model(tenant, await pool.ask(tenant, { ask: 'describe' }));
  } catch (fault) {
    pool.leave(tenant, fault);
    throw fault;
  }
}

/** See index.d.ts. */
export async function loadModel(source, options = {}) {
  const { engine, kernel, workers, patience, onProgress, signal } = loadOptions(options);
  const tenant = pool.enter({ engine, kernel, patience, clamped: [] }, workers);
  const onAbort = () => pool.leave(tenant, signal.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    tenant.bytes = await modelBytes(source, { onProgress, signal, patience });
    return await described(tenant);
  } catch (fault) {
    pool.leave(tenant, fault);
    throw fault;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
