package io.github.molweave.trainer.cli;

import io.github.molweave.chemistry.AtomHighlights;
import io.github.molweave.chemistry.DataField;
import io.github.molweave.chemistry.Drawing;
import io.github.molweave.chemistry.DrawingOptions;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.MolfileVersion;
import io.github.molweave.chemistry.Palette;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.chemistry.StructureDrawing;
import io.github.molweave.chemistry.StructureFile;
import io.github.molweave.chemistry.SvgWriter;
import io.github.molweave.trainer.checkpoint.FileReplacement;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.GivenMolecules.Placed;
import io.github.molweave.trainer.cli.GivenMolecules.Tally;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.drawing.DrawingSheet;
import io.github.molweave.trainer.drawing.FontsMissingException;
import io.github.molweave.trainer.drawing.PngPainter;
import io.github.molweave.trainer.drawing.PngPainter.Ground;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code draw}: structural formulas and structure files. */
@Command(
    name = "draw",
    description = {
      "Draws molecules as .svg or .png, or writes them as .mol or .sdf for other programs; the ending"
          + " of --out says which. Many molecules make a sheet of pictures, or the entries of an .sdf"
          + " file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave draw 'CC(=O)Oc1ccccc1C(=O)O' --out aspirin.svg",
      "  molweave draw --in mine.smi --out sheet.png --palette dark --columns 6",
      "  molweave draw --in mine.smi --out mine.sdf"
    })
final class DrawCommand implements Callable<Integer> {
  /** Pixels of a side of a sheet, beyond which programs refuse pictures. */
  private static final int LARGEST_SHEET = 16_384;

  /** What can be written, by the ending of the file's name. */
  private enum Format {
    SVG,
    PNG,
    MOL,
    SDF
  }

  private final Terminal terminal;

  @Mixin private ResultTarget target;

  @ArgGroup(multiplicity = "1")
  private GivenMolecules molecules;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in a table. Default: smiles.")
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = "What a text that is no molecule does (${DEFAULT-VALUE}).")
  private OnInvalid onInvalid;

  @Option(
      names = "--format",
      paramLabel = "svg|png|mol|sdf",
      description = "What is written. Default: by the ending of --out; on stdout svg.")
  private Format format;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      defaultValue = "300",
      description = "Of one drawing, 16..4096 (${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      defaultValue = "200",
      description = "Of one drawing, 16..4096 (${DEFAULT-VALUE}).")
  private int height;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "4",
      description = "Drawings side by side on a sheet (${DEFAULT-VALUE}).")
  private int columns;

  @Option(
      names = "--palette",
      paramLabel = "NAME",
      description =
          "auto (for pages light or dark), light, dark, high-contrast-light or high-contrast-dark."
              + " Default: auto for svg, light for png.")
  private String paletteName;

  @Option(
      names = "--clear",
      description = "Leave the ground of a png see-through. Default: the palette's.")
  private boolean clear;

  @Option(
      names = "--highlights",
      paramLabel = "X,X,...",
      split = ",",
      description =
          "Discs below the atoms of one molecule: for each atom of its SMILES a number from 0 to 1,"
              + " or - for none.")
  private List<String> highlights = List.of();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title of an svg, the first line of a mol. Default: the SMILES, or none.")
  private String title;

  @Option(
      names = "--molfile",
      paramLabel = "V2000|V3000",
      defaultValue = "V2000",
      description = "The version of mol and sdf (${DEFAULT-VALUE}).")
  private MolfileVersion version;

  DrawCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    Format chosen = format();
    target.check();
    if (columns < 1 || columns > 1000) {
      throw new CommandException(Problem.OPTION, "--columns must be 1..1000.");
    }
    DrawingOptions options = options(chosen);
    List<Molecule> read = read();
    if (read.size() > 1 && (chosen == Format.MOL || !highlights.isEmpty())) {
      String one = chosen == Format.MOL ? "a .mol file holds" : "--highlights are for";
      throw new CommandException(
          Problem.OPTION, one + " one molecule, not " + read.size() + ". Give one, or write .sdf.");
    }
    FileReplacement.Content content =
        chosen == Format.MOL || chosen == Format.SDF
            ? structures(read, chosen)
            : picture(read, options, chosen);
    target.write(terminal, content);
    return ExitCode.OK.number();
  }

  private Format format() throws CommandException {
    if (format != null) {
      return format;
    }
    String name = target.fileName().toLowerCase(Locale.ROOT);
    for (Format one : Format.values()) {
      if (name.endsWith("." + one.name().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    if (name.isEmpty()) {
      return Format.SVG;
    }
    throw new CommandException(
        Problem.OPTION,
        "'"
            + target.fileName()
            + "' does not end in .svg, .png, .mol or .sdf. Name it so, or give"
            + " --format.");
  }

  private DrawingOptions options(Format chosen) throws CommandException {
    String name = paletteName == null ? (chosen == Format.PNG ? "light" : "auto") : paletteName;
    Palette palette = Palette.ofId(name.toLowerCase(Locale.ROOT));
    if (palette == null) {
      throw new CommandException(
          Problem.OPTION,
          "--palette must be auto, light, dark, high-contrast-light or high-contrast-dark, not '"
              + name
              + "'.");
    }
    try {
      return new DrawingOptions(width, height, "", palette, AtomHighlights.of(values()));
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }

  private double[] values() {
    double[] values = new double[highlights.size()];
    for (int atom = 0; atom < values.length; atom++) {
      String given = highlights.get(atom).trim();
      try {
        values[atom] = given.equals("-") ? Double.NaN : Double.parseDouble(given);
      } catch (NumberFormatException noNumber) {
        throw new IllegalArgumentException(
            "the highlight of atom " + atom + " must be a number or -, not '" + given + "'",
            noNumber);
      }
    }
    return values;
  }

  private List<Molecule> read() throws CommandException, CorpusException {
    List<Molecule> read = new ArrayList<>();
    Tally tally = new Tally();
    for (Placed placed : molecules.read(column, tally)) {
      Reading reading = MoleculeReader.read(placed.text(), ReadRule.STRICT);
      if (reading instanceof Reading.Understood understood) {
        read.add(understood.molecule());
      } else if (reading instanceof Reading.Rejected rejected) {
        int at = rejected.position();
        String where = at < 0 ? "" : " (character " + (at + 1) + ")";
        tally.add(placed.place() + ": " + rejected.reason() + where);
      }
    }
    if (tally.count() > 0) {
      String found = tally.words("drawn");
      if (onInvalid == OnInvalid.FAIL || read.isEmpty()) {
        throw new CommandException(
            Problem.NO_MOLECULE, found + "\nCorrect them, or pass --on-invalid skip.");
      }
      terminal.err().println("Skipped: " + found);
    }
    return read;
  }

  private FileReplacement.Content structures(List<Molecule> molecules, Format chosen)
      throws CommandException {
    StringBuilder text = new StringBuilder();
    String name = title == null ? "" : title;
    for (Molecule molecule : molecules) {
      DataField smiles = new DataField("SMILES", molecule.smiles());
      try {
        text.append(
            chosen == Format.MOL
                ? StructureFile.molfile(molecule, name, version)
                : StructureFile.sdfEntry(molecule, name, version, List.of(smiles)));
      } catch (IllegalArgumentException unfit) {
        throw new CommandException(
            Problem.STRUCTURE_FILE, molecule.smiles() + ": " + unfit.getMessage() + ".", unfit);
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return out -> out.write(bytes);
  }

  private FileReplacement.Content picture(
      List<Molecule> molecules, DrawingOptions options, Format chosen) throws CommandException {
    int rows = (molecules.size() + columns - 1) / columns;
    int across = Math.min(columns, molecules.size());
    if ((long) width * across > LARGEST_SHEET || (long) height * rows > LARGEST_SHEET) {
      throw new CommandException(
          Problem.OPTION,
          molecules.size()
              + " drawings make a sheet of more than "
              + LARGEST_SHEET
              + " pixels. Draw fewer, or smaller by --width and --height, or change --columns.");
    }
    List<Drawing> drawings = new ArrayList<>();
    for (Molecule molecule : molecules) {
      drawings.add(draw(molecule, options));
    }
    String given = title == null ? molecules.get(0).smiles() : title;
    boolean sheet = molecules.size() > 1 && title == null;
    Drawing all =
        DrawingSheet.of(drawings, columns, sheet ? molecules.size() + " molecules" : given);
    byte[] bytes =
        chosen == Format.PNG ? png(all) : SvgWriter.write(all).getBytes(StandardCharsets.UTF_8);
    return out -> out.write(bytes);
  }

  private static Drawing draw(Molecule molecule, DrawingOptions options) throws CommandException {
    try {
      return StructureDrawing.of(molecule, options);
    } catch (IllegalArgumentException unfit) {
      throw new CommandException(Problem.OPTION, unfit.getMessage() + ".", unfit);
    }
  }

  private byte[] png(Drawing drawing) throws CommandException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PngPainter.write(drawing, clear ? Ground.CLEAR : Ground.PAINTED, bytes);
    } catch (FontsMissingException noFonts) {
      throw new CommandException(Problem.NO_FONTS, noFonts.getMessage() + ".", noFonts);
    } catch (IOException failure) {
      throw new CommandException(
          Problem.TARGET_UNWRITABLE, "no PNG could be made: " + failure.getMessage(), failure);
    }
    return bytes.toByteArray();
  }
}
