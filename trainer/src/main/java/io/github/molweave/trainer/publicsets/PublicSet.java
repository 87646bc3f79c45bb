package io.github.molweave.trainer.publicsets;

import java.util.List;

/**
 * A set that can be asked for by its name.
 *
 * @param id the name on the command line
 * @param fileName what its file is called here
 * @param address where it is fetched from
 * @param checksum what its bytes must give
 * @param terms on what terms it may be used, in a sentence
 */
public record PublicSet(
    String id, String fileName, String address, Checksum checksum, String terms) {
  /** 249,456 drug-like molecules of ZINC. */
  private static final PublicSet ZINC250K =
      new PublicSet(
          "zinc250k",
          "dataJ_250k_rndm_zinc_drugs_clean.txt",
          "https://github.com/aspuru-guzik-group/selfies/raw/16a489afa70882428bc194b2b24a2d33573f1651/"
              + "examples/vae_example/datasets/dataJ_250k_rndm_zinc_drugs_clean.txt",
          new Checksum(
              "SHA-256", "f900b46bb42b77aab37cd827d1ea474e2a037ecab2bd7def2b6027492216d36a"),
          "ZINC is free to use; to pass on major parts of it, ask its authors (zinc.docking.org). The"
              + " repository that keeps this copy is under Apache-2.0.");

  /** 1,584,663 molecules: the training part of MOSES. */
  private static final PublicSet MOSES =
      new PublicSet(
          "moses",
          "moses_train.csv.gz",
          "https://media.githubusercontent.com/media/molecularsets/moses/master/moses/dataset/data/"
              + "train.csv.gz",
          new Checksum(
              "SHA-256", "786f0313aa6b9ba5514df685f885742a70ea8d86f1a4fa48115f7f80a634265c"),
          "MOSES is under the MIT licence; its molecules are a part of ZINC.");

  /** 176,074 molecules: the test part of MOSES. */
  private static final PublicSet MOSES_TEST =
      new PublicSet(
          "moses-test",
          "moses_test.csv",
          "https://media.githubusercontent.com/media/molecularsets/moses/master/data/test.csv",
          new Checksum(
              "SHA-256", "257165e8f1e1be2d5712db51c93d2b1544564b782dc303d7d19c887c21a858e6"),
          "MOSES is under the MIT licence; its molecules are a part of ZINC.");

  /** The training part of GuacaMol. */
  private static final PublicSet GUACAMOL =
      new PublicSet(
          "guacamol",
          "guacamol_v1_train.smiles",
          "https://ndownloader.figshare.com/files/13612760",
          new Checksum("MD5", "05ad85d871958a05c02ab51a4fde8530"),
          "ChEMBL, from which it is made, is under CC BY-SA 3.0.");

  /** The validation part of GuacaMol. */
  private static final PublicSet GUACAMOL_VALID =
      new PublicSet(
          "guacamol-valid",
          "guacamol_v1_valid.smiles",
          "https://ndownloader.figshare.com/files/13612766",
          new Checksum("MD5", "e53db4bff7dc4784123ae6df72e3b1f0"),
          "ChEMBL, from which it is made, is under CC BY-SA 3.0.");

  /** The test part of GuacaMol. */
  private static final PublicSet GUACAMOL_TEST =
      new PublicSet(
          "guacamol-test",
          "guacamol_v1_test.smiles",
          "https://ndownloader.figshare.com/files/13612757",
          new Checksum("MD5", "677b757ccec4809febd83850b43e1616"),
          "ChEMBL, from which it is made, is under CC BY-SA 3.0.");

  /** All of them. */
  public static final List<PublicSet> ALL =
      List.of(ZINC250K, MOSES, MOSES_TEST, GUACAMOL, GUACAMOL_VALID, GUACAMOL_TEST);

  /** The set called {@code id}, or null. */
  public static PublicSet ofId(String id) {
    for (PublicSet set : ALL) {
      if (set.id.equals(id)) {
        return set;
      }
    }
    return null;
  }
}
