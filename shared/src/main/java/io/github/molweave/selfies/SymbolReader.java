package io.github.molweave.selfies;

import io.github.molweave.selfies.Symbol.Kind;
import io.github.molweave.selfies.Symbol.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits a SELFIES text and says what each symbol means. */
final class SymbolReader {
  private static final char NONE = MoleculeGraph.UNMARKED;
  private static final String EXPLICIT = "Expl";
  private static final String BRACKETED = "expl";

  private final SelfiesVersion version;
  private final Map<String, Symbol> known = new HashMap<>();

  private SymbolReader(SelfiesVersion version) {
    this.version = version;
  }

  /**
   * The symbols of {@code selfies}, without {@code [nop]}, which says nothing.
   *
   * @throws RefusalException at the first place that is no symbol of this version
   */
  static List<Placed> read(String selfies, SelfiesVersion version) throws RefusalException {
    SymbolReader reader = new SymbolReader(version);
    List<Placed> symbols = new ArrayList<>();
    int at = 0;
    while (at < selfies.length()) {
      int end = selfies.charAt(at) == '.' ? at : selfies.indexOf(']', at);
      if (end < 0 || (end > at && selfies.charAt(at) != '[')) {
        throw new RefusalException(
            SelfiesProblem.STRAY_TEXT, at, "this is no symbol in brackets, as SELFIES has them");
      }
      String text = selfies.substring(at, end + 1);
      if (!text.equals("[nop]")) {
        symbols.add(new Placed(reader.symbol(text, at), at));
      }
      at = end + 1;
    }
    return symbols;
  }

  private Symbol symbol(String text, int position) throws RefusalException {
    Symbol symbol = known.get(text);
    if (symbol == null) {
      symbol = meaning(text);
      if (symbol == null) {
        throw unknown(text, position);
      }
      known.put(text, symbol);
    }
    return symbol;
  }

  private RefusalException unknown(String text, int position) {
    SelfiesVersion other = version == SelfiesVersion.ONE ? SelfiesVersion.TWO : SelfiesVersion.ONE;
    boolean knownThere = new SymbolReader(other).meaning(text) != null;
    return new RefusalException(
        SelfiesProblem.UNKNOWN_SYMBOL,
        position,
        "SELFIES "
            + version.id()
            + " has no such symbol"
            + (knownThere ? "; it is one of SELFIES " + other.id() : ""));
  }

  /** Null for what is no symbol. */
  private Symbol meaning(String text) {
    if (text.equals(".")) {
      return new Symbol(Kind.DOT, 1, 0, NONE, NONE, null, 0);
    }
    if (text.length() < 3) {
      return null;
    }
    int digit = IndexSymbols.digit(text, version);
    String content = text.substring(1, text.length() - 1);
    if (content.equals("epsilon")) {
      return new Symbol(Kind.STOP, 1, 0, NONE, NONE, null, digit);
    }
    Symbol sized =
        version == SelfiesVersion.ONE ? sizedOfOne(content, digit) : sized(content, digit);
    return sized == null ? atom(content, digit) : sized;
  }

  private Symbol atom(String content, int digit) {
    char sign = content.charAt(0);
    boolean signed = order(sign) > 0;
    String word = signed ? content.substring(1) : content;
    AtomLabel label = label(word);
    if (label == null || label.isAromatic() || BondLimit.bonds(label, version) < 0) {
      return null;
    }
    return new Symbol(
        Kind.ATOM, signed ? order(sign) : 1, 0, mark(signed ? sign : NONE), NONE, label, digit);
  }

  private AtomLabel label(String word) {
    if (AtomLabel.isOrganic(word)) {
      return AtomLabel.bare(word);
    }
    if (version == SelfiesVersion.ONE) {
      return word.endsWith(BRACKETED)
          ? AtomLabel.inBrackets(word.substring(0, word.length() - BRACKETED.length()))
          : null;
    }
    AtomLabel label = AtomLabel.inBrackets(word);
    boolean standard = label != null && label.symbol(version).equals(word);
    return standard ? label : null;
  }

  /** {@code [=Branch1]}, {@code [Ring2]}, {@code [-/Ring1]}. */
  private Symbol sized(String content, int digit) {
    int branch = content.indexOf("Branch");
    int ring = content.indexOf("Ring");
    int word = Math.max(branch, ring);
    int size = size(content, word + (branch >= 0 ? 6 : 4));
    if (word < 0 || size == 0) {
      return null;
    }
    boolean plain = word == 0 || (word == 1 && "=#".indexOf(content.charAt(0)) >= 0);
    if (plain) {
      int order = word == 0 ? 1 : order(content.charAt(0));
      return new Symbol(
          branch >= 0 ? Kind.BRANCH : Kind.RING, order, size, NONE, NONE, null, digit);
    }
    boolean marked = ring == 2 && !content.startsWith("--") && areMarks(content);
    return marked
        ? new Symbol(Kind.RING, 1, size, content.charAt(0), content.charAt(1), null, digit)
        : null;
  }

  /** {@code [Branch1_2]}, {@code [Ring1]}, {@code [Expl=Ring1]}. */
  private Symbol sizedOfOne(String content, int digit) {
    if (content.startsWith("Branch") && content.length() == 9 && content.charAt(7) == '_') {
      int size = size(content.substring(0, 7), 6);
      int order = size(content, 8);
      return size == 0 || order == 0
          ? null
          : new Symbol(Kind.BRANCH, order, size, NONE, NONE, null, digit);
    }
    boolean signed = content.startsWith(EXPLICIT) && content.length() == 10;
    char sign = signed ? content.charAt(4) : NONE;
    int word = signed ? 5 : 0;
    int size = size(content, word + 4);
    if (!content.startsWith("Ring", word) || size == 0 || (signed && order(sign) == 0)) {
      return null;
    }
    int order = signed ? order(sign) : 1;
    return new Symbol(Kind.RING, order, size, mark(sign), mark(sign), null, digit);
  }

  /** The digit 1..3 that ends {@code content} at {@code place}, or 0. */
  private static int size(String content, int place) {
    boolean last = place >= 0 && place == content.length() - 1;
    int size = last ? content.charAt(place) - '0' : 0;
    return size >= 1 && size <= 3 ? size : 0;
  }

  private static boolean areMarks(String content) {
    return "-/\\".indexOf(content.charAt(0)) >= 0 && "-/\\".indexOf(content.charAt(1)) >= 0;
  }

  /** The order that a sign asks for, 0 when it is no sign. */
  private static int order(char sign) {
    return switch (sign) {
      case '=' -> 2;
      case '#' -> 3;
      case '/', '\\' -> 1;
      default -> 0;
    };
  }

  private static char mark(char sign) {
    return sign == '/' || sign == '\\' ? sign : NONE;
  }
}
