package io.github.molweave.trainer.corpus;

import io.github.molweave.trainer.corpus.CorpusException.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The characters of a source: unpacked when it is gzip (told by its first bytes, not its name), the
 * byte order mark removed, refused when it is no text. Its SHA-256 is that of the bytes as stored.
 */
final class CorpusText implements AutoCloseable {
  private static final int SNIFFED = 8192;

  private final CorpusSource source;
  private final MessageDigest digest;
  private final InputStream stored;
  private final Reader reader;

  private CorpusText(CorpusSource source, MessageDigest digest, InputStream stored, Reader reader) {
    this.source = source;
    this.digest = digest;
    this.stored = stored;
    this.reader = reader;
  }

  static CorpusText open(CorpusSource source) throws CorpusException {
    MessageDigest digest = sha256();
    InputStream stored = null;
    try {
      stored = new BufferedInputStream(new DigestInputStream(source.opener().open(), digest));
      stored.mark(2);
      boolean gzip = stored.read() == 0x1f && stored.read() == 0x8b;
      stored.reset();
      InputStream bytes = new BufferedInputStream(gzip ? new GZIPInputStream(stored) : stored);
      refuseBinary(source, bytes);
      return new CorpusText(source, digest, stored, withoutMark(bytes));
    } catch (IOException failure) {
      close(stored);
      throw explain(source, failure);
    } catch (CorpusException failure) {
      close(stored);
      throw failure;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void close(InputStream stream) {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException ignored) {
      // The trouble that led here is the one to report.
    }
  }

  private static void refuseBinary(CorpusSource source, InputStream bytes)
      throws IOException, CorpusException {
    bytes.mark(SNIFFED);
    byte[] beginning = bytes.readNBytes(SNIFFED);
    String known = whatBeginsWith(beginning);
    if (known != null) {
      throw new CorpusException(Problem.BINARY, source.name() + " is " + known);
    }
    for (byte value : beginning) {
      if (value == 0) {
        throw new CorpusException(
            Problem.BINARY,
            source.name()
                + " is not text: it contains a zero byte. Give a text file in UTF-8, or a text file"
                + " packed by gzip.");
      }
    }
    bytes.reset();
  }

  /** Tells formats apart that are often taken for text; what they are and what to do, or null. */
  private static String whatBeginsWith(byte[] bytes) {
    String unpack = ". Unpack it, or pack it by gzip.";
    if (begins(bytes, 0x1f, 0x8b)) {
      return "packed by gzip twice. Unpack it once.";
    } else if (begins(bytes, 'P', 'K', 3, 4)) {
      return "packed by zip (or a spreadsheet)" + unpack;
    } else if (begins(bytes, 'B', 'Z', 'h')) {
      return "packed by bzip2" + unpack;
    } else if (begins(bytes, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return "packed by xz" + unpack;
    } else if (begins(bytes, 0x28, 0xb5, 0x2f, 0xfd)) {
      return "packed by zstd" + unpack;
    } else if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
      return "text in UTF-16. Save it as UTF-8.";
    }
    return null;
  }

  private static boolean begins(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Reader withoutMark(InputStream bytes) throws IOException {
    bytes.mark(3);
    boolean marked = bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF;
    if (!marked) {
      bytes.reset();
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }

  /** Turns what the file system or the unpacker says into a sentence for the user. */
  static CorpusException explain(CorpusSource source, IOException failure) {
    String name = source.name();
    if (failure instanceof NoSuchFileException) {
      return new CorpusException(
          Problem.MISSING,
          "there is no file " + failure.getMessage() + ". Check its name and the folder.",
          failure);
    }
    if (failure instanceof CorpusSource.NotAFileException) {
      return new CorpusException(Problem.UNREADABLE, failure.getMessage(), failure);
    }
    if (failure instanceof AccessDeniedException) {
      return new CorpusException(
          Problem.UNREADABLE,
          name + " may not be read by you. Change its permissions, or copy it with another user.",
          failure);
    }
    if (failure instanceof EOFException) {
      return new CorpusException(
          Problem.BROKEN_GZIP,
          name + " ends in the middle of its gzip data. Copy or download it again.",
          failure);
    }
    if (failure instanceof ZipException) {
      return new CorpusException(
          Problem.BROKEN_GZIP,
          name + " is damaged gzip data (" + failure.getMessage() + "). Copy or download it again.",
          failure);
    }
    return new CorpusException(
        Problem.UNREADABLE,
        name + " cannot be read (" + failure.getMessage() + "). Check its permissions.",
        failure);
  }

  Reader reader() {
    return reader;
  }

  /** The digest, 64 hexadecimal digits; reads what is left of the source. */
  String sha256OfRest() throws CorpusException {
    try {
      stored.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException failure) {
      throw explain(source, failure);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws CorpusException {
    try {
      reader.close();
    } catch (IOException failure) {
      throw explain(source, failure);
    }
  }
}
