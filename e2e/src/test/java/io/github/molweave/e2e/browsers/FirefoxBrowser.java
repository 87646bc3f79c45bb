package io.github.molweave.e2e.browsers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * Headless Firefox. It speaks WebDriver BiDi by itself and needs no driver program, so it opens
 * pages and calls functions but is no {@link Browser}.
 */
public final class FirefoxBrowser implements AutoCloseable {
  private static final String LISTENING = "WebDriver BiDi listening on ";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path profile;
  private final HttpClient client;
  private final Connection connection;
  private final String tab;

  private FirefoxBrowser(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    URI session = URI.create(address + "/session");
    client =
        HttpClient.Factory.createDefault()
            .createClient(ClientConfig.defaultConfig().baseUri(session));
    connection = new Connection(client, session.toString());
    send("session.new", Map.of("capabilities", Map.of()));
    List<?> tabs = (List<?>) send("browsingContext.getTree", Map.of()).get("contexts");
    tab = (String) ((Map<?, ?>) tabs.get(0)).get("context");
  }

  /**
   * Starts it; where it is not installed the calling test is skipped, or fails, as with {@link
   * Engine}.
   */
  public static FirefoxBrowser open() {
    try {
      return start();
    } catch (BrowserMissingException e) {
      throw Engine.missing("firefox", e);
    }
  }

  private static FirefoxBrowser start() throws BrowserMissingException {
    Path program = Programs.require("firefox-esr", "firefox-esr");
    try {
      Path profile = Files.createTempDirectory("molweave-firefox");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless",
                  "--no-remote",
                  "--profile",
                  profile.toString(),
                  "--remote-debugging-port",
                  "0")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader talk =
          new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
      for (String line = talk.readLine(); line != null; line = talk.readLine()) {
        if (line.startsWith(LISTENING)) {
          drain(talk);
          return new FirefoxBrowser(process, profile, line.substring(LISTENING.length()).strip());
        }
      }
      throw new IllegalStateException("Firefox did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What nobody reads would in the end hold Firefox up. */
  private static void drain(BufferedReader talk) {
    Thread reader =
        new Thread(
            () -> {
              try {
                talk.transferTo(Writer.nullWriter());
              } catch (IOException closed) {
                // The end of the process closes what it said.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a page and waits until it is loaded. */
  public void get(URI address) {
    send(
        "browsingContext.navigate",
        Map.of("context", tab, "url", address.toString(), "wait", "complete"));
  }

  /** Calls an asynchronous function of the page's global scope; arguments and answer are JSON. */
  public Object call(String function, List<?> arguments) {
    String declaration =
        "async (name, given) => JSON.stringify({ answer: await globalThis[name](...JSON.parse(given)) })";
    Map<String, Object> answer =
        send(
            "script.callFunction",
            Map.of(
                "functionDeclaration",
                declaration,
                "awaitPromise",
                true,
                "target",
                Map.of("context", tab),
                "arguments",
                List.of(text(function), text(new Json().toJson(arguments)))));
    if (!"success".equals(answer.get("type"))) {
      throw new IllegalStateException(function + ": " + answer);
    }
    String json = (String) ((Map<?, ?>) answer.get("result")).get("value");
    Map<String, Object> value = new Json().toType(json, Json.MAP_TYPE);
    return value.get("answer");
  }

  private static Map<String, Object> text(String value) {
    return Map.of("type", "string", "value", value);
  }

  private Map<String, Object> send(String method, Map<String, Object> parameters) {
    return connection.sendAndWait(new Command<>(method, parameters, Json.MAP_TYPE), PATIENCE);
  }

  @Override
  public void close() {
    connection.close();
    client.close();
    process.destroy();
    try {
      process.waitFor();
      List<Path> files;
      try (Stream<Path> walk = Files.walk(profile)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
