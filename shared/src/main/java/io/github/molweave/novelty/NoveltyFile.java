package io.github.molweave.novelty;

import io.github.molweave.modelfile.Sha256;

/**
 * A {@link NoveltyFilter} as a file, extension {@code .novelty}. The reader treats every file as
 * hostile: nothing is allocated that the file does not hold, no number is believed before it was
 * compared. Format: docs/novelty-file.md.
 */
public final class NoveltyFile {
  /** Eight bytes that no text begins with. */
  private static final byte[] MAGIC = {(byte) 0x89, 'M', 'W', 'N', 'O', 'V', '\r', '\n'};

  private static final int VERSION = 1;
  private static final int CONSTITUTION = 1;
  private static final int VERSION_AT = 8;
  private static final int KEY_AT = 12;
  private static final int BITS_AT = 16;
  private static final int HASHES_AT = 20;
  private static final int KEYS_AT = 24;
  private static final int UNREADABLE_AT = 28;
  private static final int MODEL_AT = 32;
  private static final int CHECKSUM_AT = 96;
  private static final int HEADER = 160;
  private static final int DIGITS = 64;

  private NoveltyFile() {}

  /** The bytes of {@code filter}; equal filters are equal files. */
  public static byte[] write(NoveltyFilter filter) {
    byte[] file = new byte[HEADER + filter.bits().length];
    System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
    putInt(file, VERSION_AT, VERSION);
    putInt(file, KEY_AT, CONSTITUTION);
    putInt(file, BITS_AT, filter.bitCount());
    putInt(file, HASHES_AT, filter.hashes());
    putInt(file, KEYS_AT, filter.keys());
    putInt(file, UNREADABLE_AT, filter.unreadable());
    putAscii(file, MODEL_AT, filter.modelId());
    System.arraycopy(filter.bits(), 0, file, HEADER, filter.bits().length);
    putAscii(file, CHECKSUM_AT, checksum(file));
    return file;
  }

  /**
   * Reads a file; keeps none of {@code file}'s own bytes.
   *
   * @throws NoveltyFileException naming what is wrong, the first found in the order of the page
   */
  public static NoveltyFilter read(byte[] file) {
    checkKind(file);
    int bitCount = sized(file, BITS_AT, 8, NoveltyFilter.MOST_BITS, "the number of bits");
    int hashes = sized(file, HASHES_AT, 1, NoveltyFilter.MOST_HASHES, "the number of hashes");
    int keys = sized(file, KEYS_AT, 1, NoveltyFilter.MOST_KEYS, "the number of molecules");
    int unreadable =
        sized(file, UNREADABLE_AT, 0, Integer.MAX_VALUE, "the number of unreadable molecules");
    checkLength(file, bitCount);
    checkChecksum(file);
    String modelId = modelId(file);
    byte[] bits = new byte[file.length - HEADER];
    System.arraycopy(file, HEADER, bits, 0, bits.length);
    NoveltyFilter filter = new NoveltyFilter(bitCount, hashes, keys, unreadable, modelId, bits);
    checkBits(filter);
    return filter;
  }

  private static void checkKind(byte[] file) {
    if (file.length == 0) {
      throw new NoveltyFileException(NoveltyProblem.EMPTY, 0, "The file is empty");
    }
    for (int i = 0; i < MAGIC.length && i < file.length; i++) {
      if (file[i] != MAGIC[i]) {
        throw new NoveltyFileException(NoveltyProblem.ANOTHER_FORMAT, i, "This is no novelty file");
      }
    }
    if (file.length < HEADER) {
      throw cutShort(file, HEADER);
    }
    if (int32(file, VERSION_AT) != VERSION) {
      throw new NoveltyFileException(
          NoveltyProblem.VERSION, VERSION_AT, "The file is of a version that is not known here");
    }
    if (int32(file, KEY_AT) != CONSTITUTION) {
      throw new NoveltyFileException(
          NoveltyProblem.KEY, KEY_AT, "The file names its molecules in a way not known here");
    }
  }

  private static int sized(byte[] file, int at, int least, int most, String what) {
    int number = int32(file, at);
    if (number < least || number > most) {
      throw new NoveltyFileException(
          NoveltyProblem.SIZE, at, what + " must be from " + least + " to " + most);
    }
    return number;
  }

  private static void checkLength(byte[] file, int bitCount) {
    int length = HEADER + (bitCount + 7) / 8;
    if (file.length < length) {
      throw cutShort(file, length);
    }
    if (file.length > length) {
      throw new NoveltyFileException(
          NoveltyProblem.TRAILING_BYTES,
          length,
          "The file goes on after its " + length + " bytes: there are " + file.length);
    }
  }

  private static NoveltyFileException cutShort(byte[] file, int length) {
    return new NoveltyFileException(
        NoveltyProblem.CUT_SHORT,
        file.length,
        "The file has " + file.length + " bytes of at least " + length);
  }

  private static void checkChecksum(byte[] file) {
    String stated = ascii(file, CHECKSUM_AT);
    if (!isHex(stated)) {
      throw new NoveltyFileException(
          NoveltyProblem.CHECKSUM_FIELD,
          CHECKSUM_AT,
          "The checksum must be 64 lower-case hexadecimal digits");
    }
    if (!checksum(file).equals(stated)) {
      throw new NoveltyFileException(
          NoveltyProblem.CHECKSUM_MISMATCH,
          CHECKSUM_AT,
          "The file is damaged: its content does not match its checksum");
    }
  }

  private static String modelId(byte[] file) {
    boolean none = true;
    for (int i = 0; i < DIGITS; i++) {
      none &= file[MODEL_AT + i] == 0;
    }
    String id = none ? "" : ascii(file, MODEL_AT);
    if (!none && !isHex(id)) {
      throw new NoveltyFileException(
          NoveltyProblem.MODEL_ID,
          MODEL_AT,
          "The id of the model must be 64 lower-case hexadecimal digits, or zero bytes");
    }
    return id;
  }

  private static void checkBits(NoveltyFilter filter) {
    double most = filter.hashes() * (double) filter.keys();
    int beyond = filter.bitCount() % 8;
    int last = filter.bits()[filter.bits().length - 1] & 255;
    boolean outside = beyond != 0 && last >> beyond != 0;
    if (filter.ones() > most || filter.ones() == 0 || outside) {
      throw new NoveltyFileException(
          NoveltyProblem.BITS, HEADER, "Its bits are not those of the molecules that it counts");
    }
  }

  /** Over the whole file, the place of the checksum itself as zero bytes. */
  private static String checksum(byte[] file) {
    Sha256 digest = new Sha256();
    digest.update(file, 0, CHECKSUM_AT);
    digest.update(new byte[DIGITS], 0, DIGITS);
    digest.update(file, HEADER, file.length);
    return digest.hex();
  }

  private static int int32(byte[] file, int at) {
    return (file[at] & 255)
        | (file[at + 1] & 255) << 8
        | (file[at + 2] & 255) << 16
        | (file[at + 3] & 255) << 24;
  }

  private static void putInt(byte[] file, int at, int value) {
    for (int i = 0; i < 4; i++) {
      file[at + i] = (byte) (value >> (8 * i));
    }
  }

  private static void putAscii(byte[] file, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      file[at + i] = (byte) text.charAt(i);
    }
  }

  private static String ascii(byte[] file, int at) {
    StringBuilder text = new StringBuilder(DIGITS);
    for (int i = 0; i < DIGITS; i++) {
      text.append((char) (file[at + i] & 255));
    }
    return text.toString();
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
