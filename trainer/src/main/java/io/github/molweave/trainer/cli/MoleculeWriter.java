package io.github.molweave.trainer.cli;

import com.google.gson.stream.JsonWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.SampledToken;
import io.github.molweave.smiles.Validity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes drawn molecules in one of the formats, one after the other. */
interface MoleculeWriter {
  /** Writes one molecule. */
  void write(Sample sample) throws IOException;

  /** Passes on what is buffered. */
  void flush() throws IOException;

  /** Writes what stands after the last molecule; does not close the stream. */
  void finish() throws IOException;

  /** The spellings of {@code --format}. */
  enum Format {
    /** One SMILES a line. */
    SMI,
    /** Comma-separated values with a header row. */
    CSV,
    /** One JSON object with the settings and every token. */
    JSON;

    /**
     * A writer for this format.
     *
     * @param settings what decided the molecules; JSON carries it
     */
    MoleculeWriter open(OutputStream out, Map<String, String> settings) throws IOException {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      return switch (this) {
        case SMI -> new Lines(text);
        case CSV -> new Table(text);
        case JSON -> new Document(text, settings);
      };
    }
  }

  /** {@link Format#SMI}. */
  final class Lines implements MoleculeWriter {
    private final Writer text;

    Lines(Writer text) {
      this.text = text;
    }

    @Override
    public void write(Sample sample) throws IOException {
      text.write(sample.smiles());
      text.write('\n');
    }

    @Override
    public void flush() throws IOException {
      text.flush();
    }

    @Override
    public void finish() throws IOException {
      text.flush();
    }
  }

  /**
   * {@link Format#CSV}. A text that a spreadsheet would take for a formula, because it begins with
   * {@code = + - @}, gets an apostrophe in front: no SMILES begins so, but what a network writes
   * may.
   */
  final class Table implements MoleculeWriter {
    private final CsvWriter table;

    Table(Writer text) {
      table = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
      table.writeRecord("index", "smiles", "log_probability", "stop", "valid", "reason", "redraws");
    }

    @Override
    public void write(Sample sample) throws IOException {
      try {
        table.writeRecord(
            Integer.toString(sample.index()),
            withoutFormula(sample.smiles()),
            Double.toString(sample.logProbability()),
            sample.stop().id(),
            Boolean.toString(sample.isValid()),
            reason(sample),
            Integer.toString(sample.redraws()));
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
    }

    private static String reason(Sample sample) {
      return sample.validity() instanceof Validity.Invalid why ? why.message() : "";
    }

    static String withoutFormula(String text) {
      return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void flush() throws IOException {
      table.flush();
    }

    @Override
    public void finish() throws IOException {
      table.flush();
    }
  }

  /** {@link Format#JSON}. */
  final class Document implements MoleculeWriter {
    private final JsonWriter json;

    Document(Writer text, Map<String, String> settings) throws IOException {
      json = new JsonWriter(text);
      json.setIndent(" ");
      json.beginObject();
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        json.name(setting.getKey()).value(setting.getValue());
      }
      json.name("molecules").beginArray();
    }

    @Override
    public void write(Sample sample) throws IOException {
      json.beginObject();
      json.name("index").value(sample.index());
      json.name("smiles").value(sample.smiles());
      json.name("text").value(sample.text());
      json.name("logProbability").value(sample.logProbability());
      json.name("stop").value(sample.stop().id());
      json.name("valid").value(sample.isValid());
      if (sample.validity() instanceof Validity.Invalid why) {
        json.name("reason").value(why.message());
        json.name("position").value(why.position());
      }
      json.name("redraws").value(sample.redraws());
      json.name("tokens").beginArray();
      for (SampledToken token : sample.tokens()) {
        json.beginObject();
        json.name("text").value(token.text());
        json.name("logProbability").value(token.logProbability());
        if (token.masked() > 0) {
          json.name("masked").value(token.masked());
        }
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }

    @Override
    public void flush() throws IOException {
      json.flush();
    }

    @Override
    public void finish() throws IOException {
      json.endArray();
      json.endObject();
      json.flush();
    }
  }
}
