package io.github.molweave.random;

/** What noise is drawn for. Each purpose has its own key, so no two share a number. */
public enum Purpose {
  /** One number for each token at each step: which token comes next. */
  TOKEN(0),
  /** How long a molecule of a model without END is. */
  LENGTH(1),
  /** Which numbers between two layers are left out of a step of training. */
  DROPOUT(2);

  private final int key;

  Purpose(int key) {
    this.key = key;
  }

  /** The word that tells it from the others. */
  public int key() {
    return key;
  }
}
