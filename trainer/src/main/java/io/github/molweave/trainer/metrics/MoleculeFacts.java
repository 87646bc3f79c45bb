package io.github.molweave.trainer.metrics;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.graph.AtomEnvironments;
import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.properties.MolecularProperties;
import io.github.molweave.trainer.fragments.FragmentKeys;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of one molecule.
 *
 * @param key equal for equal molecules ({@link CanonicalForm#idcode})
 * @param descriptors one for each {@link Descriptor}, in its order
 * @param environments its circular surroundings out to two bonds, each once, ascending
 * @param fragments keys of its BRICS fragments
 * @param scaffold key of its Murcko scaffold, empty when there is none with two rings
 */
record MoleculeFacts(
    String key, double[] descriptors, int[] environments, List<String> fragments, String scaffold) {

  static MoleculeFacts of(Molecule molecule, FragmentKeys keys) {
    MolecularGraph graph = MolecularGraph.of(molecule);
    MolecularProperties properties = MolecularProperties.of(molecule);
    double[] descriptors = new double[Descriptor.values().length];
    for (Descriptor descriptor : Descriptor.values()) {
      descriptors[descriptor.place()] =
          switch (descriptor) {
            case WEIGHT -> properties.weight();
            case LOG_P -> properties.logP();
            case POLAR_SURFACE -> properties.polarSurface();
            case COMPLEXITY -> BertzComplexity.of(graph);
            case QED -> properties.qed();
            case SA_LIKE -> properties.saLike();
            case RINGS -> properties.rings();
            case AROMATIC_RINGS -> properties.aromaticRings();
            case ALIPHATIC_RINGS -> properties.rings() - properties.aromaticRings();
            case DONORS -> properties.donors();
            case ACCEPTORS -> properties.acceptors();
            case ROTATABLE_BONDS -> properties.rotatableBonds();
          };
    }
    return new MoleculeFacts(
        CanonicalForm.idcodeOf(molecule),
        descriptors,
        Arrays.stream(AtomEnvironments.of(graph)).distinct().toArray(),
        keys.fragments(graph),
        keys.scaffold(graph));
  }
}
