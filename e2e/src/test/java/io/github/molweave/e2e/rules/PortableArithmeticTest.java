package io.github.molweave.e2e.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Shared code does only the arithmetic that gives the same bits on the JVM, in JavaScript and in
 * WebAssembly: compiled JavaScript never rounds a {@code float}, and the host's {@code Math.exp}
 * differs from browser to browser.
 */
class PortableArithmeticTest {
  private static final Set<String> EXACT =
      Set.of("abs", "ceil", "floor", "max", "min", "sqrt", "floorDiv", "floorMod");

  @Test
  void sharedCallsOnlyTheExactPartOfMath() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.molweave.chemistry..")
        .should()
        .callMethodWhere(
            calls(
                "a method of Math or StrictMath that is not exact everywhere",
                target ->
                    (target.getOwner().isEquivalentTo(Math.class)
                            || target.getOwner().isEquivalentTo(StrictMath.class))
                        && !EXACT.contains(target.getName())))
        .check(Module.SHARED.classes());
  }

  @Test
  void sharedFormatsNothingByTheLocale() {
    noClasses()
        .should()
        .callMethodWhere(
            calls(
                "String.format or formatted",
                target ->
                    target.getOwner().isEquivalentTo(String.class)
                        && (target.getName().equals("format")
                            || target.getName().equals("formatted"))))
        .check(Module.SHARED.classes());
  }

  @Test
  void sharedUsesFloatsForStorageOnly() throws IOException {
    assertEquals(List.of(), findings(FloatStorage::violations, "io/github/molweave"));
  }

  @Test
  void theHotPackagesDoNoSixtyFourBitIntegerArithmetic() throws IOException {
    List<String> found = new ArrayList<>();
    for (String hot : List.of("numeric", "random", "network", "sampling")) {
      found.addAll(findings(LongArithmetic::violations, "io/github/molweave/" + hot));
    }
    assertEquals(List.of(), found);
  }

  private static List<String> findings(Check check, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Module.SHARED.folder().resolve(folder))) {
      files = walk.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    assertFalse(files.isEmpty(), "no classes in " + folder);
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      found.addAll(check.violations(Files.readAllBytes(file)));
    }
    return found;
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, java.util.function.Predicate<AccessTarget.CodeUnitCallTarget> matches) {
    return DescribedPredicate.describe(what, call -> matches.test(call.getTarget()));
  }

  private interface Check {
    List<String> violations(byte[] classFile);
  }
}
