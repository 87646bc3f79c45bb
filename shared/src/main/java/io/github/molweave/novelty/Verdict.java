package io.github.molweave.novelty;

/** What a filter says of a molecule. */
public enum Verdict {
  /** Certain: nothing of its constitution is in the corpus. */
  NOT_IN_TRAINING_SET("not-in-training-set", "not in the training set"),
  /**
   * It or a stereoisomer of it is in the corpus, or the filter errs, which {@link
   * NoveltyFilter#falseAlarmRate} says how often it does.
   */
  PROBABLY_IN_IT("probably-in-it", "probably in it");

  private final String id;
  private final String words;

  Verdict(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The spelling in JavaScript. */
  public String id() {
    return id;
  }

  /** As people say it. */
  public String words() {
    return words;
  }
}
