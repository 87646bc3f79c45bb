package io.github.molweave.trainer.report;

import io.github.molweave.trainer.card.CardField;
import io.github.molweave.trainer.card.CardField.Section;
import io.github.molweave.trainer.card.CardMarkdown;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.DroppedLine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is known and does not change: card, corpus, settings, environment. */
final class FactSection {
  private final Html html;

  private FactSection(Html html) {
    this.html = html;
  }

  static void write(RunState run, Html html) {
    FactSection section = new FactSection(html);
    section.corpus(run.corpus());
    section.facts("Settings", run.settings());
    section.facts("Environment", run.environment());
    if (run.model() != null) {
      section.card(run);
    }
  }

  private void corpus(CorpusReport corpus) {
    html.markup("<section>\n").element("h2", "Corpus");
    Map<String, String> rows = new LinkedHashMap<>();
    for (SourceCount source : corpus.sources()) {
      String part = source.part().name().toLowerCase(Locale.ROOT);
      rows.put(
          source.name(), count(source.read()) + " read, " + part + ", SHA-256 " + source.sha256());
    }
    rows.put("kept for training", count(corpus.training()));
    rows.put("kept for validation", count(corpus.validation()));
    corpus.dropped().forEach((why, many) -> rows.put("dropped: " + why.words(), count(many)));
    rows(rows);
    if (!corpus.examples().isEmpty()) {
      html.element("h3", "Examples of what was dropped").markup("<ul class=\"failures\">\n");
      for (DroppedLine example : corpus.examples()) {
        html.markup("<li>").foreign(example.toString()).markup("</li>\n");
      }
      html.markup("</ul>\n");
    }
    html.markup("</section>\n");
  }

  private void card(RunState run) {
    html.markup("<section>\n").element("h2", "Model card");
    html.element("p", "As it stands in model.safetensors: the best epoch so far.");
    for (Section section : Section.values()) {
      Map<String, String> rows = new LinkedHashMap<>();
      if (section == Section.ABOUT) {
        rows.putAll(CardMarkdown.facts(run.model()));
      }
      run.model()
          .card()
          .forEach(
              (field, value) -> {
                if (CardField.sectionOf(field) == section) {
                  rows.put(field, value);
                }
              });
      if (!rows.isEmpty()) {
        html.element("h3", section.heading());
        rows(rows);
      }
    }
    html.markup("</section>\n");
  }

  private void facts(String heading, Map<String, String> facts) {
    html.markup("<section>\n").element("h2", heading);
    rows(facts);
    html.markup("</section>\n");
  }

  private void rows(Map<String, String> rows) {
    html.markup("<dl>\n");
    rows.forEach(
        (name, value) -> {
          html.markup("<div><dt>").foreign(name).markup("</dt><dd>").foreign(value);
          html.markup("</dd></div>\n");
        });
    html.markup("</dl>\n");
  }

  private static String count(int many) {
    return String.format(Locale.ROOT, "%,d", many);
  }
}
