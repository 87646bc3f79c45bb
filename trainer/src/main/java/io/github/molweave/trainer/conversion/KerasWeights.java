package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a TensorFlow.js model: a list of them in {@code model.json}, their bytes one after
 * the other in files beside it. Weights stored as {@code uint8}, {@code uint16} or {@code float16}
 * are widened as TensorFlow.js does it: value * scale + min.
 *
 * <p>Nothing is read before its size is known, from the list and from the files, and both agree.
 */
final class KerasWeights {
  /** How a weight lies in its files. */
  private record Stored(
      String name, String type, List<Integer> shape, long elements, JsonValue quantization) {}

  private final Path folder;
  private final Map<String, Matrix> weights = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();

  private KerasWeights(Path folder) {
    this.folder = folder;
  }

  /** Reads the weights that {@code manifest} lists. */
  static KerasWeights read(JsonValue manifest, Path folder) throws ConversionException {
    KerasWeights read = new KerasWeights(folder);
    for (JsonValue group : manifest.items()) {
      read.readGroup(group);
    }
    return read;
  }

  /** By name, in the order of the list; those of integers left out. */
  Map<String, Matrix> byName() {
    return weights;
  }

  List<String> files() {
    return files;
  }

  List<String> changes() {
    return changes;
  }

  private void readGroup(JsonValue group) throws ConversionException {
    List<Stored> stored = new ArrayList<>();
    long promised = 0;
    for (JsonValue weight : group.get("weights").items()) {
      Stored one = stored(weight);
      stored.add(one);
      promised += one.elements * bytesOf(one);
      if (promised > SourceFile.LARGEST_WEIGHTS) {
        throw manifest(one.name, "would take more bytes than any network");
      }
    }
    byte[] bytes = shards(group.get("paths").items(), (int) promised);
    int at = 0;
    for (Stored one : stored) {
      int length = (int) one.elements * bytesOf(one);
      NumberType type = numberType(one);
      if (type != null) {
        float[] values = dequantised(one, type.read(bytes, at, (int) one.elements));
        if (weights.put(one.name, Matrix.of(one.name, one.shape, values)) != null) {
          throw manifest(one.name, "is listed twice");
        }
      }
      at += length;
    }
  }

  private static Stored stored(JsonValue weight) throws ConversionException {
    String name = weight.get("name").text();
    List<Integer> shape = new ArrayList<>();
    long elements = 1;
    for (JsonValue size : weight.get("shape").items()) {
      shape.add(size.count());
      elements *= size.count();
      if (elements > SourceFile.LARGEST_WEIGHTS) {
        throw manifest(name, "has more elements than any network");
      }
    }
    return new Stored(
        name, weight.get("dtype").text(), shape, elements, weight.find("quantization"));
  }

  private static ConversionException manifest(String name, String what) {
    return new ConversionException(
        Problem.MANIFEST,
        "the weight "
            + Quotation.of(name)
            + " in the weightsManifest of model.json "
            + what
            + ". Export the model again.");
  }

  private static int bytesOf(Stored weight) throws ConversionException {
    String type =
        weight.quantization == null ? weight.type : weight.quantization.get("dtype").text();
    return switch (type) {
      case "float32", "int32", "uint32" -> 4;
      case "float16", "uint16" -> 2;
      case "uint8", "bool" -> 1;
      default ->
          throw new ConversionException(
              Problem.TENSOR_TYPE,
              "the weight "
                  + Quotation.of(weight.name)
                  + " is stored as "
                  + Quotation.of(type)
                  + "; float32, float16, uint16 and uint8 can be read. Export the model so.");
    };
  }

  /** How the elements are stored; null for those of counters and the like, which are no weights. */
  private static NumberType numberType(Stored weight) throws ConversionException {
    if (weight.quantization == null) {
      return weight.type.equals("float32") ? NumberType.F32 : null;
    }
    return switch (weight.quantization.get("dtype").text()) {
      case "float16" -> NumberType.F16;
      case "uint16" -> NumberType.U16;
      case "uint8" -> NumberType.U8;
      default -> null;
    };
  }

  private float[] dequantised(Stored weight, float[] values) throws ConversionException {
    if (weight.quantization == null) {
      return values;
    }
    String type = weight.quantization.get("dtype").text();
    String change = "weights stored as " + type + " were widened to 32 bits";
    if (!changes.contains(change)) {
      changes.add(change);
    }
    if (!type.equals("float16")) {
      double scale = weight.quantization.get("scale").number();
      double least = weight.quantization.get("min").number();
      for (int at = 0; at < values.length; at++) {
        values[at] = (float) (values[at] * scale + least);
      }
    }
    return values;
  }

  private byte[] shards(List<JsonValue> paths, int promised) throws ConversionException {
    List<SourceFile> shards = new ArrayList<>();
    long present = 0;
    for (JsonValue path : paths) {
      Path file = shard(path.text());
      SourceFile shard = SourceFile.read(file, SourceFile.LARGEST_WEIGHTS);
      present += shard.bytes().length;
      if (present > promised) {
        break;
      }
      shards.add(shard);
    }
    if (present != promised) {
      throw new ConversionException(
          Problem.SHARD_LENGTH,
          "the weights that model.json lists take "
              + promised
              + " bytes, and their files hold "
              + (present > promised ? "more" : present + "")
              + ". A file was cut short, or is of another model: copy the folder again.");
    }
    byte[] bytes = new byte[promised];
    int at = 0;
    for (SourceFile shard : shards) {
      System.arraycopy(shard.bytes(), 0, bytes, at, shard.bytes().length);
      at += shard.bytes().length;
      files.add(shard.words());
    }
    return bytes;
  }

  private Path shard(String name) throws ConversionException {
    boolean plain = !name.isEmpty() && name.length() <= 200 && !name.startsWith(".");
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      plain &= c > ' ' && c <= '~' && c != '/' && c != '\\' && c != ':';
    }
    if (!plain) {
      throw new ConversionException(
          Problem.SHARD_NAME,
          "model.json names the file of weights "
              + Quotation.of(name)
              + ", which is not the plain name of a file beside it. Put all files into one folder"
              + " and name them plainly.");
    }
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      throw new ConversionException(
          Problem.SHARD_MISSING,
          "there is no file "
              + file
              + ", which holds weights of the model. Put it beside model.json.");
    }
    return file;
  }
}
