package io.github.molweave.trainer.corpus;

/** What happened to molecules that were kept. */
public enum Remark {
  /** Validation molecules that are among the training molecules, so that they are no test. */
  IN_BOTH("in-both", "WARNING: of the validation molecules are also trained on"),
  /** Molecules of which only the largest fragment was kept. */
  CUT("cut", "reduced to the largest fragment"),
  /** Molecules that carry a charge since another fragment was cut off. */
  CHARGED_BY_CUT("charged-by-cut", "of these are charged now; no charge was changed"),
  /** Molecules written anew by {@code --canonical}. */
  REWRITTEN("rewritten", "rewritten in canonical order"),
  /** Molecules that cannot be written anew and stay as read. */
  NOT_REWRITTEN("not-rewritten", "kept as read, because they cannot be written anew"),
  /** Molecules that are always trained on as read. */
  NOT_RESPELLED("not-respelled", "trained on as read, because they cannot be spelled anew");

  private final String id;
  private final String words;

  Remark(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The spelling in reports for machines. */
  public String id() {
    return id;
  }

  /** The spelling in reports for people, behind a number. */
  public String words() {
    return words;
  }
}
