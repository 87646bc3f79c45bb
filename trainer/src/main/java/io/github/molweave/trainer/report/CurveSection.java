package io.github.molweave.trainer.report;

import io.github.molweave.trainer.evaluation.Interval;
import io.github.molweave.trainer.evaluation.Share;
import io.github.molweave.trainer.journal.JournalLine;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import io.github.molweave.trainer.report.Chart.Curve;
import io.github.molweave.trainer.report.Chart.Look;
import io.github.molweave.trainer.report.Chart.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The curves of a run, and the same epochs as a table. */
final class CurveSection {
  private static final String EPOCH = "epoch";

  private final RunState run;
  private final Html html;
  private final Scale across;

  private CurveSection(RunState run, Html html) {
    this.run = run;
    this.html = html;
    double last = run.lines().stream().mapToDouble(this::epochs).max().orElse(1);
    this.across = new Scale(Scale.Kind.LINEAR, 0, Math.max(last, 1e-3));
  }

  static void write(RunState run, Html html) {
    new CurveSection(run, html).write();
  }

  private void write() {
    html.markup("<section>\n").element("h2", "How it goes");
    if (run.lines().isEmpty()) {
      html.element("p", "No figures yet.").markup("</section>\n");
      return;
    }
    html.markup("<div class=\"grid\">\n");
    chart(
        "Loss, nats per token",
        Scale.Kind.LOGARITHMIC,
        List.of(
            ofSteps("one batch", Step::loss),
            ofEpochs("training", Look.FIRST, Epoch::trainingLoss),
            ofEpochs("held out", Look.SECOND, Epoch::validationLoss)));
    if (run.lastSampled() != null) {
      chart(
          "Samples, %",
          Scale.Kind.LINEAR,
          List.of(
              ofShares("valid", Look.FIRST, Samples::validity),
              ofShares("unique", Look.SECOND, Samples::uniqueness),
              ofShares("novel", Look.THIRD, Samples::novelty)));
    }
    chart("Learning rate", Scale.Kind.LINEAR, List.of(ofSteps("of the step", Step::learningRate)));
    chart(
        "Gradient norm before clipping",
        Scale.Kind.LOGARITHMIC,
        List.of(ofSteps("of the step", Step::gradientNorm)));
    chart(
        "Tokens per second",
        Scale.Kind.LINEAR,
        List.of(ofSteps("since the mark before", Step::tokensPerSecond)));
    html.markup("</div>\n");
    table();
    html.markup("</section>\n");
  }

  private void chart(String title, Scale.Kind up, List<Curve> curves) {
    List<Curve> filled = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    if (filled.isEmpty()) {
      return;
    }
    html.markup("<figure><figcaption><b>").text(title).markup("</b>");
    if (filled.size() > 1) {
      for (Curve curve : filled) {
        html.markup(" <span class=\"key\">" + curve.look().sample()).text(curve.name());
        html.markup("</span>");
      }
    }
    html.markup("</figcaption>\n");
    html.markup(Chart.svg(title, EPOCH, across, up, filled)).markup("</figure>\n");
  }

  private double epochs(JournalLine line) {
    return (double) line.step() / run.stepsPerEpoch();
  }

  private Curve ofSteps(String name, ToDoubleFunction<Step> value) {
    return new Curve(
        name,
        Look.FINE,
        run.steps().stream().map(s -> new Point(epochs(s), value.applyAsDouble(s))).toList());
  }

  private Curve ofEpochs(String name, Look look, ToDoubleFunction<Epoch> value) {
    return new Curve(
        name,
        look,
        run.epochs().stream().map(e -> new Point(epochs(e), value.applyAsDouble(e))).toList());
  }

  private Curve ofShares(String name, Look look, Function<Samples, Share> share) {
    return new Curve(
        name,
        look,
        run.epochs().stream()
            .filter(epoch -> epoch.samples() != null)
            .map(epoch -> point(epochs(epoch), share.apply(epoch.samples())))
            .toList());
  }

  private static Point point(double x, Share share) {
    Interval interval = share.interval();
    return new Point(x, 100 * share.value(), 100 * interval.low(), 100 * interval.high());
  }

  private void table() {
    if (run.epochs().isEmpty()) {
      return;
    }
    html.markup("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Epochs\">");
    html.markup("<table><caption>Each epoch</caption><thead><tr>");
    for (String heading :
        List.of(EPOCH, "training", "held out", "valid", "unique", "novel", "drawn")) {
      html.markup("<th scope=\"col\">").text(heading).markup("</th>");
    }
    html.markup("</tr></thead><tbody>\n");
    for (Epoch epoch : run.epochs()) {
      html.markup("<tr><th scope=\"row\">").text(name(epoch) + (epoch.best() ? " best" : ""));
      html.markup("</th>");
      cell(nats(epoch.trainingLoss()));
      cell(nats(epoch.validationLoss()));
      Samples samples = epoch.samples();
      cell(samples == null ? "" : percent(samples.validity()));
      cell(samples == null ? "" : percent(samples.uniqueness()));
      cell(samples == null ? "" : percent(samples.novelty()));
      cell(samples == null ? "" : Integer.toString(samples.validity().of()));
      html.markup("</tr>\n");
    }
    html.markup("</tbody></table></div>\n");
    html.element(
        "p",
        "Loss is the negative log-likelihood in nats per token. Samples are drawn by the quantised"
            + " network at T = 1, seed 0, nothing cut, nothing redrawn. Valid: among all; unique:"
            + " different constitutions among the valid; novel: constitutions that no training"
            + " molecule has, among the unique. In brackets the 95 % interval.");
  }

  private static String name(Epoch epoch) {
    return epoch.epoch() == 0 ? "start" : Integer.toString(epoch.epoch());
  }

  private void cell(String text) {
    html.markup("<td>").text(text).markup("</td>");
  }

  private static String nats(double value) {
    return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4f", value);
  }

  /** As in {@code 92.1 % (90.3 to 93.6)}. */
  static String percent(Share share) {
    Interval interval = share.interval();
    return share.of() == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "%.1f %% (%.1f to %.1f)",
            100 * share.value(),
            100 * interval.low(),
            100 * interval.high());
  }
}
