package io.github.molweave.properties;

import io.github.molweave.chemistry.MolecularFormula;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.graph.MolecularGraph;

/**
 * What is computed of one molecule. Fragments between dots count together, as one.
 *
 * <p>Accuracy: {@code MolecularPropertiesTest} compares with RDKit 2022.09.3. On 6,000 molecules
 * each of ZINC, ChEMBL and PubChem all but {@code saLike} agreed on at least 99.9 % of them, logP
 * and QED within 0.01, polar surface within 0.01, counts exactly (docs/decisions).
 *
 * <p>Determinism: the same bits on the JVM and in the browser, and for any order of the atoms, but
 * for the weight, whose last bits follow the order of the elements.
 *
 * @param formula see {@link MolecularFormula#text()}
 * @param weight see {@link MolecularFormula#weight()}; g/mol
 * @param logP logarithm (base 10) of the octanol-water partition coefficient after Wildman and
 *     Crippen, usually -5..10
 * @param polarSurface topological polar surface area after Ertl, square angstrom, from 0; N and O
 *     only
 * @param donors hydrogen-bond donors: N, O and S that carry hydrogen, as RDKit's NumHDonors counts
 * @param acceptors hydrogen-bond acceptors: N, O and S with a free lone pair, not those of amides,
 *     as RDKit's NumHAcceptors counts
 * @param rotatableBonds single bonds outside rings that can turn, without those to stumps and
 *     without amide-like ones, as RDKit's strict definition has it
 * @param rings as {@link io.github.molweave.graph.Rings#number()} counts
 * @param aromaticRings rings of which every bond is aromatic in RDKit's model
 * @param stereocentres atoms with four different corners, marked or not; double bonds do not count
 * @param markedStereocentres those of them whose handedness the SMILES gives
 * @param fractionSp3 share of carbons with four neighbours, 0..1; 0 without carbon
 * @param qed quantitative estimate of drug-likeness after Bickerton and others, 0..1
 * @param saLike how hard to make, 1 (easy)..10, on a scale of Molweave's own: a fragment table of
 *     PubChem with the penalties of Ertl and Schuffenhauer. It orders molecules as published
 *     synthetic accessibility does (Spearman's rank correlation with RDKit's above 0.93 on ZINC),
 *     but its numbers must not be printed beside published ones
 * @param lipinskiViolations how many of Lipinski's four limits are passed, 0..4: weight above 500,
 *     logP above 5, more than 5 hydrogens on N and O, more than 10 N and O (Lipinski's own counts,
 *     not {@code donors} and {@code acceptors})
 */
public record MolecularProperties(
    String formula,
    double weight,
    double logP,
    double polarSurface,
    int donors,
    int acceptors,
    int rotatableBonds,
    int rings,
    int aromaticRings,
    int stereocentres,
    int markedStereocentres,
    double fractionSp3,
    double qed,
    double saLike,
    int lipinskiViolations) {

  /** The properties of {@code molecule}. */
  public static MolecularProperties of(Molecule molecule) {
    MolecularFormula formula = MolecularFormula.of(molecule);
    MolecularGraph graph = MolecularGraph.of(molecule);
    double weight = formula.weight();
    double logP = CrippenLogP.of(graph);
    double surface = PolarSurface.of(graph);
    int donors = AtomCounts.donors(graph);
    int rotatable = AtomCounts.rotatableBonds(graph);
    Stereocentres.Count stereo = Stereocentres.of(graph);
    return new MolecularProperties(
        formula.text(),
        weight,
        logP,
        surface,
        donors,
        AtomCounts.acceptors(graph),
        rotatable,
        graph.rings().number(),
        AtomCounts.aromaticRings(graph),
        stereo.all(),
        stereo.marked(),
        AtomCounts.fractionSp3(graph),
        DrugLikeness.of(graph, weight, logP, surface, donors, rotatable),
        AccessibilityScore.of(graph, stereo.all()),
        AtomCounts.lipinskiViolations(graph, weight, logP));
  }
}
