package io.github.molweave.trainer.report;

import io.github.molweave.chemistry.AtomHighlights;
import io.github.molweave.chemistry.Drawing;
import io.github.molweave.chemistry.DrawingCommand;
import io.github.molweave.chemistry.DrawingOptions;
import io.github.molweave.chemistry.MolecularFormula;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.Palette;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.chemistry.StructureDrawing;
import io.github.molweave.chemistry.SvgWriter;
import io.github.molweave.trainer.evaluation.EpochSamples.Failure;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import java.util.Map;
import java.util.TreeMap;

/** Molecules to look at, and how they compare with the corpus. */
final class SampleSection {
  private static final int WIDTH = 220;
  private static final int HEIGHT = 160;

  private final RunState run;
  private final Html html;
  private final Map<String, String> darkColours = new TreeMap<>();

  private SampleSection(RunState run, Html html) {
    this.run = run;
    this.html = html;
  }

  /** Writes the section and returns the style rules that its drawings need on a dark ground. */
  static String write(RunState run, Html html) {
    SampleSection section = new SampleSection(run, html);
    section.write();
    StringBuilder rules = new StringBuilder();
    section.darkColours.forEach(
        (name, colour) ->
            rules.append(".mw-").append(name).append("{--ink:").append(colour).append("}"));
    return rules.toString();
  }

  private void write() {
    Epoch epoch = run.lastSampled();
    if (epoch == null) {
      return;
    }
    html.markup("<section>\n").element("h2", "What it writes");
    html.element(
        "p",
        "After epoch "
            + epoch.epoch()
            + ", the first valid ones of "
            + epoch.samples().validity().of()
            + " samples. Dreamed, not made: no claim on stability, toxicity or synthesis.");
    html.markup("<ol class=\"molecules\">\n");
    for (String smiles : epoch.samples().molecules()) {
      molecule(smiles);
    }
    html.markup("</ol>\n");
    failures();
    html.markup("</section>\n");
    histograms();
  }

  private void molecule(String smiles) {
    html.markup("<li>");
    if (MoleculeReader.read(smiles, ReadRule.STRICT) instanceof Reading.Understood understood) {
      html.markup(drawing(understood.molecule()));
    }
    html.markup("<code>").foreign(smiles).markup("</code></li>\n");
  }

  private String drawing(Molecule molecule) {
    String title = MolecularFormula.of(molecule).text();
    Drawing dark = StructureDrawing.of(molecule, options(title, Palette.DARK));
    for (DrawingCommand command : dark.commands()) {
      darkColours.put(command.ink().name(), command.ink().colour());
    }
    return SvgWriter.write(StructureDrawing.of(molecule, options(title, Palette.LIGHT)));
  }

  private static DrawingOptions options(String title, Palette palette) {
    return new DrawingOptions(WIDTH, HEIGHT, title, palette, AtomHighlights.none());
  }

  private void failures() {
    if (run.samples() == null || run.samples().failures().isEmpty()) {
      return;
    }
    html.element("h3", "Not molecules");
    html.markup("<ul class=\"failures\">\n");
    for (Failure failure : run.samples().failures()) {
      html.markup("<li><code>").foreign(failure.text()).markup("</code> ");
      html.foreign(failure.reason()).markup("</li>\n");
    }
    html.markup("</ul>\n");
  }

  private void histograms() {
    double[] samples = run.sampleProperties().get(Property.WEIGHT);
    double[] corpus = run.corpusProperties().get(Property.WEIGHT);
    if (samples == null || samples.length == 0 || corpus == null || corpus.length == 0) {
      return;
    }
    html.markup("<section>\n").element("h2", "Samples against the corpus");
    html.element(
        "p",
        samples.length
            + " valid samples (line) and "
            + corpus.length
            + " molecules from all over the training corpus (ground).");
    html.markup("<div class=\"grid\">\n");
    for (Property property : Property.values()) {
      double[] values = run.sampleProperties().get(property);
      double[] known = run.corpusProperties().get(property);
      html.markup("<figure><figcaption><b>").text(property.heading()).markup("</b></figcaption>\n");
      html.markup(Histogram.svg(property, values, known));
      html.markup("<p class=\"small\">").text("Samples: " + Histogram.words(values));
      html.markup("<br>").text("Corpus: " + Histogram.words(known)).markup("</p></figure>\n");
    }
    html.markup("</div>\n</section>\n");
  }
}
