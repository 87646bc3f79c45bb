package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import io.github.molweave.trainer.conversion.ForeignNetwork.FirstToken;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which of a network's tokens play which part, and which rows of it stay.
 *
 * <p>A row that cannot be drawn and spells nothing (padding, unknown, without a token) is left out,
 * and the ids behind it move up: what the network says of the others is unchanged but for the share
 * that the row had.
 */
final class TokenRoles {
  private static final Set<String> STARTS =
      Set.of(
          "^", "<start>", "<bos>", "<s>", "<sos>", "<go>", "go", "bos", "sos", "[bos]", "[sos]",
          "[start]", "[cls]");
  private static final Set<String> ENDS =
      Set.of(
          "$", "<end>", "<eos>", "</s>", "<stop>", "eos", "end", "stop", "[eos]", "[end]", "[stop]",
          "[sep]");
  private static final Set<String> PADDINGS =
      Set.of("<pad>", "<padding>", "pad", "[pad]", "[nop]", "_");
  private static final Set<String> MEANINGLESS =
      Set.of("<unk>", "<unknown>", "unk", "[unk]", "<mask>", "[mask]");
  private static final int MOST_SHOWN = 8;

  /** What a model file takes. */
  private static final int LONGEST = 100;

  private final List<String> tokens;
  private final Map<String, Integer> ids = new HashMap<>();
  private final TokenOptions options;
  private final List<String> changes;
  private final Set<Integer> dropped = new TreeSet<>();
  private int start;
  private int end;
  private int mask = Vocabulary.NONE;

  private TokenRoles(List<String> tokens, TokenOptions options, List<String> changes) {
    this.tokens = new ArrayList<>(tokens);
    this.options = options;
    this.changes = changes;
  }

  /**
   * Finds the parts of the tokens of {@code network}.
   *
   * @param changes is told what is left out or spelled anew
   */
  static TokenRoles of(
      ForeignNetwork network, TokenList list, TokenOptions options, List<String> changes)
      throws ConversionException {
    TokenRoles roles = new TokenRoles(list.tokens(), options, changes);
    roles.rename();
    roles.index();
    roles.compareSize(network.sizes().vocabularySize(), list);
    boolean masks = network.firstToken() == FirstToken.MASK;
    roles.mask = masks ? 0 : Vocabulary.NONE;
    roles.start = roles.startId(masks);
    roles.end = roles.endId(masks);
    if (roles.end != Vocabulary.NONE && roles.end == roles.mask) {
      throw special(
          "the end token "
              + Quotation.of(roles.tokens.get(roles.end))
              + " is also the one that the network masks. Pass --end none.");
    }
    roles.dropSilent();
    roles.respellHidden();
    return roles;
  }

  private void rename() throws ConversionException {
    for (Map.Entry<String, String> entry : options.renamed().entrySet()) {
      int id = tokens.indexOf(entry.getKey());
      if (id < 0) {
        throw special("there is no token " + Quotation.of(entry.getKey()) + " to rename.");
      }
      tokens.set(id, entry.getValue());
      changes.add(
          "the token "
              + Quotation.of(entry.getKey())
              + " is spelled "
              + Quotation.of(entry.getValue()));
    }
  }

  private void index() throws ConversionException {
    for (int id = 0; id < tokens.size(); id++) {
      Integer earlier = ids.put(tokens.get(id), id);
      if (earlier != null) {
        throw new ConversionException(
            Problem.TOKEN_REPEATED,
            "the token "
                + Quotation.of(tokens.get(id))
                + " stands in the vocabulary as number "
                + earlier
                + " and as number "
                + id
                + ". Give the list that the network was trained with.");
      }
    }
  }

  private void compareSize(int rows, TokenList list) throws ConversionException {
    boolean declared = list.declaredSize() == rows;
    boolean few = tokens.size() < rows && (declared || options.unnamed() == Unnamed.DROP);
    if (tokens.size() != rows && !few) {
      throw new ConversionException(
          Problem.VOCABULARY_SIZE,
          "the vocabulary lists "
              + tokens.size()
              + " tokens and the network has rows for "
              + rows
              + ". Give the list that it was trained with, special tokens included"
              + (tokens.size() < rows ? "; or leave the last rows out by --drop-unnamed." : "."));
    }
    for (int row = tokens.size(); row < rows; row++) {
      dropped.add(row);
    }
    if (few) {
      int unnamed = rows - tokens.size();
      changes.add(
          unnamed == 1
              ? "the row behind the last token was left out"
              : unnamed + " rows behind the last token were left out");
    }
  }

  private int startId(boolean masks) throws ConversionException {
    if (options.start() != null) {
      return named("--start", options.start());
    }
    int found = recognised(STARTS, "start", "--start");
    if (found == Vocabulary.NONE && !masks) {
      throw special(
          "no token of the vocabulary looks like the one that is fed first: "
              + shown()
              + ". Name it by --start.");
    }
    return found == Vocabulary.NONE ? 0 : found;
  }

  private int endId(boolean masks) throws ConversionException {
    if (options.end() != null) {
      return options.end().equals(TokenOptions.NONE)
          ? Vocabulary.NONE
          : named("--end", options.end());
    }
    int found = recognised(ENDS, "end", "--end");
    if (found == Vocabulary.NONE && !masks) {
      throw special(
          "no token of the vocabulary looks like the one that ends a molecule: "
              + shown()
              + ". Name it by --end, or pass --end none and --lengths.");
    }
    return found;
  }

  private int recognised(Set<String> spellings, String part, String option)
      throws ConversionException {
    int found = Vocabulary.NONE;
    for (int id = 0; id < tokens.size(); id++) {
      if (spellings.contains(tokens.get(id).toLowerCase(Locale.ROOT))) {
        if (found != Vocabulary.NONE) {
          throw special(
              Quotation.of(tokens.get(found))
                  + " and "
                  + Quotation.of(tokens.get(id))
                  + " both look like the "
                  + part
                  + " token. Say by "
                  + option
                  + " which one is.");
        }
        found = id;
      }
    }
    return found;
  }

  private int named(String option, String token) throws ConversionException {
    Integer id = ids.get(token);
    if (id == null) {
      throw special(
          "there is no token "
              + Quotation.of(token)
              + ", which "
              + option
              + " names: "
              + shown()
              + ".");
    }
    return id;
  }

  private void dropSilent() throws ConversionException {
    if (options.padding() == null) {
      for (int id = 0; id < tokens.size(); id++) {
        if (PADDINGS.contains(tokens.get(id).toLowerCase(Locale.ROOT))) {
          drop(id, "padding");
        }
      }
    } else if (!options.padding().equals(TokenOptions.NONE)) {
      drop(named("--pad", options.padding()), "padding");
    }
    for (String token : options.dropped()) {
      drop(named("--drop", token), "named by --drop");
    }
    for (int id = 0; id < tokens.size(); id++) {
      if (MEANINGLESS.contains(tokens.get(id).toLowerCase(Locale.ROOT))) {
        drop(id, "it spells nothing");
      }
    }
  }

  /** A special token is never drawn by mistake, so its row may stay. */
  private void drop(int id, String why) {
    if (!isSpecial(id) && dropped.add(id)) {
      changes.add("the row of " + Quotation.of(tokens.get(id)) + " was left out (" + why + ")");
    }
  }

  private void respellHidden() {
    respell(start, Vocabulary.START);
    respell(end, Vocabulary.END);
    respell(mask, "<mask>");
  }

  /** Line feeds and blanks are popular as special tokens, and cannot stand in a model file. */
  private void respell(int id, String spelling) {
    if (id != Vocabulary.NONE && !isVisible(tokens.get(id)) && !ids.containsKey(spelling)) {
      changes.add("special token " + id + ", which is not visible, is spelled " + spelling);
      tokens.set(id, spelling);
    }
  }

  private static boolean isVisible(String token) {
    return !token.isEmpty()
        && token.length() <= LONGEST
        && token.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  private boolean isSpecial(int id) {
    return id == start || id == end || id == mask;
  }

  private static ConversionException special(String message) {
    return new ConversionException(Problem.SPECIAL_TOKEN, message);
  }

  private String shown() {
    List<String> quoted = new ArrayList<>();
    for (String token : tokens.subList(0, Math.min(MOST_SHOWN, tokens.size()))) {
      quoted.add(Quotation.of(token));
    }
    return String.join(" ", quoted) + (tokens.size() > MOST_SHOWN ? " ..." : "");
  }

  /** What the tokens spell: as said, or SELFIES when all of them are symbols of it. */
  Notation notation() {
    if (options.notation() != null) {
      return options.notation();
    }
    for (int id : kept()) {
      boolean symbol = tokens.get(id).startsWith("[") && tokens.get(id).endsWith("]");
      if (!isSpecial(id) && !symbol && !tokens.get(id).equals(".")) {
        return Notation.SMILES;
      }
    }
    return Notation.SELFIES;
  }

  /** The rows of the network that stay, in their order. */
  int[] kept() {
    int rows = tokens.size();
    return IntStream.range(0, rows).filter(id -> !dropped.contains(id)).toArray();
  }

  /**
   * The tokens of the rows that stay.
   *
   * @throws ConversionException when one of them is not one token of {@code notation}
   */
  Vocabulary vocabulary(Notation notation) throws ConversionException {
    List<String> spelled = new ArrayList<>();
    Map<Integer, Integer> moved = new HashMap<>();
    for (int id : kept()) {
      String token = tokens.get(id);
      if (!isVisible(token) || (!isSpecial(id) && !isWhole(token, notation))) {
        throw new ConversionException(
            Problem.TOKEN_INVALID,
            "the token "
                + Quotation.of(token)
                + " (number "
                + id
                + ") is not one token of "
                + notation.id()
                + ": Molweave reads [...], Cl, Br and %nn as one token each and every other"
                + " character as one. A network of other tokens must be trained again; a token"
                + " that stands for one of these can be spelled so by --rename "
                + (isVisible(token) ? token : "OLD")
                + "=NEW, and one that spells nothing left out by --drop.");
      }
      moved.put(id, spelled.size());
      spelled.add(token);
    }
    return new Vocabulary(
        spelled,
        moved.get(start),
        moved.getOrDefault(end, Vocabulary.NONE),
        moved.getOrDefault(mask, Vocabulary.NONE));
  }

  /** A single l, r or ] is a sign that Cl, Br or [nH] are spelled letter by letter. */
  private static boolean isWhole(String token, Notation notation) {
    boolean letterByLetter =
        notation == Notation.SMILES
            && (token.equals("l") || token.equals("r") || token.equals("]"));
    return notation.isToken(token) && !letterByLetter;
  }
}
