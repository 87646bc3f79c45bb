package io.github.molweave.trainer.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
  @TempDir private Path temp;

  @Test
  void whatIsGivenComesBeforeTheEnvironmentAndPythonsPackagesAreFound() throws IOException {
    Path given = library("given/lib64", "libcudart.so.13");
    library("set", "libcudart.so.13");
    Path set = library("set", "libnvrtc.so.13");
    Path python =
        library("venv/lib/python3.12/site-packages/nvidia/cudnn/lib", "libcudnn_adv.so.9");
    Path conda = library("conda/lib", "libcublas.so.13");
    LibrarySearch search =
        new LibrarySearch(
            temp.resolve("given") + ":",
            Map.of(
                "LD_LIBRARY_PATH",
                temp.resolve("set") + ":\0",
                "CONDA_PREFIX",
                temp.resolve("conda").toString(),
                "VIRTUAL_ENV",
                temp.resolve("venv").toString()));
    assertEquals(Optional.of(given), search.find("libcudart.so.13"));
    assertEquals(Optional.of(set), search.find("libnvrtc.so.13"));
    assertEquals(Optional.of(conda), search.find("libcublas.so.13"));
    assertEquals(Optional.of(python), search.find("libcudnn_adv.so.9"));
  }

  @Test
  void whatIsMissingIsNamedAndWhatIsThereIsNot() throws Exception {
    for (String name : LibrarySearch.NEEDED) {
      library("all", name);
    }
    LibrarySearch whole = new LibrarySearch(temp.resolve("all").toString(), Map.of(), List.of());
    assertEquals(LibrarySearch.NEEDED.size(), whole.findNeeded().size());
    Files.delete(temp.resolve("all/libcudnn_adv.so.9"));
    DeviceException missing = assertThrows(DeviceException.class, whole::findNeeded);
    assertEquals(Problem.LIBRARY_MISSING, missing.problem());
    for (String word : List.of("libcudnn_adv.so.9", "--cuda-path", temp.toString())) {
      assertTrue(missing.getMessage().contains(word), missing.getMessage());
    }
    assertFalse(missing.getMessage().contains("libcudart"), missing.getMessage());
  }

  private Path library(String folder, String name) throws IOException {
    Files.createDirectories(temp.resolve(folder));
    return Files.writeString(temp.resolve(folder).resolve(name), "");
  }
}
