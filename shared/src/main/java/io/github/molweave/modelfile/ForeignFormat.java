package io.github.molweave.modelfile;

/** Recognises what people give in place of a model file, so that the message can name it. */
final class ForeignFormat {
  private static final String GIT_LFS = "version https://git-lfs";
  private static final int LENGTH_BYTES = 8;

  private ForeignFormat() {}

  /**
   * Refuses {@code bytes} that are empty or visibly something else. None of these marks can begin a
   * model file: its first bytes are a length of less than 2^21, so that bytes 3 to 7 are zero.
   */
  static void refuse(byte[] bytes) {
    if (bytes.length == 0) {
      throw new ModelFileException(Problem.EMPTY, "byte 0", "The model file is empty");
    }
    if (isMarkup(bytes)) {
      throw new ModelFileException(Problem.WEB_PAGE, "byte 0", "This is a web page, not a model");
    }
    if (startsWith(bytes, GIT_LFS)) {
      throw new ModelFileException(
          Problem.GIT_LFS_POINTER, "byte 0", "This is a Git LFS pointer, not the model itself");
    }
    String kind = kind(bytes);
    if (kind != null) {
      throw new ModelFileException(
          Problem.ANOTHER_FORMAT, "byte 0", "This is " + kind + ", not a .safetensors model file");
    }
  }

  private static String kind(byte[] bytes) {
    if (startsWith(bytes, "PK\3\4")) {
      return "a zip archive (PyTorch and Keras files are such)";
    }
    if (startsWith(bytes, "\u0089HDF\r\n")) {
      return "an HDF5 file (older Keras files are such)";
    }
    if (startsWith(bytes, "\u001f\u008b\b")) {
      return "gzip-compressed data (unpack it first)";
    }
    if (startsWith(bytes, "GGUF")) {
      return "a GGUF file";
    }
    return isText(bytes) ? "text" : null;
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    if (bytes.length < mark.length()) {
      return false;
    }
    for (int at = 0; at < mark.length(); at++) {
      if ((bytes[at] & 255) != mark.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMarkup(byte[] bytes) {
    int at = startsWith(bytes, "\u00ef\u00bb\u00bf") ? 3 : 0;
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
    if (at + 1 >= bytes.length || bytes[at] != '<') {
      return false;
    }
    int next = bytes[at + 1];
    return next == '!' || next == '?' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
  }

  private static boolean isText(byte[] bytes) {
    if (bytes.length < LENGTH_BYTES) {
      return false;
    }
    for (int at = 0; at < LENGTH_BYTES; at++) {
      if (!isSpace(bytes[at]) && (bytes[at] < 0x20 || bytes[at] == 0x7f)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
