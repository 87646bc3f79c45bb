package io.github.molweave.browser.openchemlib;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Tells TeaVM to compile {@link ColorHelper} wherever OpenChemLib names its own. The jar itself
 * stays as it was published. Found by TeaVM as a service.
 */
public final class WithoutAwt implements SubstitutionPolicy {
  private static final String REPLACED = "com.actelion.research.util.ColorHelper";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(REPLACED::equals)
        .replacePackage("com.actelion.research.util", ColorHelper.class.getPackageName());
  }
}
