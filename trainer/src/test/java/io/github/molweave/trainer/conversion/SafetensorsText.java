package io.github.molweave.trainer.conversion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A safetensors file in the making, of weights that mean nothing: 1/8, 2/8, ... */
final class SafetensorsText {
  private final List<String> entries = new ArrayList<>();
  private final StringBuilder metadata = new StringBuilder();
  private int bytes;
  private float poison = 1;

  /** A GRU for six tokens: embedding 3, units 4, one layer. */
  static SafetensorsText gru() {
    return new SafetensorsText()
        .add("emb.weight", 6, 3)
        .add("rnn.weight_ih_l0", 12, 3)
        .add("rnn.weight_hh_l0", 12, 4)
        .add("rnn.bias_ih_l0", 12)
        .add("rnn.bias_hh_l0", 12)
        .add("out.weight", 6, 4)
        .add("out.bias", 6);
  }

  SafetensorsText add(String name, int... shape) {
    return typed("F32", 4, name, shape);
  }

  SafetensorsText typed(String type, int size, String name, int... shape) {
    int length = size * Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    entries.add(
        "\""
            + name
            + "\":{\"dtype\":\""
            + type
            + "\",\"shape\":"
            + Arrays.toString(shape)
            + ",\"data_offsets\":["
            + bytes
            + ","
            + (bytes + length)
            + "]}");
    bytes += length;
    return this;
  }

  /** The same with each {@code from} in the header {@code to}. */
  SafetensorsText with(String from, String to) {
    entries.replaceAll(entry -> entry.replace(from, to));
    return this;
  }

  SafetensorsText without(String name) {
    List<String> kept = entries.stream().filter(entry -> !entry.contains(name)).toList();
    SafetensorsText rest = new SafetensorsText();
    for (String entry : kept) {
      String shape = entry.substring(entry.indexOf('[') + 1, entry.indexOf(']'));
      int[] sizes = Arrays.stream(shape.split(", ")).mapToInt(Integer::parseInt).toArray();
      rest.add(entry.substring(1, entry.indexOf('"', 1)), sizes);
    }
    return rest;
  }

  SafetensorsText metadata(String name, String value) {
    metadata.append("\"__metadata__\":{\"" + name + "\":\"" + value + "\"},");
    return this;
  }

  /** Makes the first weight of the file {@code value}. */
  SafetensorsText poison(float value) {
    poison = value;
    return this;
  }

  byte[] bytes() {
    byte[] header =
        ("{" + metadata + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    for (int at = 0; at < bytes / 4; at++) {
      file.putFloat(at == 0 ? poison : at % 16 / 8f);
    }
    return file.array();
  }

  Path writeTo(Path path) throws IOException {
    return Files.write(path, bytes());
  }
}
