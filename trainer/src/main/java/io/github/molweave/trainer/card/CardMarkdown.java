package io.github.molweave.trainer.card;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.NumericVersion;
import io.github.molweave.trainer.card.CardField.Section;
import io.github.molweave.trainer.card.ForeignText.Kind;
import io.github.molweave.trainer.card.ForeignText.Piece;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A model's card as Markdown (CommonMark). What the card says is text: no character of it means
 * anything to Markdown, and links lead to http and https only.
 */
public final class CardMarkdown {
  /** What CommonMark or GitHub's dialect takes for a sign wherever it stands in a line. */
  private static final String SIGNS = "\\`*_{}[]<>#|&~$^";

  /** From its at sign on. */
  private static final Pattern MAIL_ADDRESS = Pattern.compile("@[A-Za-z0-9_-]+\\.");

  private CardMarkdown() {}

  /**
   * The card of {@code model}, with what the file itself says of the network; ends with a line
   * break.
   */
  public static String of(ModelFile model) {
    Map<String, String> card = model.card();
    StringBuilder text = new StringBuilder();
    String name = CardField.NAME.in(card);
    text.append("# ").append(oneLine(name == null ? "A model of Molweave" : name)).append("\n");
    for (Section section : Section.values()) {
      Map<String, String> fields = fields(model, section);
      if (!fields.isEmpty()) {
        text.append("\n## ").append(section.heading()).append("\n\n");
        fields.forEach(
            (field, value) ->
                text.append("- **")
                    .append(oneLine(field))
                    .append("**: ")
                    .append(escape(value))
                    .append('\n'));
      }
    }
    return text.toString();
  }

  /** All fields of a section, in the order of the card; facts of the file itself first. */
  private static Map<String, String> fields(ModelFile model, Section section) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (section == Section.ABOUT) {
      fields.putAll(facts(model));
    }
    model
        .card()
        .forEach(
            (field, value) -> {
              if (CardField.sectionOf(field) == section && !field.equals(CardField.NAME.id())) {
                fields.put(field, value);
              }
            });
    return fields;
  }

  /** What no card needs to say, because the file does. */
  public static Map<String, String> facts(ModelFile model) {
    Architecture sizes = model.architecture();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("model", ModelId.of(model) + ", numeric version " + NumericVersion.CURRENT);
    facts.put(
        "network",
        sizes.cell().id()
            + ", "
            + sizes.layers()
            + (sizes.layers() == 1 ? " layer of " : " layers of ")
            + sizes.hiddenSize()
            + " units, embedding "
            + sizes.embeddingSize()
            + ", vocabulary "
            + sizes.vocabularySize()
            + ", "
            + model.notation().id());
    facts.put("precision", model.precision().name().toLowerCase(Locale.ROOT));
    return facts;
  }

  private static String oneLine(String text) {
    return escape(text.replace('\n', ' '));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (Piece piece : ForeignText.pieces(text.strip())) {
      if (piece.kind() == Kind.LINK) {
        escaped.append('<').append(piece.text()).append('>');
      } else {
        append(escaped, piece.text());
      }
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, String text) {
    for (int at = 0; at < text.length(); at++) {
      char symbol = text.charAt(at);
      if (symbol == '\n') {
        escaped.append("\\\n  ");
      } else if (MAIL_ADDRESS.matcher(text).region(at, text.length()).lookingAt()) {
        // Some dialects make a link of it, escaped or not, unless something stands between.
        escaped.append("@<!-- -->");
      } else if (symbol == ':' && text.startsWith("//", at + 1)) {
        // Likewise for addresses of any scheme.
        escaped.append(":<!-- -->");
      } else if (SIGNS.indexOf(symbol) >= 0 || couldBeginABlock(text, at)) {
        escaped.append('\\').append(symbol);
      } else {
        escaped.append(symbol);
      }
    }
  }

  /** Punctuation that comes first in a line, and what follows a number there. */
  private static boolean couldBeginABlock(String text, int at) {
    if (!isPunctuation(text.charAt(at))) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && (Character.isDigit(text.charAt(before)) || text.charAt(before) == ' ')) {
      before--;
    }
    return before >= 0 && text.charAt(before) == '\n';
  }

  private static boolean isPunctuation(char symbol) {
    return symbol > ' ' && symbol < 0x7f && !Character.isLetterOrDigit(symbol);
  }
}
