package io.github.molweave.properties;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.graph.AtomEnvironments;
import io.github.molweave.graph.MolecularGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Makes the data of {@link FragmentTable}. From the root of the project, after {@code mvn -pl
 * shared test-compile}, with OpenChemLib's jar in {@code $OCL}:
 *
 * <pre>
 * java -cp shared/target/test-classes:shared/target/classes:$OCL \
 *     io.github.molweave.properties.FragmentTableMaker \
 *     trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz
 * </pre>
 *
 * <p>It prints the lines of the text block. An entry is three digits of base 64 for how far its key
 * lies above the one before, and one for its tenths, {@link FragmentTable#LOWEST} being 0.
 */
public final class FragmentTableMaker {
  private static final int ENTRIES = 4096;
  private static final int LINE = 92;

  private FragmentTableMaker() {}

  /**
   * Prints the table.
   *
   * @param arguments the gzipped corpus, one SMILES a line
   */
  public static void main(String[] arguments) throws IOException {
    List<String> corpus = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(arguments[0]))),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        corpus.add(line);
      }
    }
    String text = encoded(tenths(counts(corpus), ENTRIES));
    for (int start = 0; start < text.length(); start += LINE) {
      System.out.println("      " + text.substring(start, Math.min(start + LINE, text.length())));
    }
  }

  /** How often each environment occurs; those with the same key together. */
  static Map<Integer, Integer> counts(List<String> corpus) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String smiles : corpus) {
      Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
      if (reading instanceof Reading.Understood understood) {
        MolecularGraph graph = MolecularGraph.of(understood.molecule());
        for (int environment : AtomEnvironments.of(graph)) {
          counts.merge(FragmentTable.key(environment), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /**
   * Ten times the logarithm of the count over that of the rarest environment among the commonest
   * that make up four fifths of all, for the {@code most} commonest.
   */
  static SortedMap<Integer, Integer> tenths(Map<Integer, Integer> counts, int most) {
    List<Integer> keys = new ArrayList<>(counts.keySet());
    keys.sort(
        (one, other) -> {
          int byCount = Integer.compare(counts.get(other), counts.get(one));
          return byCount != 0 ? byCount : Integer.compare(one, other);
        });
    long all = 0;
    for (int count : counts.values()) {
      all += count;
    }
    int common = 0;
    for (long sum = 0; 5 * sum < 4 * all; common++) {
      sum += counts.get(keys.get(common));
    }
    double reference = counts.get(keys.get(common - 1));
    SortedMap<Integer, Integer> tenths = new TreeMap<>();
    for (int key : keys.subList(0, Math.min(most, keys.size()))) {
      tenths.put(key, (int) Math.floor(10 * Math.log10(counts.get(key) / reference) + 0.5));
    }
    return tenths;
  }

  /** See the class. */
  static String encoded(SortedMap<Integer, Integer> tenths) {
    StringBuilder text = new StringBuilder();
    int before = 0;
    for (Map.Entry<Integer, Integer> entry : tenths.entrySet()) {
      int above = entry.getKey() - before;
      before = entry.getKey();
      text.append(FragmentTable.DIGITS.charAt(above >> 12));
      text.append(FragmentTable.DIGITS.charAt(above >> 6 & 63));
      text.append(FragmentTable.DIGITS.charAt(above & 63));
      text.append(FragmentTable.DIGITS.charAt(entry.getValue() - FragmentTable.LOWEST));
    }
    return text.toString();
  }
}
