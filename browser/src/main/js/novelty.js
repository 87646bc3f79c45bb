import { MolweaveError } from './errors.js';
import { ownBytes } from './model-source.js';
import { text } from './options.js';

let opened = 0;

/** The filter of a corpus, in the chemistry's worker. index.d.ts describes each member. */
export class NoveltyFilter {
  #connection;
  #number;
  #closed = false;

  constructor(connection, number, { modelId, molecules, unreadable, falseAlarmRate }) {
    this.#connection = connection;
    this.#number = number;
    this.modelId = modelId;
    this.molecules = molecules;
    this.unreadable = unreadable;
    this.falseAlarmRate = falseAlarmRate;
    Object.freeze(this);
  }

  /** Fetches and opens one. */
  static async open(connection, source) {
    const number = ++opened;
    const bytes = new Int8Array(await filterBytes(source));
    const answer = await connection.ask({ ask: 'openFilter', given: [number, bytes] }, [bytes.buffer]);
    return new NoveltyFilter(connection, number, answer);
  }

  async ask(smiles) {
    const asked = text(smiles, 'smiles');
    if (this.#closed) {
      throw new MolweaveError('novelty-closed', 'The novelty filter has been closed.');
    }
    return this.#connection.ask({ ask: 'inTrainingSet', given: [asked, this.#number] });
  }

  async close() {
    this.#closed = true;
    await this.#connection.ask({ ask: 'closeFilter', given: [this.#number] });
  }
}

async function filterBytes(source) {
  const given = ownBytes(source, 'a novelty filter');
  if (given !== null) {
    return given;
  }
  const address = new URL(source, document.baseURI);
  let status;
  try {
    const response = await fetch(address);
    if (response.ok) {
      return await response.arrayBuffer();
    }
    ({ status } = response);
  } catch (fault) {
    status = fault.message;
  }
  throw new MolweaveError(
    'novelty-not-reached', `The novelty filter at ${address} could not be fetched (${status}). Check the address and the network.`);
}
