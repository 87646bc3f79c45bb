/**
 * Whatever goes wrong with a model, a molecule or the engine. `id` is the anchor in
 * docs/troubleshooting.md, the same as on the command line; `details` holds what else is known
 * (for `unknown-token`: token, position, nearest).
 */
export class MolweaveError extends Error {
  /**
   * @param {string} id
   * @param {string} message
   * @param {object} [details]
   */
  constructor(id, message, details = {}) {
    super(message);
    this.name = 'MolweaveError';
    this.id = id;
    this.details = details;
  }

  /** An error that came from a worker as `{ id, message, ... }`. */
  static from({ id, message, ...details }) {
    return new MolweaveError(id, message, details);
  }
}
