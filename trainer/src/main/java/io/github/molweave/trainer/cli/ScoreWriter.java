package io.github.molweave.trainer.cli;

import com.google.gson.stream.JsonWriter;
import io.github.molweave.scoring.ScoredToken;
import io.github.molweave.scoring.SequenceScore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes scores. */
final class ScoreWriter {
  private ScoreWriter() {}

  /** The spellings of {@code --format}. */
  enum Format {
    /** Tab-separated values with a header row. */
    TSV,
    /** One JSON array with every token, unrounded. */
    JSON
  }

  /** Writes all of {@code scores}; does not close the stream. */
  static void write(Format format, List<SequenceScore> scores, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (format == Format.JSON) {
      writeJson(scores, text);
    } else {
      writeTable(scores, text);
    }
    text.flush();
  }

  private static void writeTable(List<SequenceScore> scores, Writer text) throws IOException {
    text.write("smiles\tnll\ttokens\tnll_per_token\n");
    for (SequenceScore score : scores) {
      text.write(score.text());
      text.write('\t');
      text.write(rounded(score.negativeLogLikelihood()));
      text.write('\t');
      text.write(Integer.toString(score.tokens().size()));
      text.write('\t');
      text.write(rounded(score.perToken()));
      text.write('\n');
    }
  }

  private static void writeJson(List<SequenceScore> scores, Writer text) throws IOException {
    JsonWriter json = new JsonWriter(text);
    json.setIndent(" ");
    json.beginArray();
    for (SequenceScore score : scores) {
      json.beginObject();
      json.name("smiles").value(score.text());
      json.name("nll").value(score.negativeLogLikelihood());
      json.name("nllPerToken").value(score.perToken());
      json.name("tokens").beginArray();
      for (ScoredToken token : score.tokens()) {
        json.beginObject();
        json.name("text").value(token.text());
        json.name("nll").value(token.negativeLogLikelihood());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
    json.flush();
  }

  /** Six digits after the point, whatever the locale. */
  static String rounded(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
