package io.github.molweave.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenizerPropertyTest {
  private static final String[] WHOLE = {
    "Cl", "Br", "C", "B", "N", "O", "c", "n", "[nH]", "[C@@H]", "[13C]", "%10", "%99", "1", "0",
    "(", ")", "=", "#", "$", "/", "\\", ".", "*", "-", ":"
  };

  @Provide
  Arbitrary<String> nearSmiles() {
    return Arbitraries.strings()
        .withChars("CBlrcn[]%0123()=H+@ \u00e9\ud83e\uddea")
        .ofMaxLength(40);
  }

  @Property(seed = "1")
  void tokensJoinedAreTheTextAgain(
      @ForAll("nearSmiles") String near, @ForAll String any, @ForAll Notation notation) {
    assertEquals(near, String.join("", notation.split(near)));
    assertEquals(any, String.join("", notation.split(any)));
  }

  @Property(seed = "1")
  void noTokenIsEmptyOrHoldsAnother(@ForAll("nearSmiles") String text, @ForAll Notation notation) {
    for (String token : notation.split(text)) {
      assertEquals(List.of(token), notation.split(token));
    }
  }

  @Provide
  Arbitrary<List<String>> wholeTokens() {
    return Arbitraries.of(WHOLE).list().ofMaxSize(40);
  }

  @Property(seed = "1")
  void wholeTokensAreFoundAgain(@ForAll("wholeTokens") List<String> tokens) {
    assertEquals(tokens, SmilesTokenizer.split(String.join("", tokens)));
  }
}
