package io.github.molweave.trainer.report;

import io.github.molweave.trainer.card.ForeignText;
import io.github.molweave.trainer.card.ForeignText.Kind;
import io.github.molweave.trainer.card.ForeignText.Piece;

/**
 * A page in the making. Markup comes from the code alone: whatever is not a constant of it goes
 * through {@link #text} or {@link #foreign}.
 */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Adds markup of ours. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds words of ours or numbers. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Adds an element with nothing but words in it. */
  Html element(String tag, String text) {
    return markup("<" + tag + ">").text(text).markup("</" + tag + ">\n");
  }

  /** Adds text of anyone's: made visible, set apart from the direction around it, links marked. */
  Html foreign(String text) {
    out.append("<bdi>");
    for (Piece piece : ForeignText.pieces(text)) {
      String escaped = escape(piece.text());
      if (piece.kind() == Kind.LINK) {
        out.append("<a rel=\"noopener noreferrer nofollow\" href=\"").append(escaped).append("\">");
        out.append(escaped).append("</a>");
      } else {
        out.append(escaped.replace("\n", "<br>"));
      }
    }
    out.append("</bdi>");
    return this;
  }

  /** As a text in an element or between double quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char symbol = text.charAt(at);
      switch (symbol) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(symbol);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
