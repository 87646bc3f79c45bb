package io.github.molweave.browser.openchemlib;

/**
 * Stands in for OpenChemLib's class of the same name in compiled pages: that one needs {@code
 * java.awt}, which TeaVM does not have. OpenChemLib's drawing calls these two methods to make its
 * own colours stand out from the paper; Molweave's drawings use none of those colours, so every
 * colour stays as it is.
 */
public final class ColorHelper {
  private ColorHelper() {}

  /** The first colour. */
  public static int intermediateColor(int first, int second, float ratio) {
    return first;
  }

  /** The foreground. */
  public static int getContrastColor(int foreground, int background) {
    return foreground;
  }
}
