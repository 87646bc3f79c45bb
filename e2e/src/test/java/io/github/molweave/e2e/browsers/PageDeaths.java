package io.github.molweave.e2e.browsers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.openqa.selenium.WebDriverException;

/**
 * Runs a test once more, and says so, when WebKitGTK's own page process died under it.
 *
 * <p>It does so once in some hundred pages, in one test or another, and more often on a busy
 * machine. That is the browser's fault. A second death in a row would be ours, so the test then
 * fails, as it does at once for any other reason and in any other browser. A test whose browser was
 * opened before it began fails again: it would ask the dead one.
 */
public final class PageDeaths implements InvocationInterceptor {
  /** What WebKit's driver says when the page's process is gone, and nobody else's driver does. */
  private static final List<String> NOTICES =
      List.of("session deleted because of page crash or hang", "Could not parse script result");

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext in)
      throws Throwable {
    run(invocation, test, in);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext in)
      throws Throwable {
    run(invocation, test, in);
  }

  private static void run(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext in)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (WebDriverException e) {
      if (!tells(e)) {
        throw e;
      }
      System.err.println("WebKit's page died in " + in.getUniqueId() + "; the test runs again");
      again(test);
    }
  }

  /**
   * Whether {@code failure} tells of the death of WebKit's page; of an old death it says nothing.
   */
  public static boolean tells(WebDriverException failure) {
    String said = String.valueOf(failure.getRawMessage());
    return NOTICES.stream().anyMatch(said::contains)
        || (said.isEmpty() && String.valueOf(failure.getMessage()).contains("MiniBrowser"));
  }

  private static void again(ReflectiveInvocationContext<Method> test) throws Throwable {
    Method method = test.getExecutable();
    method.setAccessible(true);
    try {
      method.invoke(test.getTarget().orElse(null), test.getArguments().toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
