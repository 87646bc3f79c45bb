package io.github.molweave.trainer.corpus;

/**
 * One line that did not make it into the corpus.
 *
 * @param source name of the file
 * @param line its number, the first is 1
 * @param reason why
 * @param detail what exactly, with the beginning of the molecule; printable, short
 */
public record DroppedLine(String source, long line, DropReason reason, String detail) {
  /** As in {@code zinc.smi line 7: unknown element: 'Xx' in 'CC[Xx]'}. */
  @Override
  public String toString() {
    return source + " line " + line + ": " + reason.words() + ": " + detail;
  }
}
