package io.github.molweave.modelfile;

import io.github.molweave.network.CellKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** For each problem, files that have it and no other. */
final class HostileFiles {
  static final byte[] F32 = ModelFileWriter.write(TinyModels.fourTokens(CellKind.GRU_RESET_AFTER));
  static final byte[] INT8 =
      ModelFileWriter.write(Quantisation.quantise(TinyModels.fourTokens(CellKind.LSTM)));
  static final byte[] ENDLESS = ModelFileWriter.write(TinyModels.twoTokens());

  private static final String BIAS = "\"output.bias\":{\"dtype\":\"F32\",\"shape\":[4],";

  private HostileFiles() {}

  static List<byte[]> of(Problem problem) {
    return switch (problem) {
      case EMPTY -> List.of(new byte[0]);
      case WEB_PAGE ->
          List.of(
              text("<!doctype html>"), text("\ufeff \r\n\t<HTML>"), text("<?xml version='1'?>"));
      case GIT_LFS_POINTER -> List.of(text("version https://git-lfs.github.com/spec/v1\noid sha2"));
      case ANOTHER_FORMAT ->
          List.of(
              text("PK\3\4..."),
              bytes(0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'),
              bytes(0x1f, 0x8b, 8, 0, 0, 0),
              text("GGUF\3\0\0\0"),
              text("{\"modelTopology\": 1}"),
              text("Not Found"));
      case CUT_SHORT ->
          List.of(
              Arrays.copyOf(F32, 7),
              Arrays.copyOf(F32, 8),
              Arrays.copyOf(F32, 500),
              Arrays.copyOf(F32, F32.length - 1),
              Tampering.header(
                  F32,
                  "\"data_offsets\":[0,",
                  "\"data_offsets\":[999999999999999,"
                      + "999999999999999]},\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,"));
      case TRAILING_BYTES -> List.of(Arrays.copyOf(F32, F32.length + 1));
      case HEADER_TOO_LARGE ->
          List.of(
              bytes(8, 0, 0x10, 0, 0, 0, 0, 0),
              bytes(0, 0, 0, 0x10, 0, 0, 0, 0),
              bytes(8, 0, 0, 0, 0, 0, 0, 1),
              bytes(8, 0, 0, 0, 1, 0, 0, 0),
              bytes(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
      case HEADER_LENGTH -> List.of(new byte[100], bytes(9, 0, 0, 0, 0, 0, 0, 0));
      case HEADER_NOT_UTF8 ->
          List.of(
              badText(0xc3, 0x28),
              badText(0xc0, 0x80),
              badText(0xe0, 0x80, 0x80),
              badText(0xed, 0xa0, 0x80),
              badText(0xf0, 0x80, 0x80, 0x80),
              badText(0xf4, 0x90, 0x80, 0x80),
              badText(0xf5, 0x80, 0x80, 0x80),
              badText(0x80),
              badText(0xe2, 0x82));
      case HEADER_NOT_JSON -> headersThatAreNotJson();
      case DUPLICATE_KEY ->
          List.of(
              Tampering.header(F32, BIAS, BIAS + "\"data_offsets\":[0,16]}," + BIAS),
              Tampering.header(F32, "{\"__meta", "{\"__metadata__\":{},\"__meta"),
              Tampering.header(F32, "\"cell\"", "\"cell\":\"lstm\",\"cell\""),
              Tampering.header(F32, "\"cell\"", "\"\\u0063ell\":\"lstm\",\"cell\""),
              Tampering.header(F32, BIAS, BIAS + "\"dtype\":\"F32\","),
              metadata(F32, "card", "{\\\"a\\\":\\\"b\\\",\\\"a\\\":\\\"b\\\"}"));
      case TENSOR_ENTRY -> malformedEntries();
      case METADATA_NOT_STRINGS ->
          List.of(
              Tampering.header(F32, "\"cell\":\"gru-reset-after\"", "\"cell\":1"),
              Tampering.header(F32, "\"cell\":\"gru-reset-after\"", "\"cell\":null"),
              Tampering.header(F32, "\"cell\":\"gru-reset-after\"", "\"cell\":[[[[]]]]"),
              Tampering.sealed("{\"__metadata__\":[]}", new byte[0]),
              Tampering.sealed("{\"__metadata__\":null}", new byte[0]));
      case NOT_MOLWEAVE ->
          List.of(
              Tampering.sealed("{}", new byte[0]),
              Tampering.sealed("{\"__metadata__\":{\"format\":\"pt\"}}", new byte[0]),
              Tampering.header(F32, "\"format\":\"molweave\",", ""));
      case FORMAT_VERSION -> List.of(metadata(F32, "formatVersion", "2"));
      case TOKENIZER_VERSION -> List.of(metadata(F32, "tokenizerVersion", "2"));
      case METADATA_MISSING -> missingFields();
      case METADATA_UNKNOWN -> List.of(Tampering.header(F32, "\"cell\"", "\"x\":\"\",\"cell\""));
      case METADATA_NUMBER ->
          List.of(
              metadata(F32, "layers", "two"),
              metadata(F32, "layers", ""),
              metadata(F32, "layers", "-2"),
              metadata(F32, "layers", "02"),
              metadata(F32, "layers", "2.0"),
              metadata(F32, "hiddenSize", "9999999999"),
              metadata(F32, "embeddingSize", "9999999999999999999999"),
              metadata(F32, "start", "none"),
              metadata(ENDLESS, "lengths", "1...4"));
      case CHECKSUM_FIELD -> brokenChecksumFields();
      case CHECKSUM_MISMATCH ->
          List.of(
              flipped(F32, F32.length - 1),
              flipped(F32, Tampering.headerOf(F32).indexOf("licence") + 8));
      case CELL_UNKNOWN -> List.of(metadata(F32, "cell", "gru"));
      case NOTATION_UNKNOWN -> List.of(metadata(F32, "notation", "inchi"));
      case SIZE_OUT_OF_RANGE ->
          List.of(
              metadata(F32, "layers", "9"),
              metadata(F32, "layers", "0"),
              metadata(F32, "hiddenSize", "0"),
              metadata(F32, "embeddingSize", "1025"),
              metadata(F32, "vocabularySize", "2147483647"));
      case HIDDEN_TOO_LARGE -> List.of(metadata(F32, "hiddenSize", "1025"));
      case VOCABULARY_NOT_A_LIST ->
          List.of(
              metadata(F32, "vocabulary", ""),
              metadata(F32, "vocabulary", "{}"),
              metadata(F32, "vocabulary", "[1,2,3,4]"),
              metadata(F32, "vocabulary", "[\\\"C\\\",]"),
              metadata(F32, "vocabulary", "[[[[[[[["),
              metadata(F32, "vocabulary", "[] []"),
              lastToken("\\\\ud800"),
              metadata(F32, "vocabulary", "[" + "\\\"C\\\",".repeat(5000) + "\\\"C\\\"]"));
      case VOCABULARY_SIZE ->
          List.of(metadata(F32, "vocabulary", "[\\\"C\\\"]"), metadata(F32, "vocabulary", "[]"));
      case TOKEN_INVALID ->
          List.of(
              lastToken(""),
              lastToken(" "),
              lastToken("\\\\n"),
              lastToken("\u00e9"),
              lastToken("CC"),
              lastToken("[nH"),
              lastToken("%1"),
              lastToken("[" + "x".repeat(99) + "]"));
      case TOKEN_REPEATED -> List.of(lastToken("C"));
      case SPECIAL_TOKEN ->
          List.of(
              metadata(F32, "start", "4"),
              metadata(F32, "end", "4"),
              metadata(F32, "maskToken", "2147483647"),
              metadata(F32, "maskToken", "1"));
      case LENGTHS ->
          List.of(
              metadata(ENDLESS, "lengths", "4..1"),
              metadata(ENDLESS, "lengths", "1..10001"),
              Tampering.header(ENDLESS, "\"lengths\":\"1..4\",", ""),
              Tampering.header(F32, "\"card\"", "\"lengths\":\"1..4\",\"card\""));
      case CARD_NOT_TEXT ->
          List.of(
              metadata(F32, "card", ""),
              metadata(F32, "card", "[]"),
              metadata(F32, "card", "{\\\"a\\\":1}"),
              metadata(F32, "card", "{\\\"a\\\":{}}"),
              metadata(F32, "card", "{\\\"a\\\":\\\"\\\\u001b[31m\\\"}"),
              metadata(F32, "card", "{\\\"a\\\":\\\"\\\\ud800\\\"}"),
              metadata(F32, "card", "{\\\"\\\\u0007\\\":\\\"\\\"}"),
              metadata(F32, "card", "{} {}"));
      case TENSOR_UNKNOWN ->
          List.of(
              Tampering.header(F32, "\"output.bias\"", "\"output.bios\""),
              Tampering.header(
                  F32,
                  BIAS,
                  "\"rnn.bias_hh_l2\":{\"dtype\":\"F32\",\"shape\":[0],"
                      + "\"data_offsets\":[0,0]},"
                      + BIAS),
              metadata(F32, "layers", "1"));
      case TENSOR_MISSING -> List.of(withoutLastTensor(), metadata(F32, "layers", "3"));
      case TENSOR_TYPE ->
          List.of(
              Tampering.header(F32, BIAS, BIAS.replace("F32", "F16")),
              Tampering.header(INT8, "l0\":{\"dtype\":\"I8\"", "l0\":{\"dtype\":\"F32\""));
      case TENSOR_SHAPE ->
          List.of(
              Tampering.header(F32, BIAS, BIAS.replace("[4]", "[5]")),
              Tampering.header(F32, "\"shape\":[4,2]", "\"shape\":[4,3]"),
              Tampering.header(F32, BIAS, BIAS.replace("[4]", "[4,1]")),
              Tampering.header(F32, BIAS, BIAS.replace("[4]", "[]")),
              Tampering.header(F32, BIAS, BIAS.replace("[4]", "[4294967300]")),
              metadata(F32, "cell", "lstm"));
      case TENSOR_BYTES ->
          List.of(
              Tampering.header(F32, "\"data_offsets\":[0,32]", "\"data_offsets\":[0,28]"),
              Tampering.header(F32, "\"data_offsets\":[0,32]", "\"data_offsets\":[32,0]"));
      case TENSOR_OVERLAP ->
          List.of(Tampering.header(F32, "\"data_offsets\":[32,104]", "\"data_offsets\":[28,100]"));
      case TENSOR_GAP ->
          List.of(
              Tampering.header(F32, "\"data_offsets\":[32,104]", "\"data_offsets\":[36,108]"),
              Tampering.header(F32, "\"data_offsets\":[0,32]", "\"data_offsets\":[4,36]"));
      case TENSOR_ORDER -> List.of(TinyModels.withSignedBytesFirst());
      case VALUE_NOT_FINITE ->
          List.of(
              Tampering.data(F32, 0, 0, 0, 0x80, 0x7f),
              Tampering.data(F32, 4, 1, 0, 0x80, 0x7f),
              Tampering.data(INT8, 0, 0xff, 0xff, 0xff, 0xff));
      case VALUE_MINUS_128 ->
          List.of(Tampering.data(INT8, Tampering.dataOf(INT8).length - 1, 0x80));
      case SCALE_NEGATIVE -> List.of(Tampering.data(INT8, 32, 0, 0, 0x80, 0xbf));
    };
  }

  private static List<byte[]> headersThatAreNotJson() {
    String header = Tampering.headerOf(F32).trim();
    String inside = header.substring(1, header.length() - 1);
    byte[] data = Tampering.dataOf(F32);
    return List.of(
        Tampering.sealed("{" + inside + ",}", data),
        Tampering.sealed("{" + inside + "}}", data),
        Tampering.sealed("{" + inside + "}{}", data),
        Tampering.sealed("{/**/" + inside + "}", data),
        Tampering.sealed("{" + inside.replace("\"cell\":", "cell:") + "}", data),
        Tampering.sealed("{" + inside.replace("\"cell\":", "'cell':") + "}", data),
        Tampering.sealed("{" + inside.replace("\"cell\":", "\"cell\"=") + "}", data),
        Tampering.sealed("{" + inside.replace("gru", "\t") + "}", data),
        Tampering.sealed("{" + inside.replace("gru", "\\x") + "}", data),
        Tampering.sealed("\ufeff" + header, data),
        Tampering.sealed(" " + header, data),
        Tampering.sealed(header + "\n", data),
        Tampering.sealed("[" + header + "]", data),
        Tampering.sealed(header.replace("gru", "\\ud800"), data),
        Tampering.sealed("       ", new byte[0]));
  }

  private static List<byte[]> malformedEntries() {
    return List.of(
        Tampering.header(F32, BIAS, "\"x\":1," + BIAS),
        Tampering.header(F32, BIAS, "\"x\":[[[[[[]]]]]]," + BIAS),
        Tampering.header(F32, BIAS, "\"x\":" + "[".repeat(100_000) + "," + BIAS),
        Tampering.header(F32, BIAS, "\"x\":{}," + BIAS),
        Tampering.header(F32, BIAS, BIAS + "\"strides\":[1],"),
        Tampering.header(F32, BIAS, BIAS.replace("\"dtype\":\"F32\",", "")),
        Tampering.header(F32, BIAS, BIAS.replace("\"shape\":[4],", "")),
        Tampering.header(F32, BIAS, BIAS.replace("\"F32\"", "32")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "4")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[\"4\"]")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[4.0]")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[4e0]")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[-4]")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[9223372036854775808]")),
        Tampering.header(F32, BIAS, BIAS.replace("[4]", "[18446744073709551620]")),
        Tampering.header(F32, "\"data_offsets\":[0,32]", "\"data_offsets\":[0]"),
        Tampering.header(F32, "\"data_offsets\":[0,32]", "\"data_offsets\":[0,16,32]"));
  }

  private static List<byte[]> missingFields() {
    String[] fields = {
      "formatVersion",
      "cell",
      "vocabularySize",
      "embeddingSize",
      "hiddenSize",
      "layers",
      "notation",
      "tokenizerVersion",
      "vocabulary",
      "start",
      "end",
      "maskToken",
      "card",
      "sha256"
    };
    byte[][] files = new byte[fields.length][];
    for (int at = 0; at < fields.length; at++) {
      String header = Tampering.headerOf(F32);
      String without = header.replaceFirst(fieldPattern(fields[at]) + ",?", "");
      files[at] = Tampering.sealed(without.replace(",}", "}"), Tampering.dataOf(F32));
    }
    return List.of(files);
  }

  private static List<byte[]> brokenChecksumFields() {
    byte[] data = Tampering.dataOf(F32);
    String sealed = Tampering.headerOf(F32);
    String digits = sealed.substring(sealed.indexOf("\"sha256\":\"") + 10).substring(0, 64);
    String[] broken = {
      sealed.replace(digits, "z" + digits.substring(1)),
      sealed.replace(digits, "A" + digits.substring(1)),
      sealed.replace(digits, digits.substring(1)),
      sealed.replace(digits, digits + "0"),
      sealed.replace(digits, "\\u0030" + digits.substring(1)),
      sealed.replace("\"sha256\":", "\"sha256\": "),
      sealed.replace("\"card\"", "\"x\\\"sha256\":\"" + digits + "\",\"card\"")
    };
    byte[][] files = new byte[broken.length][];
    for (int at = 0; at < broken.length; at++) {
      String header = broken[at].trim();
      String padding = " ".repeat((8 - text(header).length % 8) % 8);
      files[at] = Tampering.unsealed(text(header + padding), data);
    }
    return List.of(files);
  }

  private static byte[] withoutLastTensor() {
    String header = Tampering.headerOf(F32);
    int last = header.lastIndexOf(",\"output.bias\"");
    byte[] data = Tampering.dataOf(F32);
    return Tampering.sealed(header.substring(0, last) + "}", Arrays.copyOf(data, data.length - 16));
  }

  /** {@code file} with {@code rawValue} (JSON inside the quotes) for one metadata field, sealed. */
  private static byte[] metadata(byte[] file, String field, String rawValue) {
    String header = Tampering.headerOf(file);
    String changed =
        header.replaceFirst(
            fieldPattern(field),
            java.util.regex.Matcher.quoteReplacement("\"" + field + "\":\"" + rawValue + "\""));
    return Tampering.sealed(changed, Tampering.dataOf(file));
  }

  private static String fieldPattern(String field) {
    return "\"" + field + "\":\"(?:[^\"\\\\]|\\\\.)*\"";
  }

  private static byte[] lastToken(String rawToken) {
    return metadata(
        F32, "vocabulary", "[\\\"<start>\\\",\\\"<end>\\\",\\\"C\\\",\\\"" + rawToken + "\\\"]");
  }

  private static byte[] flipped(byte[] file, int at) {
    byte[] copy = file.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static byte[] badText(int... values) {
    byte[] header = text("{\"aaaaaaaa\":{}} ");
    System.arraycopy(bytes(values), 0, header, 2, values.length);
    return Tampering.unsealed(header, new byte[0]);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      bytes[at] = (byte) values[at];
    }
    return bytes;
  }
}
