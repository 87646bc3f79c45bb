package io.github.molweave.trainer.report;

import io.github.molweave.trainer.card.ForeignText;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/**
 * A run as one HTML page: curves, molecules, facts. Works without script, network or other files,
 * in light and dark, from phones up.
 *
 * <p>Safety: everything from outside is escaped, and a content security policy allows nothing but
 * the page's own style sheet, by its hash ({@code ReportPageTest} reads the page with an HTML
 * parser).
 *
 * <p>Determinism: the same page for an equal state.
 */
public final class ReportPage {
  private static final String STYLE_SHEET = "report.css";
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ReportPage() {}

  /** The whole page. */
  public static String of(RunState run) {
    Html body = new Html();
    head(run, body);
    CurveSection.write(run, body);
    String darkInks = SampleSection.write(run, body);
    FactSection.write(run, body);
    body.markup("</main>\n");
    String style = styleSheet() + darkInks;
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'sha256-"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + Html.escape(ForeignText.visible(run.title()))
        + "</title>\n<style>"
        + style
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static void head(RunState run, Html html) {
    html.markup("<main>\n<header>\n<h1>").foreign(run.title()).markup("</h1>\n<p>");
    html.text(run.standing() + " Written " + WRITTEN.format(run.written()) + " UTC.");
    html.markup("</p>\n<dl class=\"figures\">\n");
    Epoch best = null;
    for (Epoch epoch : run.epochs()) {
      best = epoch.best() ? epoch : best;
    }
    if (best != null && !Double.isNaN(best.validationLoss())) {
      figure(
          html,
          "best loss on held-out molecules",
          String.format(Locale.ROOT, "%.4f", best.validationLoss()),
          "nats per token, epoch " + best.epoch());
    }
    Epoch sampled = run.lastSampled();
    if (sampled != null) {
      figure(
          html,
          "valid samples",
          String.format(Locale.ROOT, "%.1f %%", 100 * sampled.samples().validity().value()),
          sampled.samples().validity().of()
              + " drawn, "
              + CurveSection.percent(sampled.samples().validity()).replaceAll(".*\\((.*)\\)", "$1")
              + " %, epoch "
              + sampled.epoch());
    }
    html.markup("</dl>\n</header>\n");
  }

  private static void figure(Html html, String what, String value, String how) {
    html.markup("<div><dt>").text(what).markup("</dt><dd><b>").text(value);
    html.markup("</b> <span>").text(how).markup("</span></dd></div>\n");
  }

  private static String styleSheet() {
    try (InputStream sheet = ReportPage.class.getResourceAsStream(STYLE_SHEET)) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String hash(String style) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
