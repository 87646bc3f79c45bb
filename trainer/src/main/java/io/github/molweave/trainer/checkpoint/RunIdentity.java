package io.github.molweave.trainer.checkpoint;

import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes a run this run: with any of it changed, going on would not end where the run was bound
 * for.
 *
 * @param settings every knob
 * @param tokens the vocabulary in id order
 * @param corpusFingerprint tells whether the corpus is still the same
 * @param origin the model that the run began from, if any
 */
public record RunIdentity(
    TrainingSettings settings,
    List<String> tokens,
    String corpusFingerprint,
    Optional<Origin> origin) {

  /** Copies the list. */
  public RunIdentity {
    tokens = List.copyOf(tokens);
  }

  /**
   * Refuses to go on as {@code now}, saying all that differs.
   *
   * @param folder the run's
   */
  public void refuseOther(RunIdentity now, Path folder) throws CheckpointException {
    List<String> differences = new ArrayList<>(SettingsJson.differences(settings, now.settings));
    if (!originId().equals(now.originId())) {
      differences.add("--init was " + originId() + ", now is " + now.originId());
    }
    if (!differences.isEmpty()) {
      throw new CheckpointException(
          Problem.OTHER_RUN,
          folder
              + " was begun with other settings:\n  "
              + String.join("\n  ", differences)
              + "\nResume with the same options, or start another run.");
    }
    if (!corpusFingerprint.equals(now.corpusFingerprint) || !tokens.equals(now.tokens)) {
      throw new CheckpointException(
          Problem.OTHER_RUN,
          folder
              + " was begun on another corpus. Resume with the same files, or start another"
              + " run.");
    }
  }

  private String originId() {
    return origin.map(model -> "model " + model.modelId()).orElse("not given");
  }
}
