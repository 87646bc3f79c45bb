package io.github.molweave.trainer.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the molecules of a source as they are written: {@code .smi} and {@code .txt} line by line,
 * the first field; {@code .csv} and {@code .tsv} by the name of a column. Blank lines and a heading
 * {@code smiles} are passed over. Memory is bounded whatever the file contains.
 */
public final class CorpusReader {
  /** The longest line that is looked at, in characters; no molecule worth learning is near it. */
  public static final int MAX_LINE = 16_000;

  /** What tables call the molecules when nothing else is said; case does not matter. */
  private static final String DEFAULT_COLUMN = "smiles";

  /** Enough for a quoted field over many capped lines, far from a danger to memory. */
  private static final int MAX_RECORD = 1 << 20;

  private final String column;

  /**
   * @param column the column of molecules in tables, or null for one called {@code smiles}; lists
   *     have none and ignore it
   */
  public CorpusReader(String column) {
    this.column = column;
  }

  /** Takes in what is found, in the order of the file. */
  public interface Sink {
    /** A molecule as written in line {@code line} (the first is 1), without blanks around it. */
    void molecule(long line, String text);

    /** A line that cannot be one. */
    void bad(long line, DropReason reason, String detail);
  }

  /**
   * Reads {@code source} to its end.
   *
   * @return SHA-256 of the bytes as stored, 64 hexadecimal digits
   * @throws CorpusException when it is missing, no text, broken, or lacks the column; lines already
   *     given to the sink are then void
   */
  public String read(CorpusSource source, Sink sink) throws CorpusException {
    try (CorpusText text = CorpusText.open(source)) {
      CappedReader capped = new CappedReader(text.reader());
      try {
        switch (source.layout()) {
          case LINES -> readLines(capped, sink);
          case CSV -> readTable(source, capped, ',', sink);
          case TSV -> readTable(source, capped, '\t', sink);
        }
      } catch (IOException failure) {
        throw CorpusText.explain(source, failure);
      } catch (UncheckedIOException failure) {
        throw CorpusText.explain(source, failure.getCause());
      }
      return text.sha256OfRest();
    }
  }

  private void readLines(CappedReader capped, Sink sink) throws IOException {
    BufferedReader lines = new BufferedReader(capped);
    boolean first = true;
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String molecule = firstField(line);
      if (molecule.isEmpty() && !capped.wasCut(number)) {
        continue;
      }
      if (!(first && molecule.equalsIgnoreCase(DEFAULT_COLUMN))) {
        offer(number, molecule, capped.wasCut(number), sink);
      }
      first = false;
    }
  }

  private void readTable(CorpusSource source, CappedReader capped, char separator, Sink sink)
      throws CorpusException {
    try {
      // Not closed here: that would close the source, of which the digest still reads the rest.
      CsvReader<CsvRecord> rows =
          CsvReader.builder()
              .fieldSeparator(separator)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .skipEmptyLines(true)
              .maxBufferSize(MAX_RECORD)
              .ofCsvRecord(capped);
      int index = -1;
      for (CsvRecord row : rows) {
        if (index < 0) {
          index = columnIn(source, row.getFields());
          continue;
        }
        long number = row.getStartingLineNumber();
        String molecule = index < row.getFieldCount() ? firstField(row.getField(index)) : "";
        if (molecule.isEmpty() && !capped.wasCut(number)) {
          sink.bad(number, DropReason.NO_FIELD, "the row has " + row.getFieldCount() + " fields");
        } else {
          offer(number, molecule, capped.wasCut(number), sink);
        }
      }
    } catch (CsvParseException broken) {
      throw brokenTable(source, broken);
    }
  }

  private int columnIn(CorpusSource source, List<String> names) throws CorpusException {
    List<String> found = new ArrayList<>();
    int first = -1;
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index).strip();
      if (column == null ? name.equalsIgnoreCase(DEFAULT_COLUMN) : name.equals(column)) {
        first = found.isEmpty() ? index : first;
        found.add(name);
      }
    }
    if (found.size() == 1) {
      return first;
    }
    if (!found.isEmpty()) {
      throw new CorpusException(
          Problem.NO_COLUMN,
          source.name()
              + " has "
              + found.size()
              + " columns with such a name: "
              + Quotation.of(String.join(" | ", found))
              + ". Name one with --column, or rename one in the file.");
    }
    throw new CorpusException(
        Problem.NO_COLUMN,
        source.name()
            + " has no column "
            + (column == null ? DEFAULT_COLUMN : column)
            + ". Its first row reads: "
            + Quotation.of(String.join(" | ", names))
            + ". Name the column of molecules with --column."
            + otherSeparator(source, names));
  }

  /** What may be wrong with a table that seems to have a single column. */
  private static String otherSeparator(CorpusSource source, List<String> names) {
    if (names.size() > 1) {
      return "";
    }
    String row = names.get(0);
    if (row.indexOf('\t') >= 0) {
      return " Its columns seem to be separated by tabs: call the file .tsv.";
    } else if (row.indexOf(';') >= 0) {
      return " Its columns seem to be separated by semicolons: save it with commas or tabs.";
    } else if (source.layout() == CorpusSource.Layout.TSV && row.indexOf(',') >= 0) {
      return " Its columns seem to be separated by commas: call the file .csv.";
    }
    return " It seems to be a list: call the file .smi.";
  }

  private static CorpusException brokenTable(CorpusSource source, CsvParseException broken) {
    return new CorpusException(
        Problem.BROKEN_TABLE,
        source.name()
            + " is not a well-formed table ("
            + broken.getMessage()
            + "). Look for a quotation mark that is never closed.",
        broken);
  }

  private static void offer(long number, String molecule, boolean cut, Sink sink) {
    if (cut) {
      sink.bad(
          number,
          DropReason.LINE_TOO_LONG,
          "more than " + MAX_LINE + " characters: " + Quotation.of(molecule));
    } else if (!isText(molecule)) {
      sink.bad(number, DropReason.NOT_TEXT, Quotation.of(molecule));
    } else {
      sink.molecule(number, molecule);
    }
  }

  private static String firstField(String line) {
    int from = 0;
    while (from < line.length() && isBlank(line.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < line.length() && !isBlank(line.charAt(to))) {
      to++;
    }
    return line.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  /** U+FFFD is what the decoder makes of bytes that are no UTF-8. */
  private static boolean isText(String molecule) {
    for (int i = 0; i < molecule.length(); i++) {
      char c = molecule.charAt(i);
      if (c < ' ' || c == 0x7f || c == 0xFFFD) {
        return false;
      }
    }
    return true;
  }
}
