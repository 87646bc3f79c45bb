package io.github.molweave.trainer.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;

/**
 * Hands what a {@link CorpusReader} finds on in blocks, so that the molecules of one can be looked
 * at by many threads at once while their order stays. Memory is that of one block.
 *
 * @param <R> what one look at a molecule gives
 */
abstract class LineBlocks<R> implements CorpusReader.Sink {
  private static final int LINES = 4096;
  private static final int CHARACTERS = 1 << 22;

  private final List<Line> block = new ArrayList<>();
  private final ForkJoinPool pool;
  private final IntConsumer progress;
  private int characters;
  private int lines;

  /** A line; one with a reason is no molecule. */
  private record Line(long number, String text, DropReason reason) {}

  /** With a thread for each processor. */
  LineBlocks(IntConsumer progress) {
    this(ForkJoinPool.commonPool(), progress);
  }

  /**
   * @param pool of the threads that look at molecules
   * @param progress hears how many more lines are done
   */
  LineBlocks(ForkJoinPool pool, IntConsumer progress) {
    this.pool = pool;
    this.progress = progress;
  }

  /** Looks at one molecule; called from many threads. */
  abstract R look(String text);

  /** Takes one molecule; called in the order of the lines. */
  abstract void take(long line, String text, R found);

  /** Takes a line that is none; called in the order of the lines. */
  abstract void takeBad(long line, DropReason reason, String detail);

  @Override
  public final void molecule(long line, String text) {
    add(new Line(line, text, null));
  }

  @Override
  public final void bad(long line, DropReason reason, String detail) {
    add(new Line(line, detail, reason));
  }

  private void add(Line line) {
    block.add(line);
    characters += line.text.length();
    if (block.size() >= LINES || characters >= CHARACTERS) {
      flush();
    }
  }

  /** Lines so far, molecules and bad ones. */
  int lines() {
    return lines;
  }

  /** Works on what is left; to be called at the end of a source. */
  void flush() {
    // Inside a task of the pool, a parallel stream stays on the pool's threads.
    List<R> found =
        pool.submit(
                () ->
                    block.parallelStream()
                        .map(l -> l.reason == null ? look(l.text) : null)
                        .toList())
            .join();
    for (int i = 0; i < block.size(); i++) {
      Line line = block.get(i);
      if (line.reason == null) {
        take(line.number, line.text, found.get(i));
      } else {
        takeBad(line.number, line.reason, line.text);
      }
    }
    lines += block.size();
    progress.accept(block.size());
    block.clear();
    characters = 0;
  }
}
