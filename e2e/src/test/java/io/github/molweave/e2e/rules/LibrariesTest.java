package io.github.molweave.e2e.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** Each library is known to one place only, and shared needs almost nothing. */
class LibrariesTest {
  private static final String OPEN_CHEM_LIB = "com.actelion..";
  private static final String CHEMISTRY = "io.github.molweave.chemistry..";
  private static final String[] ALLOWED = {
    "java.lang",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.util",
    "java.util.function",
    "java.io",
    "java.nio.charset"
  };
  private static final DescribedPredicate<JavaClass> PRIMITIVE =
      DescribedPredicate.describe(
          "primitive or array of primitives", type -> type.getBaseComponentType().isPrimitive());

  @Test
  void sharedUsesOnlyWhatRunsInABrowser() {
    classes()
        .that()
        .resideOutsideOfPackage(CHEMISTRY)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(Module.SHARED_PACKAGES)
                .or(resideInAnyPackage(ALLOWED))
                .or(PRIMITIVE))
        .check(Module.SHARED.classes());
  }

  @Test
  void openChemLibIsKnownToTheChemistryPackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CHEMISTRY)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OPEN_CHEM_LIB)
        .check(Module.all());
  }

  @Test
  void nd4jIsKnownToTheNetworksOfTheTrainerOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.molweave.trainer.network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
        .check(Module.all());
  }

  @Test
  void teaVmIsKnownToTheBrowserModuleOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Module.BROWSER_PACKAGES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.teavm..")
        .check(Module.all());
  }

  @Test
  void theAssemblerIsKnownToTheBuildOfTheKernelOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.molweave.browser.wat..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.dylibso..")
        .check(Module.all());
  }

  @Test
  void theWebServerIsKnownToTheWebModuleOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Module.WEB_PACKAGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jetty..", "com.aayushatharva..")
        .check(Module.all());
  }
}
