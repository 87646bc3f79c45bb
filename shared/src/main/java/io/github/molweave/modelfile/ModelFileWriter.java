package io.github.molweave.modelfile;

import io.github.molweave.modelfile.TensorLayout.Expected;
import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ModelFile} to bytes. Equal models give equal bytes, whatever the order of tensors. */
public final class ModelFileWriter {
  private ModelFileWriter() {}

  /**
   * The whole file, read back once before it is handed out.
   *
   * @throws ModelFileException when {@link ModelFileReader} would refuse it: a tensor missing or of
   *     another shape, a value that is not finite, a token that is not visible ASCII
   */
  public static byte[] write(ModelFile model) {
    byte[] file = encode(model);
    ModelFileReader.read(file);
    return file;
  }

  /** As {@link #write}, checking only what would garble the layout. */
  static byte[] encode(ModelFile model) {
    byte[] unsealed = unsealed(model);
    return sealed(unsealed, Sha256.hexOf(ModelFileReader.covered(unsealed)));
  }

  /** {@code unsealed} with its {@code digest} in the place of the zeros. */
  static byte[] sealed(byte[] unsealed, String digest) {
    byte[] file = unsealed.clone();
    int dataStart = ModelFileReader.LENGTH_BYTES + ModelFileReader.announcedLength(file);
    Checksum.seal(file, ModelFileReader.LENGTH_BYTES, dataStart, digest);
    return file;
  }

  /** As {@link #encode}, with zeros for the checksum. */
  static byte[] unsealed(ModelFile model) {
    List<Expected> layout = TensorLayout.of(model.architecture(), model.precision());
    checkTensors(model, layout);
    String header = header(model, layout);
    if (!StrictUtf8.canEncode(header)) {
      throw new ModelFileException(
          Problem.HEADER_NOT_UTF8, "header", "A token or the card holds half a surrogate pair");
    }
    byte[] json = StrictUtf8.encode(header);
    int headerLength = (json.length + 7) / 8 * 8;
    int dataStart = ModelFileReader.LENGTH_BYTES + headerLength;
    byte[] file = new byte[dataStart + dataBytes(layout)];
    for (int at = 0; at < 4; at++) {
      file[at] = (byte) (headerLength >>> (8 * at));
    }
    Arrays.fill(file, ModelFileReader.LENGTH_BYTES, dataStart, (byte) ' ');
    System.arraycopy(json, 0, file, ModelFileReader.LENGTH_BYTES, json.length);
    int at = dataStart;
    for (Expected want : layout) {
      TensorBytes.write(model.tensors().get(want.name()), file, at);
      at += want.bytes();
    }
    return file;
  }

  private static int dataBytes(List<Expected> layout) {
    int bytes = 0;
    for (Expected want : layout) {
      bytes += want.bytes();
    }
    return bytes;
  }

  static void checkTensors(ModelFile model, List<Expected> layout) {
    Set<String> names = new HashSet<>();
    for (Expected want : layout) {
      checkTensor(model.tensors().get(want.name()), want);
      names.add(want.name());
    }
    for (String name : model.tensors().keySet()) {
      if (!names.contains(name)) {
        throw new ModelFileException(
            Problem.TENSOR_UNKNOWN,
            "tensor " + Quotation.of(name),
            "The network has no tensor of this name");
      }
    }
  }

  private static void checkTensor(Tensor tensor, Expected want) {
    String where = "tensor " + want.name();
    if (tensor == null) {
      throw new ModelFileException(
          Problem.TENSOR_MISSING, where, "The tensor " + want.name() + " is missing");
    }
    boolean floats = tensor instanceof Tensor.F32;
    if (floats != (want.type() == TensorLayout.Type.F32)) {
      throw new ModelFileException(
          Problem.TENSOR_TYPE, where, "The tensor must have type " + want.type());
    }
    int elements =
        tensor instanceof Tensor.F32 f32
            ? f32.values().length
            : ((Tensor.I8) tensor).values().length;
    if (!Arrays.equals(tensor.shape(), want.shape())
        || elements * want.type().bytes != want.bytes()) {
      throw new ModelFileException(
          Problem.TENSOR_SHAPE,
          where,
          "The tensor has shape "
              + Arrays.toString(tensor.shape())
              + " and "
              + elements
              + " elements where the sizes ask for "
              + Arrays.toString(want.shape()));
    }
  }

  private static String header(ModelFile model, List<Expected> layout) {
    JsonText json = new JsonText();
    json.beginObject().name(HeaderParser.METADATA).beginObject();
    for (Map.Entry<String, String> field : metadata(model).entrySet()) {
      json.name(field.getKey()).value(field.getValue());
    }
    json.endObject();
    int at = 0;
    for (Expected want : layout) {
      json.name(want.name()).beginObject();
      json.name("dtype").value(want.type().name()).name("shape").beginArray();
      for (int size : want.shape()) {
        json.value(size);
      }
      json.endArray().name("data_offsets").beginArray();
      json.value(at).value(at + want.bytes()).endArray().endObject();
      at += want.bytes();
    }
    json.endObject();
    return json.toString();
  }

  private static Map<String, String> metadata(ModelFile model) {
    Architecture sizes = model.architecture();
    Vocabulary vocabulary = model.vocabulary();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Metadata.FORMAT, Metadata.FORMAT_NAME);
    fields.put(Metadata.FORMAT_VERSION, Metadata.CURRENT_FORMAT);
    fields.put(Metadata.CELL, sizes.cell().id());
    fields.put(Metadata.VOCABULARY_SIZE, Integer.toString(sizes.vocabularySize()));
    fields.put(Metadata.EMBEDDING_SIZE, Integer.toString(sizes.embeddingSize()));
    fields.put(Metadata.HIDDEN_SIZE, Integer.toString(sizes.hiddenSize()));
    fields.put(Metadata.LAYERS, Integer.toString(sizes.layers()));
    fields.put(Metadata.NOTATION, model.notation().id());
    fields.put(Metadata.TOKENIZER_VERSION, Integer.toString(Notation.TOKENIZER_VERSION));
    fields.put(Metadata.VOCABULARY, MetadataJson.write(vocabulary.tokens()));
    fields.put(Metadata.START, id(vocabulary.start()));
    fields.put(Metadata.END, id(vocabulary.end()));
    fields.put(Metadata.MASK_TOKEN, id(vocabulary.maskToken()));
    if (model.lengths() != null) {
      fields.put(Metadata.LENGTHS, model.lengths().shortest() + ".." + model.lengths().longest());
    }
    fields.put(Metadata.CARD, MetadataJson.write(model.card()));
    fields.put(Metadata.SHA256, Checksum.ZEROS);
    return fields;
  }

  private static String id(int token) {
    return token == Vocabulary.NONE ? Metadata.NONE : Integer.toString(token);
  }
}
