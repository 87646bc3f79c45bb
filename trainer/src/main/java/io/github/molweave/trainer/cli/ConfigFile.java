package io.github.molweave.trainer.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.molweave.tokens.NearestTokens;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.cli.CommandException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options in a file: a JSON object whose names are those of the options without the dashes. A text,
 * a number or a list of these is the option's value; true gives a switch, false does not.
 */
final class ConfigFile {
  private static final String OPTION = "--config";
  private static final String DASHES = "--";

  /** What is done once, not what a run is. */
  private static final Set<String> NO_CONFIGURATION =
      Set.of("config", "print-config", "resume", "force", "help", "version", "debug");

  private ConfigFile() {}

  /**
   * The command line {@code words}, and after it the options of the file that it names; those that
   * stand on the command line themselves are left out.
   */
  static String[] expand(CommandSpec command, String[] words) throws CommandException {
    String file = null;
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals(OPTION) && i + 1 < words.length) {
        file = words[i + 1];
      } else if (words[i].startsWith(OPTION + "=")) {
        file = words[i].substring(OPTION.length() + 1);
      }
    }
    if (file == null) {
      return words;
    }
    List<String> all = new ArrayList<>(Arrays.asList(words));
    for (Map.Entry<String, List<String>> entry : read(Path.of(file)).entrySet()) {
      OptionSpec option = command.findOption(DASHES + entry.getKey());
      if (option == null || NO_CONFIGURATION.contains(entry.getKey())) {
        throw unknown(command, entry.getKey(), file);
      }
      if (!isGiven(option, words)) {
        add(option, entry.getValue(), file, all);
      }
    }
    return all.toArray(String[]::new);
  }

  private static boolean isGiven(OptionSpec option, String[] words) {
    String name = option.longestName();
    return Arrays.stream(words).anyMatch(w -> w.equals(name) || w.startsWith(name + "="));
  }

  private static void add(OptionSpec option, List<String> values, String file, List<String> all)
      throws CommandException {
    boolean isSwitch = option.arity().max() == 0;
    String only = values.size() == 1 ? values.get(0) : "";
    if (!isSwitch) {
      for (String value : values) {
        // In one word, so that no value is taken for an option.
        all.add(option.longestName() + "=" + value);
      }
    } else if (only.equals("true")) {
      all.add(option.longestName());
    } else if (!only.equals("false")) {
      throw wrong(file, Quotation.of(option.longestName().substring(2)) + " is true or false");
    }
  }

  private static CommandException unknown(CommandSpec command, String name, String file) {
    List<String> known = new ArrayList<>(List.of(Vocabulary.START));
    known.addAll(names(command).keySet());
    List<String> nearest =
        NearestTokens.to(name, new Vocabulary(known, 0, Vocabulary.NONE, Vocabulary.NONE));
    String meant = nearest.isEmpty() ? "" : "; is '" + nearest.get(0) + "' meant?";
    return wrong(file, "there is no setting " + Quotation.of(name) + meant);
  }

  /** Every option that can stand in a file, by the name that it has there. */
  private static Map<String, OptionSpec> names(CommandSpec command) {
    Map<String, OptionSpec> names = new LinkedHashMap<>();
    for (OptionSpec option : command.options()) {
      String name = option.longestName().substring(DASHES.length());
      if (option.longestName().startsWith(DASHES) && !NO_CONFIGURATION.contains(name)) {
        names.put(name, option);
      }
    }
    return names;
  }

  private static Map<String, List<String>> read(Path file) throws CommandException {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    try (JsonReader json = new JsonReader(new StringReader(Files.readString(file)))) {
      json.setStrictness(Strictness.STRICT);
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (settings.put(name, values(json)) != null) {
          throw wrong(file.toString(), "the setting " + Quotation.of(name) + " stands twice");
        }
      }
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw wrong(file.toString(), "something follows the object");
      }
      return settings;
    } catch (IOException | IllegalStateException notSo) {
      throw new CommandException(
          Problem.CONFIG,
          file
              + " is no file of settings ("
              + notSo.getMessage()
              + "). Give a JSON object with the names of options, as --print-config prints it.",
          notSo);
    }
  }

  private static List<String> values(JsonReader json) throws IOException {
    List<String> values = new ArrayList<>();
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      json.beginArray();
      while (json.hasNext()) {
        values.add(json.nextString());
      }
      json.endArray();
    } else if (json.peek() == JsonToken.BOOLEAN) {
      values.add(Boolean.toString(json.nextBoolean()));
    } else {
      values.add(json.nextString());
    }
    return values;
  }

  private static CommandException wrong(String file, String what) {
    return new CommandException(
        Problem.CONFIG,
        "in " + file + " " + what + ". --print-config prints all settings with their names.");
  }

  /** What {@code command} would run with, as {@link #expand} reads it. */
  static JsonObject of(CommandSpec command) {
    JsonObject json = new JsonObject();
    names(command)
        .forEach(
            (name, option) -> {
              List<String> given = option.originalStringValues();
              if (option.arity().max() == 0) {
                json.addProperty(name, !given.isEmpty());
              } else if (!given.isEmpty() || option.defaultValue() != null) {
                json.add(name, value(given.isEmpty() ? List.of(option.defaultValue()) : given));
              }
            });
    return json;
  }

  private static JsonElement value(List<String> texts) {
    if (texts.size() == 1) {
      return isNumber(texts.get(0))
          ? new JsonPrimitive(new BigDecimal(texts.get(0)))
          : new JsonPrimitive(texts.get(0));
    }
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]{1,3})?");
  }
}
