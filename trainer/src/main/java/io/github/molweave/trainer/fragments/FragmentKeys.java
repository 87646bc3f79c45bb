package io.github.molweave.trainer.fragments;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.graph.MolecularGraph;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Keys of fragments and scaffolds: equal for equal structures, stereo marks and the labels of dummy
 * atoms included, whatever molecule they were cut from. Remembers the parts it has seen, most of
 * which recur. May be asked by several threads.
 *
 * <p>Accuracy: {@code FragmentsTest} compares with RDKit.
 */
public final class FragmentKeys {
  private static final Pattern DUMMY = Pattern.compile("\\[(\\d+)\\*]");

  /** An element that no molecule has, as wildcards would make a pattern of the fragment. */
  private static final String STAND_IN = "[1$1At]";

  private static final int FEWEST_SCAFFOLD_RINGS = 2;

  private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

  /** The key of each BRICS fragment of {@code graph}, as often as it occurs. */
  public List<String> fragments(MolecularGraph graph) {
    return Brics.of(graph).stream().map(part -> key(SubstructureWriter.write(part))).toList();
  }

  /** The key of the Murcko scaffold; empty when it has fewer than two rings, as MOSES has it. */
  public String scaffold(MolecularGraph graph) {
    if (graph.rings().number() < FEWEST_SCAFFOLD_RINGS) {
      return "";
    }
    return key(SubstructureWriter.write(MurckoScaffold.of(graph)));
  }

  /** The key of a part written as SMILES with labelled dummies; of unreadable text the text. */
  String key(String smiles) {
    return known.computeIfAbsent(smiles, FragmentKeys::canonical);
  }

  private static String canonical(String smiles) {
    String withoutDummies = standIns(smiles);
    Reading reading = MoleculeReader.read(withoutDummies, ReadRule.LENIENT);
    return reading instanceof Reading.Understood understood
        ? CanonicalForm.idcodeOf(understood.molecule())
        : smiles;
  }

  private static String standIns(String smiles) {
    return smiles.indexOf('*') < 0 ? smiles : DUMMY.matcher(smiles).replaceAll(STAND_IN);
  }
}
