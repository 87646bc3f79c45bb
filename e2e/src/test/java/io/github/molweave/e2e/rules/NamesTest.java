package io.github.molweave.e2e.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/**
 * A package is a stage of the data flow and a class is a thing of the field: no dumping grounds.
 */
class NamesTest {
  private static final String BANNED = "utils?|common|helpers?|misc|managers?|impl";

  @Test
  void noPackageIsADumpingGround() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..",
            "..utils..",
            "..common..",
            "..helper..",
            "..helpers..",
            "..misc..",
            "..manager..",
            "..managers..",
            "..impl..")
        .check(Module.all());
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .that()
        // Stands in for a class of OpenChemLib and must carry its name.
        .doNotHaveFullyQualifiedName("io.github.molweave.browser.openchemlib.ColorHelper")
        .should()
        .haveNameMatching("(?i).*[.$](" + BANNED + ")")
        .orShould()
        .haveNameMatching(".*(Utils?|Common|Helpers?|Misc|Managers?|Impl)")
        .check(Module.all());
  }
}
