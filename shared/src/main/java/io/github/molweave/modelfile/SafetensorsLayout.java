package io.github.molweave.modelfile;

import io.github.molweave.tokens.Quotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where the tensors of any safetensors file lie, whoever wrote it: the reading that comes before
 * {@link ModelFileReader}'s questions of what the tensors mean.
 *
 * @param metadata the strings of {@code __metadata__}; empty when there is none
 * @param tensors what the header says of each tensor, in the order of their bytes
 */
public record SafetensorsLayout(Map<String, String> metadata, List<Place> tensors) {

  /**
   * One tensor as the header describes it; its bytes are all in the file and its own.
   *
   * @param type as written: {@code F32}, {@code BF16}, ...
   * @param shape the sizes, outermost first, not negative; nobody has compared them with the bytes
   * @param begin its first byte in the file
   * @param end one after its last byte
   */
  public record Place(String name, String type, List<Long> shape, int begin, int end) {}

  /** Keeps its own list. */
  public SafetensorsLayout {
    tensors = List.copyOf(tensors);
  }

  /**
   * Reads the header of a whole file, which is neither kept nor changed. Unlike a model file, its
   * header need not be a multiple of 8 long: older writers do not pad it.
   *
   * @throws ModelFileException when it is no safetensors file, is cut short, goes on behind its
   *     last tensor, or has tensors that share bytes or leave bytes out
   */
  public static SafetensorsLayout of(byte[] file) {
    ForeignFormat.refuse(file);
    int length = ModelFileReader.announcedLength(file);
    if (length == 0) {
      throw new ModelFileException(Problem.HEADER_LENGTH, "bytes 0 to 7", "There is no header");
    }
    ModelFileReader.requireHeader(file, length);
    int dataStart = ModelFileReader.LENGTH_BYTES + length;
    Header header = HeaderParser.parse(ModelFileReader.headerText(file, dataStart));
    ModelFileReader.checkFileLength(header, file.length - dataStart);
    Map<String, String> metadata = header.metadata() == null ? Map.of() : header.metadata();
    return new SafetensorsLayout(metadata, places(header.entries(), dataStart));
  }

  private static List<Place> places(List<Header.Entry> entries, int dataStart) {
    List<Header.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Header.Entry::begin).thenComparingLong(Header.Entry::end));
    List<Place> places = new ArrayList<>();
    long end = 0;
    for (Header.Entry entry : sorted) {
      if (entry.begin() < end || entry.end() < entry.begin()) {
        throw wrong(Problem.TENSOR_OVERLAP, entry, "shares bytes with the one before it");
      }
      if (entry.begin() > end) {
        throw wrong(Problem.TENSOR_GAP, entry, "begins behind bytes that belong to no tensor");
      }
      end = entry.end();
      places.add(
          new Place(
              entry.name(),
              entry.type(),
              entry.shape(),
              dataStart + (int) entry.begin(),
              dataStart + (int) entry.end()));
    }
    return places;
  }

  private static ModelFileException wrong(Problem problem, Header.Entry entry, String what) {
    return new ModelFileException(
        problem, "tensor " + Quotation.of(entry.name()), "The tensor " + what);
  }
}
