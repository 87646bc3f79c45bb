package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmilesProblemTest {

  @ParameterizedTest
  @EnumSource(SmilesProblem.class)
  void hasItsAnchorInTheTroubleshootingPage(SmilesProblem problem) throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));

    int heading = page.indexOf("### " + problem.id());

    assertTrue(heading >= 0, () -> "no heading '### " + problem.id() + "'");
    assertTrue(page.get(heading + 2).startsWith("**Symptom.** "));
    assertTrue(page.get(heading + 3).startsWith("**Reason.** "));
    assertTrue(page.get(heading + 4).startsWith("**Solution.** "));
    assertEquals(heading, page.lastIndexOf("### " + problem.id()));
  }

  @ParameterizedTest
  @EnumSource(SmilesProblem.class)
  void hasAnIdMadeOfItsName(SmilesProblem problem) {
    String words = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');

    assertEquals("smiles-" + words, problem.id());
  }
}
