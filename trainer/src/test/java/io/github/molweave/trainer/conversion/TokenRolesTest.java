package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of the six tokens of one network, right and wrong. */
final class TokenRolesTest {
  private static final TokenOptions NOTHING = options(null, null, null);

  @TempDir private Path folder;

  private static TokenOptions options(String start, String end, String padding) {
    return new TokenOptions(start, end, padding, List.of(), Map.of(), null, null, Unnamed.REFUSE);
  }

  private Conversion convert(String list, TokenOptions options)
      throws IOException, ConversionException {
    Path network = SafetensorsText.gru().writeTo(folder.resolve("net.safetensors"));
    Path tokens = Files.writeString(folder.resolve("tokens"), list);
    Conversion conversion = Conversion.ofPyTorch(network, Set.of(), tokens, options);
    // What a conversion gives, the writer and the reader must take.
    ModelFileReader.read(ModelFileWriter.write(conversion.model()));
    return conversion;
  }

  private Vocabulary vocabulary(String list, TokenOptions options)
      throws IOException, ConversionException {
    return convert(list, options).model().vocabulary();
  }

  private void assertProblem(Problem problem, String words, String list, TokenOptions options) {
    ConversionException thrown =
        assertThrows(ConversionException.class, () -> convert(list, options), words);
    assertEquals(problem, thrown.problem(), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
  }

  @Test
  void oneListIsReadInEachOfItsForms() throws IOException, ConversionException {
    List<String> tokens = List.of("^", "$", "C", "Cl", "[nH]", "%12");
    for (String list :
        List.of(
            "[\"^\", \"$\", \"C\", \"Cl\", \"[nH]\", \"%12\"]",
            "{\"C\": 2, \"$\": 1, \"^\": 0, \"Cl\": 3, \"%12\": 5, \"[nH]\": 4}",
            "{\"tokens\": {\"C\": 2, \"$\": 1, \"^\": 0, \"Cl\": 3, \"%12\": 5, \"[nH]\": 4}}",
            "{\"vocab\": [\"^\", \"$\", \"C\", \"Cl\", \"[nH]\", \"%12\"], \"size\": 6}",
            "\ufeff^\r\n$\r\nC\r\nCl\r\n[nH]\r\n%12\r\n")) {
      assertEquals(tokens, vocabulary(list, NOTHING).tokens(), list);
    }
  }

  @Test
  void plainTextThatBeginsWithABracketIsNoJson() throws IOException, ConversionException {
    ModelFile model =
        convert("[C]\n[O]\n[=C]\n[nop]\n[Ring1]\n.\n", options("[nop]", "none", null)).model();
    assertEquals(Notation.SELFIES, model.notation());
    assertEquals(new LengthRange(1, 99), model.lengths());
    assertEquals(3, model.vocabulary().start());
  }

  @Test
  void theUserMaySayWhichTokenIsWhich() throws IOException, ConversionException {
    Vocabulary vocabulary = vocabulary("A\nG\nE\nC\nN\nO\n", options("G", "E", "A"));
    assertEquals(List.of("G", "E", "C", "N", "O"), vocabulary.tokens());
    assertEquals(0, vocabulary.start());
    assertEquals(1, vocabulary.end());
  }

  @Test
  void specialTokensThatCannotBeSeenAreSpelledAnew() throws IOException, ConversionException {
    Conversion conversion =
        convert("[\"\\n\", \" \", \"C\", \"N\", \"O\", \"=\"]", options(" ", "\n", null));
    assertEquals(
        List.of("<end>", "<start>", "C", "N", "O", "="), conversion.model().vocabulary().tokens());
    assertEquals(2, conversion.changes().size(), conversion.changes().toString());
  }

  @Test
  void oneTokenMayStartAndEnd() throws IOException, ConversionException {
    Vocabulary vocabulary =
        vocabulary("[\"\\n\",\"B\",\"C\",\"N\",\"O\",\"=\"]", options("\n", "\n", null));
    assertEquals(0, vocabulary.start());
    assertEquals(0, vocabulary.end());
  }

  @Test
  void lengthsAreForNetworksWithoutEnd() throws IOException, ConversionException {
    LengthRange range = new LengthRange(5, 7);
    TokenOptions some =
        new TokenOptions("^", "none", null, List.of(), Map.of(), null, range, Unnamed.REFUSE);
    assertEquals(range, convert("^\nN\nC\nCl\nO\n=\n", some).model().lengths());
    TokenOptions both =
        new TokenOptions("^", "$", null, List.of(), Map.of(), null, range, Unnamed.REFUSE);
    assertProblem(Problem.SPECIAL_TOKEN, "--lengths", "^\n$\nC\nCl\nO\n=\n", both);
  }

  @Test
  void specialTokensThatAreNotKnownAreAskedFor() {
    String plain = "F\nS\nC\nN\nO\n=\n";
    assertProblem(Problem.SPECIAL_TOKEN, "--start", plain, NOTHING);
    assertProblem(Problem.SPECIAL_TOKEN, "--end", plain, options("F", null, null));
    assertProblem(
        Problem.SPECIAL_TOKEN, "'Q', which --start names", plain, options("Q", null, null));
    assertProblem(Problem.SPECIAL_TOKEN, "'Q', which --pad names", plain, options("F", "S", "Q"));
    assertProblem(
        Problem.SPECIAL_TOKEN,
        "'<bos>' and '<s>' both look like the start token",
        "<bos>\n<s>\nC\nN\nO\n$\n",
        NOTHING);
    TokenOptions renaming =
        new TokenOptions(
            null, null, null, List.of(), Map.of("Q", "Cl"), null, null, Unnamed.REFUSE);
    assertProblem(Problem.SPECIAL_TOKEN, "'Q' to rename", plain, renaming);
    TokenOptions dropping =
        new TokenOptions("F", "S", null, List.of("Q"), Map.of(), null, null, Unnamed.REFUSE);
    assertProblem(Problem.SPECIAL_TOKEN, "--drop", plain, dropping);
  }

  @Test
  void otherWaysToSplitAreRefused() {
    for (String letter : List.of("l", "[", "]", "@@", "%", "Sc", "\u00e9", "%1")) {
      assertProblem(
          Problem.TOKEN_INVALID, "is not one token", "^\n$\nC\nN\nO\n" + letter + "\n", NOTHING);
    }
    TokenOptions selfies =
        new TokenOptions(
            null, null, null, List.of(), Map.of(), Notation.SELFIES, null, Unnamed.REFUSE);
    assertProblem(
        Problem.TOKEN_INVALID, "not one token of selfies", "^\n$\n[C]\n[N]\nCO\n[O]\n", selfies);
  }

  @Test
  void theListMustBeAsLongAsTheNetwork() throws IOException, ConversionException {
    assertProblem(Problem.VOCABULARY_SIZE, "lists 5 tokens", "^\n$\nC\nN\nO\n", NOTHING);
    assertProblem(Problem.VOCABULARY_SIZE, "lists 7 tokens", "^\n$\nC\nN\nO\n=\nF\n", NOTHING);
    TokenOptions dropping =
        new TokenOptions(null, null, null, List.of(), Map.of(), null, null, Unnamed.DROP);
    assertEquals(5, vocabulary("^\n$\nC\nN\nO\n", dropping).size());
    assertProblem(Problem.VOCABULARY_SIZE, "lists 7 tokens", "^\n$\nC\nN\nO\n=\nF\n", dropping);
    assertEquals(
        4, vocabulary("{\"vocab_size\": 6, \"vocab\": [\"^\",\"$\",\"C\",\"N\"]}", NOTHING).size());
  }

  @Test
  void repeatedTokensAreNamedWithTheirPlaces() {
    assertProblem(
        Problem.TOKEN_REPEATED, "as number 2 and as number 4", "^\n$\nC\nN\nC\n=\n", NOTHING);
  }

  @Test
  void listsThatAreNoListsAreRefused() {
    for (String list :
        List.of(
            "",
            "^\n$\n\nC\nN\nO",
            "^ 0\n$ 1\nC 2\nN 3\nO 4\n= 5\n",
            "{\"^\": 0, \"$\": 1",
            "{\"^\": 0, \"^\": 1}",
            "{\"^\": 0, \"$\": 0}",
            "{\"^\": 0, \"$\": 2}",
            "{\"^\": 0.5, \"$\": 1}",
            "{\"0\": \"^\", \"1\": \"$\"}",
            "{\"vocab\": [1, 2]}",
            "[\"^\", 1]",
            "[\"^\", ".repeat(100),
            "<!doctype html><html></html>")) {
      assertProblem(Problem.VOCABULARY_FORMAT, "", list, NOTHING);
    }
  }
}
