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

  /** What `from` makes it of again on the other side. */
  plain() {
    return { ...this.details, id: this.id, message: this.message };
  }
}

/** A worker that ended by itself. What it was asked may be asked another. */
export class Crash extends MolweaveError {
  /**
   * @param {string} why in words, or empty
   * @param {boolean} started whether it had ever been heard of
   */
  constructor(why, started) {
    super(
      'engine-stopped',
      `The engine could not start or has stopped${why === '' ? '' : `: ${why}`}. Reload the page.`);
    this.why = why;
    this.started = started;
  }
}
