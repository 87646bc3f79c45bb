package io.github.molweave.e2e.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openqa.selenium.json.Json;

/** The model that the built site opens with. */
public final class ShippedModel {
  private ShippedModel() {}

  /** Its address, relative to the page: what {@code models/index.json} names as default. */
  public static String address() {
    Map<String, Object> list = new Json().toType(read("models/index.json"), Json.MAP_TYPE);
    return "models/" + list.get("default");
  }

  /** Its file. */
  public static byte[] bytes() {
    try {
      return Files.readAllBytes(file(address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String path) {
    return ServedSite.BUILT.resolve(path);
  }
}
