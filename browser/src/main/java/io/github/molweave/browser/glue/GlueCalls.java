package io.github.molweave.browser.glue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.teavm.backend.wasm.parser.AddressListener;
import org.teavm.backend.wasm.parser.CodeListener;
import org.teavm.backend.wasm.parser.CodeSectionListener;
import org.teavm.backend.wasm.parser.CodeSectionParser;
import org.teavm.backend.wasm.parser.FunctionSectionParser;
import org.teavm.backend.wasm.parser.ImportSectionListener;
import org.teavm.backend.wasm.parser.ImportSectionParser;
import org.teavm.backend.wasm.parser.TypeSectionListener;
import org.teavm.backend.wasm.parser.TypeSectionParser;
import org.teavm.backend.wasm.parser.WasmBinaryReader;

/**
 * What a module that TeaVM compiled asks its runtime to make functions of. The texts are constants
 * of the module: each is a global that the module's first function fills, in order, from the
 * strings in its data section.
 */
final class GlueCalls {
  private static final int TYPES = 1;
  private static final int IMPORTS = 2;
  private static final int FUNCTIONS = 3;
  private static final int CODE = 10;
  private static final int DATA = 11;
  private static final String RUNTIME = "teavmJso.";

  private final SortedSet<String> imports = new TreeSet<>();
  private final SortedSet<Integer> arities = new TreeSet<>();
  private final List<List<String>> bodies = new ArrayList<>();
  private final SortedSet<String> classes = new TreeSet<>();

  private final List<Integer> parametersOfType = new ArrayList<>();
  private final List<Integer> typeOfFunction = new ArrayList<>();
  private final List<String> importedFunctions = new ArrayList<>();
  private final Map<Integer, String> textOfGlobal = new HashMap<>();
  private final List<List<Integer>> arrays = new ArrayList<>();
  private final List<List<Integer>> bodyGlobals = new ArrayList<>();
  private final List<List<Integer>> classGlobals = new ArrayList<>();

  private GlueCalls() {}

  /**
   * Reads a module.
   *
   * @throws IllegalStateException when a text is not a constant that can be found, or the module
   *     wants something of the runtime that this build step does not know
   */
  static GlueCalls of(byte[] module) {
    GlueCalls calls = new GlueCalls();
    List<String> strings = calls.read(module);
    calls.nameGlobals(strings);
    for (List<Integer> globals : calls.bodyGlobals) {
      calls.bodies.add(globals.stream().map(calls::text).toList());
    }
    for (List<Integer> globals : calls.classGlobals) {
      for (int global : globals) {
        if (calls.textOfGlobal.containsKey(global)) {
          calls.classes.add(calls.text(global));
        }
      }
    }
    return calls;
  }

  /** What the module imports from {@code teavmJso}. */
  SortedSet<String> imports() {
    return imports;
  }

  /** How many parameters the functions have that the module hands out. */
  SortedSet<Integer> arities() {
    return arities;
  }

  /** For each function made from texts: the names of its parameters, then its body. */
  List<List<String>> bodies() {
    return bodies;
  }

  /** Names of the classes that the module hands out, and perhaps some other texts. */
  SortedSet<String> classes() {
    return classes;
  }

  private List<String> read(byte[] module) {
    List<String> strings = List.of();
    WasmBinaryReader reader = new WasmBinaryReader(AddressListener.EMPTY, module);
    reader.ptr = 8;
    while (reader.ptr < module.length) {
      int section = module[reader.ptr++];
      int length = reader.readLEB();
      byte[] content = Arrays.copyOfRange(module, reader.ptr, reader.ptr + length);
      reader.ptr += length;
      switch (section) {
        case TYPES -> new TypeSectionParser(new Types()).parse(AddressListener.EMPTY, content);
        case IMPORTS ->
            new ImportSectionParser(new Imports()).parse(AddressListener.EMPTY, content);
        case FUNCTIONS ->
            new FunctionSectionParser((index, type) -> typeOfFunction.add(type))
                .parse(AddressListener.EMPTY, content);
        case CODE -> {
          CodeSectionParser parser = new CodeSectionParser(new Code());
          parser.setFunctionIndexOffset(importedFunctions.size());
          parser.parse(AddressListener.EMPTY, content);
        }
        case DATA -> strings = StringPool.read(content);
        default -> {}
      }
    }
    return strings;
  }

  /** The one array with a place for each string lists their globals in the order of the strings. */
  private void nameGlobals(List<String> strings) {
    List<List<Integer>> fitting =
        arrays.stream().filter(globals -> globals.size() == strings.size()).toList();
    if (fitting.size() != 1) {
      throw new IllegalStateException(
          fitting.size()
              + " arrays of "
              + strings.size()
              + " globals, not one: where are the texts?");
    }
    for (int i = 0; i < strings.size(); i++) {
      textOfGlobal.put(fitting.get(0).get(i), strings.get(i));
    }
  }

  private String text(int global) {
    String text = textOfGlobal.get(global);
    if (text == null) {
      throw new IllegalStateException("global " + global + " holds no text");
    }
    return text;
  }

  private final class Types implements TypeSectionListener {
    @Override
    public void startType(int index, boolean open, int[] supertypes) {
      parametersOfType.add(0);
    }

    @Override
    public void funcType(int parameters) {
      parametersOfType.set(parametersOfType.size() - 1, parameters);
    }
  }

  private final class Imports implements ImportSectionListener {
    private String name;

    @Override
    public void startEntry(String module, String field) {
      name = module + "." + field;
    }

    @Override
    public void function(int type) {
      importedFunctions.add(name);
      if (name.startsWith(RUNTIME)) {
        imports.add(name.substring(RUNTIME.length()));
      }
    }
  }

  private final class Code implements CodeSectionListener, CodeListener {
    private final List<Integer> globals = new ArrayList<>();
    private int function;
    private int constant;

    @Override
    public boolean functionStart(int index, int size) {
      globals.clear();
      return true;
    }

    @Override
    public CodeListener code() {
      return this;
    }

    @Override
    public void getGlobal(int index) {
      globals.add(index);
    }

    @Override
    public void setGlobal(int index) {
      globals.clear();
    }

    @Override
    public void functionReference(int index) {
      function = index;
    }

    @Override
    public void int32Constant(int value) {
      constant = value;
    }

    @Override
    public void arrayNewFixed(int type, int size) {
      if (globals.size() >= size) {
        arrays.add(List.copyOf(globals.subList(globals.size() - size, globals.size())));
      }
      globals.clear();
    }

    @Override
    public void call(int index) {
      // One of the module's own turns a text of Java into one of JavaScript: the globals stay.
      if (index < importedFunctions.size()) {
        called(importedFunctions.get(index));
        globals.clear();
      }
    }

    private void called(String name) {
      if (name.startsWith(RUNTIME + "createFunction")) {
        int texts = Integer.parseInt(name.substring((RUNTIME + "createFunction").length())) + 1;
        if (globals.size() < texts) {
          throw new IllegalStateException("a function is made from texts that are no constants");
        }
        bodyGlobals.add(List.copyOf(globals.subList(globals.size() - texts, globals.size())));
      } else if (name.equals(RUNTIME + "defineFunction")) {
        if (constant != 0) {
          throw new IllegalStateException("a function with any number of parameters is handed out");
        }
        arities.add(parametersOfType.get(typeOfFunction.get(function - importedFunctions.size())));
      } else if (name.equals(RUNTIME + "createClass")) {
        classGlobals.add(List.copyOf(globals));
      }
    }
  }
}
