package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.network.NumericVersion;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.replay.LinkKey;
import io.github.molweave.trainer.replay.LinkProblem;
import io.github.molweave.trainer.replay.ReplayLink;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --replay}: the settings of a page, from its link. */
final class ReplayOption {
  /** What the link says instead. */
  private static final List<String> SAID_BY_THE_LINK =
      List.of(
          "--seed",
          "--temperature",
          "--top-k",
          "--top-p",
          "--prefix",
          "--validity",
          "--max-length",
          "--attempts");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--replay",
      paramLabel = "LINK",
      description =
          "Draw the molecules that a page draws for this link, or for its part from # on: model,"
              + " seed and settings are the link's. Put it in single quotes.")
  private String link;

  boolean isGiven() {
    return link != null;
  }

  /** Whether the command line says how many molecules, whatever the link says. */
  boolean namesCount() {
    return command.commandLine().getParseResult().hasMatchedOption("--count");
  }

  /** Reads the link; one of which a part cannot be followed would give other molecules. */
  ReplayLink read() throws CommandException {
    for (String option : SAID_BY_THE_LINK) {
      if (command.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new CommandException(
            Problem.OPTION, option + " does not go with --replay: the link says it.");
      }
    }
    ReplayLink read = ReplayLink.read(link);
    for (LinkProblem problem : read.problems()) {
      throw refusal(problem);
    }
    if (read.values().isEmpty()) {
      throw new CommandException(
          Problem.LINK_VERSION,
          "what follows --replay is no link of this page: such a link has #v1& in it. Put it in"
              + " single quotes, else the shell cuts it at the first &.");
    }
    if (read.value(LinkKey.SEED).isEmpty()) {
      throw new CommandException(
          Problem.LINK_NO_SEED,
          "the link names no seed: the page draws other molecules at each visit. Copy the link once"
              + " molecules were drawn.");
    }
    return read;
  }

  private static CommandException refusal(LinkProblem problem) {
    String part = problem.key() + "=" + problem.value();
    return switch (problem.kind()) {
      case VERSION ->
          new CommandException(
              Problem.LINK_VERSION,
              "the link is of version "
                  + problem.value()
                  + ", this program reads version 1. Get a newer Molweave.");
      case LONG ->
          new CommandException(
              Problem.LINK_LONG,
              "the link has " + problem.value() + " characters, at most 4096 are read.");
      case UNKNOWN_KEY ->
          new CommandException(
              Problem.LINK_UNKNOWN_KEY,
              "'" + part + "' in the link is not known. Take it out, or get a newer Molweave.");
      case TWICE ->
          new CommandException(
              Problem.LINK_TWICE, "'" + problem.key() + "' is in the link twice. Take one out.");
      case VALUE ->
          new CommandException(
              Problem.LINK_VALUE,
              "'"
                  + part
                  + "' in the link is out of range. Its other parts are fine to this point.");
    };
  }

  /** The link's model, or the one that {@code named} names, when it is the same. */
  ModelFile model(ReplayLink read, ModelChoice named) throws CommandException {
    String version = Integer.toString(NumericVersion.CURRENT);
    if (!read.value(LinkKey.NUM).orElse(version).equals(version)) {
      throw new CommandException(
          Problem.LINK_NUMERIC_VERSION,
          "the link was made under numeric version "
              + read.values().get(LinkKey.NUM)
              + ", this program has "
              + version
              + ": the molecules would differ. Use the Molweave that the page uses.");
    }
    ModelFile file = named.isNamed() ? named.read() : named.shipped(read.value(LinkKey.MODEL));
    String id = ModelId.of(file);
    if (!id.startsWith(read.value(LinkKey.ID).orElse(""))) {
      throw new CommandException(
          Problem.LINK_OTHER_MODEL,
          "the link was made with the model "
              + read.values().get(LinkKey.ID)
              + "..., this one is "
              + id.substring(0, 8)
              + "...: the molecules would differ. Name the right file by --model.");
    }
    return file;
  }
}
