package io.github.molweave.trainer.metrics;

/** What is measured of a set of molecules. The order is that of tables and files. */
public enum Metric {
  /** Valid ones among all. */
  VALIDITY("validity", "share of the samples that are molecules"),
  /** Different ones among the first 1,000 valid ones. */
  UNIQUENESS_1K("uniqueness_1k", "share of different molecules among the first 1,000 valid ones"),
  /** Different ones among the first 10,000 valid ones. */
  UNIQUENESS_10K("uniqueness_10k", "the same among the first 10,000"),
  /** Unknown ones among the different ones. */
  NOVELTY("novelty", "share of the different molecules that are not in the training set"),
  /** Mean distance of pairs. */
  INTERNAL_DIVERSITY("internal_diversity", "1 - mean Tanimoto similarity of all pairs"),
  /** Mean similarity to the nearest of the reference. */
  SNN("snn", "mean Tanimoto similarity to the nearest molecule of the reference"),
  /** Cosine of the counts of fragments. */
  FRAGMENTS("fragment_similarity", "cosine of the counts of BRICS fragments"),
  /** Cosine of the counts of scaffolds. */
  SCAFFOLDS("scaffold_similarity", "cosine of the counts of Murcko scaffolds of two rings or more"),
  /** Distance of weights. */
  WEIGHT("w1_weight", "Wasserstein-1 distance of the weights, g/mol", Descriptor.WEIGHT),
  /** Distance of logP. */
  LOG_P("w1_logp", "... of logP (Crippen)", Descriptor.LOG_P),
  /** Distance of polar surfaces. */
  POLAR_SURFACE("w1_tpsa", "... of the polar surface, square angstrom", Descriptor.POLAR_SURFACE),
  /** Distance of drug-likeness. */
  QED("w1_qed", "... of QED", Descriptor.QED),
  /** Distance of Molweave's accessibility. */
  SA_LIKE(
      "w1_sa_like",
      "... of sa_like, a scale of Molweave's own: not to be compared with SA scores",
      Descriptor.SA_LIKE),
  /** Distance of ring counts. */
  RINGS("w1_rings", "... of the number of rings", Descriptor.RINGS),
  /** Distance of aromatic ring counts. */
  AROMATIC_RINGS(
      "w1_aromatic_rings", "... of the number of aromatic rings", Descriptor.AROMATIC_RINGS),
  /** GuacaMol's score of ten distributions. */
  KL_SCORE("kl_score", "mean of exp(-KL divergence) over ten descriptors, after GuacaMol");

  private final String id;
  private final String words;
  private final Descriptor descriptor;

  Metric(String id, String words) {
    this(id, words, null);
  }

  Metric(String id, String words, Descriptor descriptor) {
    this.id = id;
    this.words = words;
    this.descriptor = descriptor;
  }

  /** Its name in JSON and tables. */
  public String id() {
    return id;
  }

  /** What it is, in words. */
  public String words() {
    return words;
  }

  /** Whose distribution a Wasserstein distance compares, or null. */
  Descriptor descriptor() {
    return descriptor;
  }
}
