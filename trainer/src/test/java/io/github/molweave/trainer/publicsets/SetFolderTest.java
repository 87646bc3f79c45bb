package io.github.molweave.trainer.publicsets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.molweave.trainer.publicsets.SetException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real server on this machine, which can be told to misbehave. */
final class SetFolderTest {
  private static final int SENT_BEFORE_THE_CUT = 70_000;

  @TempDir private Path folder;
  private final byte[] content = content();
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private volatile Behaviour behaviour = Behaviour.HONEST;

  private enum Behaviour {
    HONEST,
    CUTS,
    KNOWS_NO_RANGES,
    OTHER_BYTES,
    NOT_FOUND,
    MOVED
  }

  private static byte[] content() {
    byte[] content = new byte[200_000];
    new Random(1).nextBytes(content);
    return content;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    try (exchange) {
      switch (behaviour) {
        case NOT_FOUND -> exchange.sendResponseHeaders(404, -1);
        case OTHER_BYTES -> send(exchange, 200, new byte[5], 5);
        case CUTS -> send(exchange, 200, content, SENT_BEFORE_THE_CUT);
        case KNOWS_NO_RANGES -> send(exchange, 200, content, content.length);
        case MOVED -> {
          behaviour = Behaviour.HONEST;
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        }
        case HONEST -> {
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
          byte[] rest = Arrays.copyOfRange(content, from, content.length);
          send(exchange, range == null ? 200 : 206, rest, rest.length);
        }
      }
    }
  }

  /** Announces all of {@code bytes} and sends only so many. */
  private static void send(HttpExchange exchange, int status, byte[] bytes, int sent)
      throws IOException {
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes, 0, sent);
    exchange.getResponseBody().flush();
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/data/set.smi";
  }

  private PublicSet set() throws IOException {
    Path original = Files.write(folder.resolve("original"), content);
    return new PublicSet(
        "tiny", "tiny.smi", address(), Checksum.of(original, "SHA-256"), "Free to use.");
  }

  private SetFolder sets() {
    return new SetFolder(folder.resolve("cache"), "");
  }

  private SetException failure(PublicSet set) {
    return assertThrows(SetException.class, () -> sets().file(set, bytes -> {}));
  }

  @Test
  void fetchesASetOnceAndKeepsIt() throws Exception {
    PublicSet set = set();
    long[] come = {0};
    Path file = sets().file(set, bytes -> come[0] += bytes);
    assertArrayEquals(content, Files.readAllBytes(file));
    assertEquals(content.length, come[0]);
    assertEquals(file, sets().file(set, bytes -> {}));
    assertEquals(1, ranges.size());
    assertEquals(List.of("tiny.smi"), List.of(file.getParent().toFile().list()));
  }

  @Test
  void followsTheServerWhereItPoints() throws Exception {
    behaviour = Behaviour.MOVED;
    assertArrayEquals(content, Files.readAllBytes(sets().file(set(), bytes -> {})));
  }

  @Test
  void goesOnWhereAFetchBrokeOff() throws Exception {
    PublicSet set = set();
    behaviour = Behaviour.CUTS;
    SetException cut = failure(set);
    assertEquals(Problem.NOT_FETCHED, cut.problem());
    assertFalse(sets().has(set));
    behaviour = Behaviour.HONEST;
    Path file = sets().file(set, bytes -> {});
    assertArrayEquals(content, Files.readAllBytes(file));
    assertTrue(ranges.get(1).startsWith("bytes="), ranges.toString());
  }

  @Test
  void beginsAnewWhereTheServerCannotGoOn() throws Exception {
    PublicSet set = set();
    behaviour = Behaviour.CUTS;
    failure(set);
    behaviour = Behaviour.KNOWS_NO_RANGES;
    assertArrayEquals(content, Files.readAllBytes(sets().file(set, bytes -> {})));
  }

  @Test
  void refusesOtherBytesAndForgetsThem() throws Exception {
    PublicSet set = set();
    behaviour = Behaviour.OTHER_BYTES;
    assertEquals(Problem.OTHER_BYTES, failure(set).problem());
    assertEquals(0, folder.resolve("cache").toFile().list().length);
    behaviour = Behaviour.HONEST;
    assertArrayEquals(content, Files.readAllBytes(sets().file(set, bytes -> {})));
  }

  @Test
  void saysHowToFetchItByHand() throws Exception {
    PublicSet set = set();
    behaviour = Behaviour.NOT_FOUND;
    assertTrue(failure(set).getMessage().contains("404"));
    server.stop(0);
    SetException away = failure(set);
    assertEquals(Problem.NOT_FETCHED, away.problem());
    assertTrue(away.getMessage().contains(set.address()), away.getMessage());
    assertTrue(away.getMessage().contains(sets().place(set).toString()), away.getMessage());
    assertTrue(away.getMessage().contains(set.checksum().toString()), away.getMessage());
  }

  @Test
  void acceptsAFileThatWasPutThere() throws Exception {
    PublicSet set = set();
    server.stop(0);
    Files.createDirectory(folder.resolve("cache"));
    Files.write(sets().place(set), content);
    assertArrayEquals(content, Files.readAllBytes(sets().file(set, bytes -> {})));
    Files.write(sets().place(set), new byte[3]);
    assertEquals(Problem.OTHER_FILE, failure(set).problem());
  }

  @Test
  void saysWhenTheFolderCannotBeMade() throws Exception {
    Files.createFile(folder.resolve("cache"));
    assertEquals(Problem.UNWRITABLE, failure(set()).problem());
  }

  @Test
  void looksInTheUsersCacheAndAtTheMirror() throws Exception {
    SetFolder ofUser =
        SetFolder.ofUser(
            Map.of(
                "XDG_CACHE_HOME",
                folder.toString(),
                "MOLWEAVE_SETS",
                "http://localhost:" + server.getAddress().getPort() + "/mirror"));
    PublicSet set = set();
    assertEquals(folder.resolve("molweave/sets/tiny.smi"), ofUser.place(set));
    PublicSet elsewhere =
        new PublicSet("tiny", "tiny.smi", "http://localhost:1/", set.checksum(), "Free.");
    assertArrayEquals(content, Files.readAllBytes(ofUser.file(elsewhere, bytes -> {})));
    Path home = Path.of(System.getProperty("user.home"));
    assertTrue(SetFolder.ofUser(Map.of()).place(set).startsWith(home.resolve(".cache")));
  }

  @Test
  void everyNameFindsItsSet() {
    for (PublicSet set : PublicSet.ALL) {
      assertEquals(set, PublicSet.ofId(set.id()));
      int digits = set.checksum().algorithm().equals("MD5") ? 32 : 64;
      assertTrue(set.checksum().digits().matches("[0-9a-f]{" + digits + "}"), set.id());
      assertTrue(set.address().startsWith("https://"), set.id());
    }
    assertEquals(null, PublicSet.ofId("zinc.smi"));
  }
}
