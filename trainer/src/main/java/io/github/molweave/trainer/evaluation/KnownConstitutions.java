package io.github.molweave.trainer.evaluation;

import io.github.molweave.chemistry.Constitution;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The constitutions of a corpus, to ask whether a molecule's is among them. Eight bytes for each
 * molecule: the beginning of its SHA-256, so that two of a million share one with a probability of
 * 3e-8.
 */
public final class KnownConstitutions {
  private static final long UNREADABLE = 0;
  private final long[] hashes;

  private KnownConstitutions(long[] hashes) {
    this.hashes = hashes;
  }

  /**
   * Reads a corpus on all processors; the order makes no difference.
   *
   * @param smiles the molecule of a number; one that cannot be read is left out
   * @param done told how many molecules more are read, from any thread
   */
  public static KnownConstitutions of(int molecules, IntFunction<String> smiles, IntConsumer done) {
    long[] hashes = new long[molecules];
    IntStream.range(0, molecules)
        .parallel()
        .forEach(
            i -> {
              String key = keyOf(smiles.apply(i));
              hashes[i] = key == null ? UNREADABLE : hash(key);
              done.accept(1);
            });
    Arrays.sort(hashes);
    return new KnownConstitutions(hashes);
  }

  /** Whether a molecule of the corpus has the constitution {@code key}. */
  public boolean contains(String key) {
    return Arrays.binarySearch(hashes, hash(key)) >= 0;
  }

  /** See {@link Constitution#key}; null when {@code smiles} cannot be read. */
  static String keyOf(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    return reading instanceof Reading.Understood understood
        ? Constitution.key(understood.molecule())
        : null;
  }

  private static long hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
