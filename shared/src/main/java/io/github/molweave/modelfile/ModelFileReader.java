package io.github.molweave.modelfile;

import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/**
 * Bytes to {@link ModelFile}, believing nothing: what is read is checked first, and what is
 * allocated is never larger than the file. The rules are those of {@code docs/model-file.md}.
 */
public final class ModelFileReader {
  /** Largest header, enough for 4,096 tokens and a long card. */
  public static final int MAX_HEADER = 1 << 20;

  static final int LENGTH_BYTES = 8;

  private ModelFileReader() {}

  /**
   * Reads a whole file. {@code file} is neither kept nor changed.
   *
   * @throws ModelFileException when anything at all is wrong with it; no other exception, proven by
   *     {@code ModelFileFuzzTest}
   */
  public static ModelFile read(byte[] file) {
    return read(file, Sha256.hexOf(covered(file)));
  }

  /**
   * What a file's checksum is taken of: header and data, with zeros for the checksum's own digits.
   * For who has a faster SHA-256 than {@link Sha256}.
   *
   * @throws ModelFileException when its first bytes are not those of a model
   */
  public static byte[] covered(byte[] file) {
    return Checksum.covered(file, LENGTH_BYTES, dataStart(file));
  }

  /**
   * As {@link #read(byte[])}, given the SHA-256 of what is {@link #covered}, 64 lower-case
   * hexadecimal digits.
   */
  public static ModelFile read(byte[] file, String digest) {
    int dataStart = dataStart(file);
    Header header = HeaderParser.parse(headerText(file, dataStart));
    Metadata metadata = new Metadata(header.metadata());
    checkFileLength(header, file.length - dataStart);
    Checksum.verify(file, LENGTH_BYTES, dataStart, metadata.text(Metadata.SHA256), digest);
    metadata.refuseUnknownFields();
    Architecture sizes = metadata.architecture();
    Notation notation = metadata.notation();
    Vocabulary vocabulary = VocabularyReader.read(metadata, sizes.vocabularySize(), notation);
    return new ModelFile(
        sizes,
        vocabulary,
        notation,
        metadata.lengths(vocabulary.end()),
        MetadataJson.readCard(metadata.text(Metadata.CARD)),
        TensorTable.read(sizes, header.entries(), file, dataStart));
  }

  private static int dataStart(byte[] file) {
    ForeignFormat.refuse(file);
    int length = announcedLength(file);
    if (length == 0 || length % LENGTH_BYTES != 0) {
      throw new ModelFileException(
          Problem.HEADER_LENGTH,
          "bytes 0 to 7",
          "The header's length is " + length + ", not a multiple of 8 above zero");
    }
    requireHeader(file, length);
    return LENGTH_BYTES + length;
  }

  /** The header's length by the first bytes, at most {@link #MAX_HEADER}. */
  static int announcedLength(byte[] file) {
    if (file.length < LENGTH_BYTES) {
      throw cutShort(file.length, "the header's length takes 8");
    }
    int length = (file[0] & 255) | (file[1] & 255) << 8 | (file[2] & 255) << 16;
    boolean tooLarge = length > MAX_HEADER;
    for (int at = 3; at < LENGTH_BYTES; at++) {
      tooLarge |= file[at] != 0;
    }
    if (tooLarge) {
      throw new ModelFileException(
          Problem.HEADER_TOO_LARGE,
          "bytes 0 to 7",
          "The file asks for a header of more than " + MAX_HEADER + " bytes");
    }
    return length;
  }

  static void requireHeader(byte[] file, int length) {
    if (file.length - LENGTH_BYTES < length) {
      throw cutShort(file.length, "the header alone takes " + (LENGTH_BYTES + length));
    }
  }

  static String headerText(byte[] file, int dataStart) {
    int end = dataStart;
    while (end > LENGTH_BYTES && file[end - 1] == ' ') {
      end--;
    }
    if (file[LENGTH_BYTES] != '{' || file[end - 1] != '}') {
      throw new ModelFileException(
          Problem.HEADER_NOT_JSON, "header", "The header is not a JSON object padded with spaces");
    }
    return StrictUtf8.decode(file, LENGTH_BYTES, end);
  }

  static void checkFileLength(Header header, int present) {
    long promised = 0;
    for (Header.Entry entry : header.entries()) {
      promised = Math.max(promised, entry.end());
    }
    if (present < promised) {
      throw cutShort(present, "the header promises " + promised + " bytes of tensors");
    }
    if (present > promised) {
      throw new ModelFileException(
          Problem.TRAILING_BYTES,
          "the last " + (present - promised) + " bytes",
          "The file goes on after its last tensor");
    }
  }

  private static ModelFileException cutShort(int present, String promise) {
    return new ModelFileException(
        Problem.CUT_SHORT,
        "the end of the file",
        "The file is cut short: there are " + present + " bytes, but " + promise);
  }
}
