package io.github.molweave.browser.glue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What TeaVM's runtime gives to {@code new Function} for a module: the names of the parameters,
 * then the body, to the blank as the runtime spells them.
 */
final class GlueTexts {
  private static final int MOST_PARAMETERS = 31;
  private static final String WRAP = "wrapCallFromJavaToJs";

  private GlueTexts() {}

  static Set<List<String>> of(GlueCalls calls) {
    Set<List<String>> texts = new LinkedHashSet<>();
    for (int n = 0; n <= MOST_PARAMETERS; n++) {
      addFamilies(calls, n, texts);
    }
    for (int arity : calls.arities()) {
      texts.add(List.of("rethrowJavaAsJs", "fn", handedOut(parameters(arity, 0))));
    }
    texts.add(classOf("JavaObject"));
    for (String name : calls.classes()) {
      if (Character.isJavaIdentifierStart(name.charAt(0))
          && name.chars().allMatch(Character::isJavaIdentifierPart)) {
        texts.add(classOf(name));
      }
    }
    for (List<String> body : calls.bodies()) {
      texts.add(with(List.of(WRAP), body.toArray(new String[0])));
    }
    return texts;
  }

  private static void addFamilies(GlueCalls calls, int n, Set<List<String>> texts) {
    List<String> names = parameters(n, 1);
    String given = String.join(", ", names);
    if (calls.imports().contains("createFunction" + n)) {
      String all = String.join(", ", with(names, "body"));
      texts.add(
          with(
              with(List.of(WRAP), names.toArray(new String[0])),
              "body",
              "return new Function('" + WRAP + "', " + all + ").bind(this, " + WRAP + ");"));
    }
    if (calls.imports().contains("callFunction" + n)) {
      texts.add(
          with(
              with(List.of("rethrowJsAsJava", "fn"), names.toArray(new String[0])),
              guarded("return fn(" + given + ");")));
    }
    if (calls.imports().contains("callMethod" + n)) {
      String call =
          """
          return instance !== null
                  ? instance[method](%1$s)
                  : getGlobalName(method)(%1$s);"""
              .formatted(given);
      texts.add(
          with(
              with(
                  List.of("rethrowJsAsJava", "getGlobalName", "instance", "method"),
                  names.toArray(new String[0])),
              guarded(call)));
    }
    if (calls.imports().contains("construct" + n)) {
      texts.add(
          with(
              with(List.of("rethrowJsAsJava", "constructor"), names.toArray(new String[0])),
              guarded("return new constructor(" + given + ");")));
    }
    if (calls.imports().contains("arrayOf" + n)) {
      texts.add(with(names, "return [" + given + "]"));
    }
  }

  private static String guarded(String statement) {
    return "try {\n    " + statement + "\n} catch (e) {\n    rethrowJsAsJava(e);\n}";
  }

  private static String handedOut(List<String> names) {
    String given = String.join(", ", names);
    return """
        return function(%1$s) {
            try {
                return fn(%1$s);
            } catch (e) {
                rethrowJavaAsJs(e);
            }
        };"""
        .formatted(given);
  }

  private static List<String> classOf(String name) {
    return List.of(
        "constructor",
        """
        return function %s(marker, javaObject) {
            return constructor.call(this, marker, javaObject);
        }
        """
            .formatted(name));
  }

  /** {@code n} names, {@code p0} or {@code p1} the first. */
  private static List<String> parameters(int n, int first) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add("p" + (first + i));
    }
    return names;
  }

  private static List<String> with(List<String> texts, String... more) {
    List<String> all = new ArrayList<>(texts);
    all.addAll(List.of(more));
    return all;
  }
}
