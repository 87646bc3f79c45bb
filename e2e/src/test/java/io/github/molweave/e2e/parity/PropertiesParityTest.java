package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.properties.MolecularProperties;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A browser computes, to the bit, the properties that the JVM computes. */
class PropertiesParityTest {
  private static final Path CORPUS =
      Path.of("../trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz");
  private static final int EVERY = 400;

  /** Cages, charges, isotopes, marks of both kinds, more than one part. */
  private static final List<String> PICKED =
      List.of(
          "C",
          "[NH4+].[Cl-]",
          "[2H]C([2H])([2H])O",
          "C1CN2CCC1CC2",
          "C12C3C4C1C5C2C3C45",
          "O=Cl(=O)(=O)[O-].[Na+]",
          "C[C@H](O)C(O)[C@@H](C)O",
          "C/C=C/C(O)/C=C\\C",
          "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
          "C1CCCCCCc2ccc(CC1)cc2",
          "c1cc2ccc3cccc4ccc(c1)c2c34");

  @ParameterizedTest
  @EnumSource(BrowserRuntime.class)
  void propertiesHaveTheSameBits(BrowserRuntime runtime) throws IOException {
    List<String> molecules = molecules();
    assertTrue(molecules.size() > 200);
    List<?> answers;
    try (RuntimePage page =
        RuntimePage.open(runtime, "properties.js", Map.of(), runtime.chemistryPolicy())) {
      answers = (List<?>) page.call("properties", List.of(molecules));
    }
    assertEquals(molecules.size(), answers.size());
    for (int i = 0; i < molecules.size(); i++) {
      assertEquals(onTheJvm(molecules.get(i)), answers.get(i), molecules.get(i));
    }
  }

  private static List<String> onTheJvm(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    MolecularProperties properties =
        MolecularProperties.of(((Reading.Understood) reading).molecule());
    List<String> lines = new ArrayList<>();
    for (RecordComponent component : MolecularProperties.class.getRecordComponents()) {
      try {
        lines.add(component.getName() + " " + exact(component.getAccessor().invoke(properties)));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component.getName(), e);
      }
    }
    return lines;
  }

  private static String exact(Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%016x", Double.doubleToRawLongBits(number.doubleValue()))
        : (String) value;
  }

  private static List<String> molecules() throws IOException {
    List<String> molecules = new ArrayList<>(PICKED);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CORPUS)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ % EVERY == 0) {
          molecules.add(line);
        }
      }
    }
    return molecules;
  }
}
