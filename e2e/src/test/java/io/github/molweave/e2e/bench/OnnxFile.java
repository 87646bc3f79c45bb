package io.github.molweave.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an ONNX file back and runs it, for the operators of the folded graph. */
final class OnnxFile {
  /** One field of a message: a number, or bytes. */
  private record Field(int number, long value, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }
  }

  /** Row-major, two-dimensional; a vector is one row. */
  record Matrix(int rows, int columns, float[] values) {
    float at(int row, int column) {
      return values[(rows == 1 ? 0 : row) * columns + column];
    }
  }

  private interface Cell {
    double at(int row, int column);
  }

  private static final int FLOAT = 1;

  private final List<Field> graph;
  private final Map<String, Matrix> known = new HashMap<>();

  OnnxFile(byte[] file) {
    graph = fields(only(fields(file), 7).bytes);
    for (Field each : all(graph, 5)) {
      List<Field> tensor = fields(each.bytes);
      if (only(tensor, 2).value == FLOAT) {
        int[] shape = all(tensor, 1).stream().mapToInt(size -> (int) size.value).toArray();
        float[] values = floats(only(tensor, 9).bytes);
        int columns = shape[shape.length - 1];
        known.put(only(tensor, 8).text(), new Matrix(values.length / columns, columns, values));
      }
    }
  }

  /** The names of the operators, in their order. */
  List<String> operators() {
    return all(graph, 1).stream().map(node -> only(fields(node.bytes), 4).text()).toList();
  }

  /** The tensors after one run. */
  Map<String, Matrix> run(int[] tokens, Matrix state) {
    known.put("state", state);
    for (Field node : all(graph, 1)) {
      List<Field> parts = fields(node.bytes);
      List<Matrix> in = all(parts, 1).stream().map(name -> known.get(name.text())).toList();
      List<String> out = all(parts, 2).stream().map(Field::text).toList();
      String operator = only(parts, 4).text();
      if (operator.equals("Split")) {
        int columns = in.get(0).columns / out.size();
        for (int part = 0; part < out.size(); part++) {
          int from = part * columns;
          known.put(
              out.get(part),
              fill(in.get(0).rows, columns, (row, c) -> in.get(0).at(row, from + c)));
        }
      } else {
        known.put(out.get(0), apply(operator, in, tokens));
      }
    }
    return known;
  }

  private static Matrix apply(String operator, List<Matrix> in, int[] tokens) {
    Matrix a = in.get(0);
    Matrix b = in.size() > 1 ? in.get(1) : null;
    return switch (operator) {
      case "Gather" -> fill(tokens.length, a.columns, (row, column) -> a.at(tokens[row], column));
      case "Gemm" -> fill(a.rows, b.columns, (row, column) -> gemm(a, b, in.get(2), row, column));
      case "Add" -> fill(a.rows, a.columns, (row, column) -> a.at(row, column) + b.at(row, column));
      case "Sub" -> fill(a.rows, a.columns, (row, column) -> a.at(row, column) - b.at(row, column));
      case "Mul" -> fill(a.rows, a.columns, (row, column) -> a.at(row, column) * b.at(row, column));
      case "Sigmoid" ->
          fill(a.rows, a.columns, (row, column) -> 1 / (1 + Math.exp(-a.at(row, column))));
      case "Tanh" -> fill(a.rows, a.columns, (row, column) -> Math.tanh(a.at(row, column)));
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static double gemm(Matrix a, Matrix b, Matrix bias, int row, int column) {
    double sum = bias.at(0, column);
    for (int i = 0; i < a.columns; i++) {
      sum += (double) a.at(row, i) * b.at(i, column);
    }
    return sum;
  }

  private static Matrix fill(int rows, int columns, Cell cell) {
    float[] values = new float[rows * columns];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) cell.at(at / columns, at % columns);
    }
    return new Matrix(rows, columns, values);
  }

  private static float[] floats(byte[] raw) {
    float[] values = new float[raw.length / Float.BYTES];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  private static Field only(List<Field> message, int number) {
    List<Field> found = all(message, number);
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " fields " + number);
    }
    return found.get(0);
  }

  private static List<Field> all(List<Field> message, int number) {
    return message.stream().filter(field -> field.number == number).toList();
  }

  private static List<Field> fields(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message);
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      long tag = varint(in);
      if ((tag & 7) == 0) {
        fields.add(new Field((int) (tag >> 3), varint(in), new byte[0]));
      } else {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        fields.add(new Field((int) (tag >> 3), 0, bytes));
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
