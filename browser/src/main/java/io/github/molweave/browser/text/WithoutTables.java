package io.github.molweave.browser.text;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Tells TeaVM to compile {@link DoubleAnalyzer} in the place of its own. Found by TeaVM as a
 * service.
 */
public final class WithoutTables implements SubstitutionPolicy {
  private static final String PACKAGE = "org.teavm.classlib.impl.text";
  private static final String REPLACED = PACKAGE + ".DoubleAnalyzer";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(name -> name.equals(REPLACED) || name.startsWith(REPLACED + "$"))
        .replacePackage(PACKAGE, DoubleAnalyzer.class.getPackageName());
  }
}
