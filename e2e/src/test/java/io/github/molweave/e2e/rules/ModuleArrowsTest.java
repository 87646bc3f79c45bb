package io.github.molweave.e2e.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** The arrows of the design: trainer -> shared <- browser <- web. */
class ModuleArrowsTest {

  @Test
  void everyClassOfSharedIsInAPackageOfTheDataFlow() {
    classes().should().resideInAnyPackage(Module.SHARED_PACKAGES).check(Module.SHARED.classes());
  }

  @Test
  void everyClassOfTheOtherModulesIsInThePackageOfItsModule() {
    classes().should().resideInAPackage(Module.TRAINER_PACKAGES).check(Module.TRAINER.classes());
    classes().should().resideInAPackage(Module.BROWSER_PACKAGES).check(Module.BROWSER.classes());
    classes().should().resideInAPackage(Module.WEB_PACKAGES).check(Module.WEB.classes());
  }

  @Test
  void sharedKnowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Module.TRAINER_PACKAGES, Module.BROWSER_PACKAGES, Module.WEB_PACKAGES)
        .check(Module.SHARED.classes());
  }

  @Test
  void trainerKnowsOnlyShared() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Module.BROWSER_PACKAGES, Module.WEB_PACKAGES)
        .check(Module.TRAINER.classes());
  }

  @Test
  void browserKnowsOnlyShared() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Module.TRAINER_PACKAGES, Module.WEB_PACKAGES)
        .check(Module.BROWSER.classes());
  }

  @Test
  void webKnowsNothingOfTraining() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(Module.TRAINER_PACKAGES)
        .check(Module.WEB.classes());
  }
}
