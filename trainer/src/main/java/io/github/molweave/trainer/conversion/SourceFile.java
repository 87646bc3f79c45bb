package io.github.molweave.trainer.conversion;

import io.github.molweave.modelfile.Sha256;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a model of others, read whole.
 *
 * @param name its name without folders
 * @param bytes its content; to be read only
 */
record SourceFile(String name, byte[] bytes) {
  /** Larger than any network within the format's sizes, in double precision. */
  static final long LARGEST_WEIGHTS = 1L << 30;

  /** Far above any list of 4,096 tokens and any description of some layers. */
  static final long LARGEST_TEXT = 1L << 22;

  /**
   * Reads {@code path}.
   *
   * @throws ConversionException when it is no file, has more than {@code most} bytes or cannot be
   *     read
   */
  static SourceFile read(Path path, long most) throws ConversionException {
    try {
      if (!Files.isRegularFile(path)) {
        String what = Files.isDirectory(path) ? " is a folder, not a file" : " is no file";
        throw unreadable(path + what + ". Check its name.", null);
      }
      if (Files.size(path) > most) {
        throw unreadable(
            path + " has more than " + most + " bytes, too many for what it should be.", null);
      }
      return new SourceFile(path.getFileName().toString(), Files.readAllBytes(path));
    } catch (IOException failure) {
      throw unreadable(
          path + " cannot be read (" + failure.getMessage() + "). Check its permissions.", failure);
    }
  }

  private static ConversionException unreadable(String message, IOException cause) {
    return new ConversionException(Problem.UNREADABLE, message, cause);
  }

  /** Name and checksum, for the model card. */
  String words() {
    String quoted = Quotation.of(name);
    return quoted.substring(1, quoted.length() - 1) + ", SHA-256 " + Sha256.hexOf(bytes);
  }
}
