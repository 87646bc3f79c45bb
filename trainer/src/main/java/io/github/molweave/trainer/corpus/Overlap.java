package io.github.molweave.trainer.corpus;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.tokens.Notation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds validation molecules that are trained on, however they are spelled. Canonical forms are
 * slow, so only molecules that share a skeleton with one on the other side are given theirs.
 */
final class Overlap {
  private Overlap() {}

  /** How many validation molecules are among the training molecules. */
  static int count(LoadedMolecules molecules, Notation notation) {
    Set<Long> measured = new HashSet<>();
    for (int i = 0; i < molecules.size(); i++) {
      if (molecules.isValidation(i)) {
        measured.add(molecules.key(i));
      }
    }
    Set<Long> shared = new HashSet<>();
    for (int i = 0; i < molecules.size(); i++) {
      if (!molecules.isValidation(i) && measured.contains(molecules.key(i))) {
        shared.add(molecules.key(i));
      }
    }
    List<Integer> suspects =
        IntStream.range(0, molecules.size())
            .filter(i -> shared.contains(molecules.key(i)))
            .boxed()
            .toList();
    Set<String> learned =
        suspects.parallelStream()
            .filter(i -> !molecules.isValidation(i))
            .map(i -> form(molecules.text(i), notation))
            .collect(Collectors.toSet());
    return (int)
        suspects.parallelStream()
            .filter(molecules::isValidation)
            .filter(i -> learned.contains(form(molecules.text(i), notation)))
            .count();
  }

  /** The text itself when it cannot be understood. */
  private static String form(String text, Notation notation) {
    String smiles = Respelling.smilesOf(text, notation);
    Reading reading = MoleculeReader.read(smiles, ReadRule.LENIENT);
    return reading instanceof Reading.Understood understood
        ? CanonicalForm.idcodeOf(understood.molecule())
        : text;
  }
}
