package io.github.molweave.trainer.publicsets;

import io.github.molweave.trainer.publicsets.SetException.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The folder in which public sets are kept. A file in it is used only when its checksum is right,
 * whoever put it there; one that is missing is fetched, a fetch that broke off is gone on with.
 */
public final class SetFolder {
  /** Names the folder that users' programs keep such things in. */
  static final String CACHE_HOME = "XDG_CACHE_HOME";

  /** An address under which the sets' files lie by their names, for places without a way out. */
  static final String MIRROR = "MOLWEAVE_SETS";

  private final Path folder;
  private final String mirror;

  /**
   * @param folder made when it is needed
   * @param mirror an address to which the names of the files are added, or empty for the sets' own
   */
  SetFolder(Path folder, String mirror) {
    this.folder = folder;
    this.mirror = mirror;
  }

  /** The user's, by the variables {@code XDG_CACHE_HOME} and {@code MOLWEAVE_SETS}. */
  public static SetFolder ofUser(Map<String, String> environment) {
    String cache = environment.getOrDefault(CACHE_HOME, "");
    Path home =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return new SetFolder(
        home.resolve("molweave").resolve("sets"), environment.getOrDefault(MIRROR, ""));
  }

  /** Where the file of {@code set} lies or will lie. */
  public Path place(PublicSet set) {
    return folder.resolve(set.fileName());
  }

  /** Whether a file lies there, right or wrong. */
  public boolean has(PublicSet set) {
    return Files.exists(place(set));
  }

  /**
   * The file of {@code set}, fetched when it is not there.
   *
   * @param progress hears how many bytes more have come
   */
  public Path file(PublicSet set, LongConsumer progress) throws SetException {
    Path place = place(set);
    if (!Files.exists(place)) {
      fetch(set, place, progress);
      return place;
    }
    try {
      if (!set.checksum().fits(place)) {
        throw new SetException(
            Problem.OTHER_FILE,
            place
                + " is not "
                + set.id()
                + ": its checksum is "
                + Checksum.of(place, set.checksum().algorithm())
                + " and should be "
                + set.checksum().digits()
                + ". Remove it, so that it is fetched again.");
      }
    } catch (IOException failure) {
      throw new SetException(
          Problem.OTHER_FILE, place + " cannot be read (" + failure.getMessage() + ").", failure);
    }
    return place;
  }

  private void fetch(PublicSet set, Path place, LongConsumer progress) throws SetException {
    URI address =
        mirror.isEmpty()
            ? URI.create(set.address())
            : URI.create(mirror.endsWith("/") ? mirror : mirror + "/").resolve(set.fileName());
    Path part = folder.resolve(set.fileName() + ".part");
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new SetException(
          Problem.UNWRITABLE,
          "the folder "
              + folder
              + " cannot be made ("
              + failure.getMessage()
              + "). Make it, or name"
              + " another by "
              + CACHE_HOME
              + ".",
          failure);
    }
    try {
      Download.complete(address, part, progress);
      if (set.checksum().fits(part)) {
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      String found = Checksum.of(part, set.checksum().algorithm()).digits();
      Files.delete(part);
      throw new SetException(
          Problem.OTHER_BYTES,
          "what " + address + " gave is not " + set.id() + ": " + found + ". " + byHand(set));
    } catch (IOException failure) {
      throw new SetException(
          Problem.NOT_FETCHED,
          set.id()
              + " could not be fetched from "
              + address
              + " ("
              + words(failure)
              + "). "
              + byHand(set),
          failure);
    }
  }

  private static String words(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private String byHand(PublicSet set) {
    return "Try again, or fetch it by hand:\n  from      "
        + set.address()
        + "\n  put it at "
        + place(set).toAbsolutePath()
        + "\n  checksum  "
        + set.checksum();
  }
}
