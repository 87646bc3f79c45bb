package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileReaderTest {

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemIsFoundAndNamed(Problem problem) {
    List<byte[]> files = HostileFiles.of(problem);
    assertFalse(files.isEmpty());
    for (int index = 0; index < files.size(); index++) {
      String file = problem + ", file " + index;
      byte[] bytes = files.get(index);

      ModelFileException refusal =
          assertThrows(ModelFileException.class, () -> ModelFileReader.read(bytes), file);

      assertEquals(problem, refusal.problem(), () -> file + ": " + refusal.getMessage());
      String ending = " (" + refusal.where() + "). " + problem.advice();
      assertTrue(refusal.getMessage().endsWith(ending), refusal.getMessage());
      assertTrue(refusal.getMessage().length() < 400, refusal.getMessage());
    }
  }

  @Test
  void aWebPageIsCalledAWebPage() {
    byte[] page = "<!DOCTYPE html><title>404".getBytes(StandardCharsets.UTF_8);

    assertEquals(
        "This is a web page, not a model (byte 0). Check the address: a server that cannot find a"
            + " file often answers with a page.",
        refusalOf(page).getMessage());
  }

  @Test
  void aBadValueIsNamedWithItsRowAndColumn() {
    byte[] file = Tampering.data(HostileFiles.F32, 4 * 5, 0, 0, 0xc0, 0x7f);

    assertEquals("embedding.weight[2,1]", refusalOf(file).where());
  }

  @Test
  void aCutFileSaysHowMuchThereIs() {
    byte[] file = java.util.Arrays.copyOf(HostileFiles.F32, HostileFiles.F32.length - 10);
    int promised = Tampering.dataOf(HostileFiles.F32).length;

    assertEquals(
        "The file is cut short: there are "
            + (promised - 10)
            + " bytes, but the header promises "
            + promised
            + " bytes of tensors (the end of the file). Download or copy the file again.",
        refusalOf(file).getMessage());
  }

  @Test
  void namesFromTheFileCannotSteerATerminal() {
    byte[] file =
        Tampering.header(
            HostileFiles.F32, "\"output.bias\"", "\"\\u001b[2J" + "x".repeat(500) + '"');

    String message = refusalOf(file).getMessage();

    assertTrue(message.contains("tensor ' [2Jxxx"), message);
    assertTrue(message.length() < 300, message);
  }

  @Test
  void blanksBetweenJsonTokensAreWelcome() {
    byte[] file = Tampering.header(HostileFiles.F32, "\"cell\":", "\n\t \"cell\" :\r\n");

    ModelFileWriterTest.assertSame(
        ModelFileReader.read(HostileFiles.F32), ModelFileReader.read(file));
  }

  @Test
  void oneTokenMayBeBothStartAndEnd() {
    byte[] file = Tampering.header(HostileFiles.F32, "\"end\":\"1\"", "\"end\":\"0\"");

    // The former END is text now, and no token of SMILES.
    byte[] sound = Tampering.header(file, "<end>", "N");
    assertEquals(0, ModelFileReader.read(sound).vocabulary().end());
    assertEquals(Problem.TOKEN_INVALID, refusalOf(file).problem());
  }

  private static ModelFileException refusalOf(byte[] file) {
    return assertThrows(ModelFileException.class, () -> ModelFileReader.read(file));
  }
}
