package io.github.molweave.trainer.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside, made fit to be shown: nothing in it is invisible or turns the direction of
 * what stands around it, and it has an end. Not yet escaped.
 */
public final class ForeignText {
  /** Most characters that are shown of one text. */
  public static final int LONGEST = 4000;

  /** What may stand in a link: what RFC 3986 lets into an address, without brackets and quotes. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&*+,;=%()-]+", Pattern.CASE_INSENSITIVE);

  /** Rather the end of the sentence than of the address. */
  private static final String SENTENCE_ENDS = ".,;:!?)*";

  private ForeignText() {}

  /**
   * A part of a text.
   *
   * @param text as shown
   * @param kind whether it is an address that a reader may follow
   */
  public record Piece(String text, Kind kind) {}

  /** What a piece is. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** An address that begins with {@code http://} or {@code https://}. */
    LINK
  }

  /**
   * Replaces what cannot be seen (control and format characters but line breaks, halves of pairs)
   * by its code in brackets, a tab by a blank, and cuts after {@value #LONGEST} characters.
   */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    int at = 0;
    while (at < text.length() && at < LONGEST) {
      int symbol = text.codePointAt(at);
      if (symbol == '\t') {
        visible.append(' ');
      } else if (symbol == '\n' || isVisible(symbol)) {
        visible.appendCodePoint(symbol);
      } else {
        visible.append(String.format(Locale.ROOT, "[U+%04X]", symbol));
      }
      at += Character.charCount(symbol);
    }
    if (at < text.length()) {
      visible.append(
          String.format(Locale.ROOT, " [cut here: %,d of %,d characters]", LONGEST, text.length()));
    }
    return visible.toString();
  }

  private static boolean isVisible(int symbol) {
    return switch (Character.getType(symbol)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** {@link #visible} text, with the addresses in it told apart. */
  public static List<Piece> pieces(String text) {
    String visible = visible(text);
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(visible);
    int from = 0;
    while (matcher.find()) {
      String address = withoutSentenceEnd(matcher.group());
      boolean beginsWord =
          matcher.start() == 0 || !Character.isLetterOrDigit(visible.charAt(matcher.start() - 1));
      if (beginsWord && isAddress(address)) {
        add(pieces, visible.substring(from, matcher.start()), Kind.TEXT);
        add(pieces, address, Kind.LINK);
        from = matcher.start() + address.length();
      }
    }
    add(pieces, visible.substring(from), Kind.TEXT);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, Kind kind) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, kind));
    }
  }

  private static String withoutSentenceEnd(String address) {
    int end = address.length();
    while (end > 0 && SENTENCE_ENDS.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  /** A name before an {@code @} may pretend to be the host, so it makes no link. */
  private static boolean isAddress(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
