package io.github.molweave.e2e.bench;

import static io.github.molweave.e2e.bench.Contender.MOLWEAVE;
import static io.github.molweave.e2e.bench.Contender.MOLWEAVE_TIMED;
import static io.github.molweave.e2e.bench.Contender.ORT_FOLDED;
import static io.github.molweave.e2e.bench.Contender.ORT_GRU;
import static io.github.molweave.e2e.bench.Contender.ORT_INT8;
import static io.github.molweave.e2e.bench.Contender.TF_LAYERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings as tables. */
final class BenchReport {
  private static final String NOT_COUNTED = "does not count";

  private final List<Setting> settings;
  private final List<Contender> contenders;

  BenchReport(List<Setting> settings, List<Contender> contenders) {
    this.settings = settings;
    this.contenders = contenders.stream().filter(each -> each != MOLWEAVE_TIMED).toList();
  }

  /** All tables, in Markdown or aligned for a terminal. */
  String text(Table.Style style) {
    return "How many times as fast as each peer Molweave is: median of the rounds (least to most)\n\n"
        + ratios().text(style)
        + "\nTokens a second, median; of the peers' in brackets, had drawing the tokens cost nothing\n\n"
        + rates().text(style)
        + "\nOf Molweave's time, spent outside the network's step: softmax, noise, bookkeeping\n\n"
        + outside().text(style)
        + bars();
  }

  private Table ratios() {
    List<Contender> peers = contenders.stream().filter(each -> each != MOLWEAVE).toList();
    Table table = new Table(heading(peers));
    for (Setting setting : settings) {
      List<String> row = name(setting);
      for (Contender peer : peers) {
        row.add(setting.over(peer).map(BenchReport::ratio).orElse(NOT_COUNTED));
      }
      table.add(row);
    }
    return table;
  }

  private Table rates() {
    Table table = new Table(heading(contenders));
    for (Setting setting : settings) {
      List<String> row = name(setting);
      for (Contender contender : contenders) {
        row.add(setting.of(contender).map(BenchReport::rate).orElse(""));
      }
      table.add(row);
    }
    return table;
  }

  private Table outside() {
    Table table = new Table(heading(List.of(MOLWEAVE_TIMED)));
    for (Setting setting : settings) {
      List<String> row = name(setting);
      row.add(setting.of(MOLWEAVE_TIMED).map(each -> percent(each.outside())).orElse(""));
      table.add(row);
    }
    return table;
  }

  /** What was promised of 512 units and one thread, and whether it holds. */
  private String bars() {
    StringBuilder text = new StringBuilder();
    for (Setting setting : settings) {
      if (setting.units() == 512 && setting.threads() == 1) {
        List<Contender> onnx = List.of(ORT_GRU, ORT_FOLDED, ORT_INT8);
        if (setting.streams() == 1) {
          text.append(bar(setting, "the best ONNX graph", setting.overBest(onnx), 3));
          text.append(bar(setting, "TF.js layers", setting.over(TF_LAYERS), 90));
        } else if (setting.streams() == 16) {
          text.append(bar(setting, "the best ONNX graph", setting.overBest(onnx), 1.7));
        }
      }
    }
    return text.isEmpty() ? "" : "\n" + text;
  }

  private static String bar(Setting setting, String peer, Optional<Spread> over, double least) {
    if (over.isEmpty()) {
      return "";
    }
    double ratio = over.get().median();
    return format(
        "%s, streams %d: %.2f times %s, at least %s asked: %s\n",
        setting.model(),
        setting.streams(),
        ratio,
        peer,
        least,
        ratio >= least ? "reached" : "MISSED");
  }

  private static List<String> heading(List<Contender> columns) {
    List<String> heading = new ArrayList<>(List.of("network", "threads", "streams"));
    columns.forEach(each -> heading.add(each.title()));
    return heading;
  }

  private static List<String> name(Setting setting) {
    return new ArrayList<>(
        List.of(
            setting.model(),
            Integer.toString(setting.threads()),
            Integer.toString(setting.streams())));
  }

  private static String ratio(Spread ratio) {
    return format("%.2f (%.2f to %.2f)", ratio.median(), ratio.least(), ratio.most());
  }

  private static String percent(Spread share) {
    return format(
        "%.0f %% (%.0f to %.0f)", 100 * share.median(), 100 * share.least(), 100 * share.most());
  }

  private static String rate(Measurement measurement) {
    if (!measurement.isValid()) {
      return NOT_COUNTED;
    }
    double tokens = measurement.tokensPerSecond();
    return measurement.contender() == MOLWEAVE
        ? format("%.0f", tokens)
        : format("%.0f (%.0f)", tokens, measurement.stepsPerSecond());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
