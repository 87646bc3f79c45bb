package io.github.molweave.trainer.replay;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a link of version 1 may hold, in the order in which it is written. */
public enum LinkKey {
  /** A shipped model's name, or the path of a file below the page. */
  MODEL("model", ""),
  /** The first eight digits of the model's id. */
  ID("id", ""),
  /** The numeric version under which the molecules were drawn. */
  NUM("num", ""),
  /** The seed. */
  SEED("seed", ""),
  /** The temperature. */
  TEMPERATURE("T", ""),
  /** How many molecules. */
  COUNT("n", ""),
  /** Only the likeliest tokens that reach this probability together. */
  TOP_P("p", "1"),
  /** Only so many of the likeliest tokens. */
  TOP_K("k", "0"),
  /** What is done about text that is no molecule. */
  VALIDITY("valid", "reject"),
  /** How every molecule begins. */
  PREFIX("prefix", ""),
  /** Which controls the page shows. */
  CONTROLS("controls", ""),
  /** The language of the page. */
  LANGUAGE("lang", "");

  /** The controls that a page can show or hide. */
  static final List<String> CONTROLS_OF_A_PAGE =
      List.of(
          "model",
          "prefix",
          "count",
          "temperature",
          "validity",
          "seed",
          "next",
          "surprise",
          "collection");

  private static final Pattern MODEL_NAME =
      Pattern.compile("[\\w-]+(?:\\.[\\w-]+)*(?:/[\\w-]+(?:\\.[\\w-]+)*)*");
  private static final Pattern MODEL_ID = Pattern.compile("[0-9a-f]{8}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,16}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,6})?");
  private static final Pattern VISIBLE = Pattern.compile("[!-~]*");
  private static final Pattern LANGUAGE_NAME = Pattern.compile("[a-z]{2,3}");
  private static final int LONGEST_PREFIX = 400;
  private static final int LONGEST_MODEL_NAME = 200;
  private static final long LARGEST_SEED = (1L << 53) - 1;

  private final String key;
  private final String idle;

  LinkKey(String key, String idle) {
    this.key = key;
    this.idle = idle;
  }

  /** Its name in a link. */
  public String key() {
    return key;
  }

  /** The value that a link says by not saying it; empty when that says nothing. */
  String idle() {
    return idle;
  }

  /** The key of this name. */
  static Optional<LinkKey> named(String name) {
    return Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
  }

  /** The value that {@code text} spells, as a link writes it; empty when it is out of range. */
  Optional<String> canonical(String text) {
    return switch (this) {
      case MODEL -> given(text, text.length() <= LONGEST_MODEL_NAME && matches(MODEL_NAME, text));
      case ID -> given(text, matches(MODEL_ID, text));
      case NUM -> whole(text, 1, 9999);
      case SEED -> whole(text, 0, LARGEST_SEED);
      case TEMPERATURE -> decimal(text, t -> t == 0 || (t >= 0.01 && t <= 1000));
      case COUNT -> whole(text, 1, 100_000);
      case TOP_P -> decimal(text, p -> p > 0 && p <= 1);
      case TOP_K -> whole(text, 0, 4096);
      case VALIDITY -> given(text, List.of("reject", "mask", "off").contains(text));
      case PREFIX -> given(text, text.length() <= LONGEST_PREFIX && matches(VISIBLE, text));
      case CONTROLS -> given(text, Arrays.stream(text.split(",", -1)).allMatch(LinkKey::isControl));
      case LANGUAGE -> given(text, matches(LANGUAGE_NAME, text));
    };
  }

  private static boolean isControl(String name) {
    return name.equals("none") || CONTROLS_OF_A_PAGE.contains(name);
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private static Optional<String> given(String text, boolean fits) {
    return fits ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> whole(String text, long least, long most) {
    if (!matches(WHOLE, text)) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    return given(Long.toString(value), value >= least && value <= most);
  }

  private static Optional<String> decimal(String text, Predicate<Double> fits) {
    if (!matches(DECIMAL, text)) {
      return Optional.empty();
    }
    String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
    return given(plain, fits.test(Double.parseDouble(text)));
  }
}
