package io.github.molweave.trainer.replay;

/**
 * A part of a link that says nothing that can be followed.
 *
 * @param kind what is wrong
 * @param key the part's name, at most 40 characters; empty for the whole link
 * @param value what is said, at most 80 characters
 */
public record LinkProblem(Kind kind, String key, String value) {

  /** The ways of a link to be wrong, the same as the page's. */
  public enum Kind {
    /** It is of a version that this program does not read. */
    VERSION("link-version"),
    /** It is longer than any link that a page writes. */
    LONG("link-long"),
    /** It names what no link of this version holds. */
    UNKNOWN_KEY("link-unknown-key"),
    /** It says a thing twice. */
    TWICE("link-twice"),
    /** A value is out of range, or wrongly escaped. */
    VALUE("link-value");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    public String id() {
      return id;
    }
  }
}
