package io.github.molweave.e2e.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A module of the build, by the folder of its compiled main classes. */
enum Module {
  SHARED,
  TRAINER,
  BROWSER,
  WEB;

  /** Every package that belongs to {@code shared}. */
  static final String[] SHARED_PACKAGES = {
    "io.github.molweave.chemistry..",
    "io.github.molweave.graph..",
    "io.github.molweave.mask..",
    "io.github.molweave.modelfile..",
    "io.github.molweave.network..",
    "io.github.molweave.novelty..",
    "io.github.molweave.numeric..",
    "io.github.molweave.properties..",
    "io.github.molweave.random..",
    "io.github.molweave.sampling..",
    "io.github.molweave.scoring..",
    "io.github.molweave.selfies..",
    "io.github.molweave.similarity..",
    "io.github.molweave.smarts..",
    "io.github.molweave.smiles..",
    "io.github.molweave.tokens.."
  };

  static final String TRAINER_PACKAGES = "io.github.molweave.trainer..";
  static final String BROWSER_PACKAGES = "io.github.molweave.browser..";
  static final String WEB_PACKAGES = "io.github.molweave.web..";

  /** {@code MODULE/target/classes}; tests run in the folder of their own module. */
  Path folder() {
    Path folder = Path.of("..", name().toLowerCase(java.util.Locale.ROOT), "target", "classes");
    assertTrue(Files.isDirectory(folder), folder + " is not built");
    return folder;
  }

  JavaClasses classes() {
    return new ClassFileImporter().importPath(folder());
  }

  /** The main classes of all modules. */
  static JavaClasses all() {
    return new ClassFileImporter()
        .importPaths(SHARED.folder(), TRAINER.folder(), BROWSER.folder(), WEB.folder());
  }
}
