package io.github.molweave.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfiesTokenizerTest {

  @ParameterizedTest
  @CsvSource({
    "[C][=C][Branch1_2][Cl], [C] [=C] [Branch1_2] [Cl]",
    "[Na+1].[Cl-1], [Na+1] . [Cl-1]",
    "[C]Cl[N, [C] C l [N",
    "[C[N], [C [N]"
  })
  void splitsIntoSymbols(String selfies, String symbols) {
    assertEquals(List.of(symbols.split(" ")), SelfiesTokenizer.split(selfies));
    assertEquals(List.of(symbols.split(" ")), Notation.SELFIES.split(selfies));
  }
}
