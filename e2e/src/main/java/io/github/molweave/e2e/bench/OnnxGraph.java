package io.github.molweave.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph of ONNX operators in the making, and the {@code .onnx} file of it.
 *
 * <p>Source: {@code onnx.proto}, whose field numbers these are; operators of set 17.
 */
final class OnnxGraph {
  /** The element types of tensors, with ONNX's numbers. */
  enum Element {
    FLOAT(1),
    INT8(3),
    INT32(6);

    private final int number;

    Element(int number) {
      this.number = number;
    }
  }

  /** In place of a size that is known only when the graph runs. */
  static final int STREAMS = -1;

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final int INTEGER_ATTRIBUTE = 2;

  private final List<ProtobufWriter> nodes = new ArrayList<>();
  private final List<ProtobufWriter> constants = new ArrayList<>();
  private final List<ProtobufWriter> inputs = new ArrayList<>();
  private final List<ProtobufWriter> outputs = new ArrayList<>();

  /** Something that is given at every run. */
  OnnxGraph input(String name, Element element, int... shape) {
    inputs.add(value(name, element, shape));
    return this;
  }

  /** Something that every run gives. */
  OnnxGraph output(String name, Element element, int... shape) {
    outputs.add(value(name, element, shape));
    return this;
  }

  /** A tensor of floats that is part of the file. */
  OnnxGraph constant(String name, float[] values, int... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(name, Element.FLOAT, bytes.array(), shape);
  }

  /** A tensor of signed bytes that is part of the file. */
  OnnxGraph constant(String name, byte[] values, int... shape) {
    return constant(name, Element.INT8, values, shape);
  }

  private OnnxGraph constant(String name, Element element, byte[] raw, int... shape) {
    ProtobufWriter tensor = new ProtobufWriter();
    for (int size : shape) {
      tensor.number(1, size);
    }
    constants.add(tensor.number(2, element.number).text(8, name).bytes(9, raw));
    return this;
  }

  /**
   * One operator.
   *
   * @param inputs names, separated by blanks; {@code _} for an optional one that is left out
   * @param outputs likewise
   */
  OnnxGraph node(String operator, String inputs, String outputs, Attribute... attributes) {
    ProtobufWriter node = new ProtobufWriter();
    for (String name : inputs.split(" ", -1)) {
      node.text(1, name.equals("_") ? "" : name);
    }
    for (String name : outputs.split(" ", -1)) {
      node.text(2, name.equals("_") ? "" : name);
    }
    node.text(4, operator);
    for (Attribute each : attributes) {
      node.message(
          5,
          new ProtobufWriter()
              .text(1, each.name)
              .number(3, each.value)
              .number(20, INTEGER_ATTRIBUTE));
    }
    nodes.add(node);
    return this;
  }

  /** A setting of an operator. */
  record Attribute(String name, long value) {}

  /** The file. */
  byte[] toBytes() {
    ProtobufWriter graph = new ProtobufWriter();
    nodes.forEach(node -> graph.message(1, node));
    graph.text(2, "step");
    constants.forEach(constant -> graph.message(5, constant));
    inputs.forEach(input -> graph.message(11, input));
    outputs.forEach(output -> graph.message(12, output));
    return new ProtobufWriter()
        .number(1, IR_VERSION)
        .text(2, "molweave bench")
        .message(7, graph)
        .message(8, new ProtobufWriter().text(1, "").number(2, OPERATOR_SET))
        .toBytes();
  }

  private static ProtobufWriter value(String name, Element element, int... shape) {
    ProtobufWriter sizes = new ProtobufWriter();
    for (int size : shape) {
      ProtobufWriter one = new ProtobufWriter();
      sizes.message(1, size == STREAMS ? one.text(2, "streams") : one.number(1, size));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, element.number).message(2, sizes);
    return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
  }
}
