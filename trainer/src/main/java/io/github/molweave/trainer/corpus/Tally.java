package io.github.molweave.trainer.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is dropped and keeps the first few of each kind. */
final class Tally {
  private final Map<DropReason, Integer> counts = new EnumMap<>(DropReason.class);
  private final Map<DropReason, List<DroppedLine>> examples = new EnumMap<>(DropReason.class);

  void drop(DroppedLine line) {
    counts.merge(line.reason(), 1, Integer::sum);
    List<DroppedLine> shown = examples.computeIfAbsent(line.reason(), r -> new ArrayList<>());
    if (shown.size() < CorpusReport.EXAMPLES) {
      shown.add(line);
    }
  }

  Map<DropReason, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** By reason, then in the order of dropping. */
  List<DroppedLine> examples() {
    List<DroppedLine> all = new ArrayList<>();
    examples.values().forEach(all::addAll);
    return all;
  }
}
