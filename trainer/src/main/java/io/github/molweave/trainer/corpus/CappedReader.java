package io.github.molweave.trainer.corpus;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets through at most {@link CorpusReader#MAX_LINE} characters of each line and swallows the rest,
 * so that no reader behind it ever holds more; remembers which lines were cut. Line ends ({@code
 * \n}, {@code \r\n}, {@code \r}) pass unchanged, hence line numbers stay true.
 */
final class CappedReader extends Reader {
  private final Reader text;
  private final char[] buffer = new char[8192];
  private final Set<Long> cut = new HashSet<>();
  private int filled;
  private int position;
  private long line = 1;
  private int length;
  private boolean afterReturn;

  CappedReader(Reader text) {
    this.text = text;
  }

  /** Whether line {@code number} (the first is 1) was cut; true only after it has been read. */
  boolean wasCut(long number) {
    return cut.contains(number);
  }

  @Override
  public int read(char[] into, int offset, int wanted) throws IOException {
    int written = 0;
    while (written == 0) {
      if (position == filled) {
        filled = text.read(buffer, 0, buffer.length);
        position = 0;
        if (filled < 0) {
          filled = 0;
          return -1;
        }
      }
      while (position < filled && written < wanted) {
        char c = buffer[position++];
        if (passes(c)) {
          into[offset + written++] = c;
        }
      }
    }
    return written;
  }

  private boolean passes(char c) {
    if (c == '\n' || c == '\r') {
      if (c == '\r' || !afterReturn) {
        line++;
      }
      afterReturn = c == '\r';
      length = 0;
      return true;
    }
    afterReturn = false;
    if (length == CorpusReader.MAX_LINE) {
      cut.add(line);
      return false;
    }
    length++;
    return true;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
