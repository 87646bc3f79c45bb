package io.github.molweave.modelfile;

import java.util.List;
import java.util.Map;

/**
 * The JSON header as written: nothing but its grammar has been checked yet.
 *
 * @param metadata the strings of {@code __metadata__}, or null when there is none
 * @param entries the tensors in the order of the header
 */
record Header(Map<String, String> metadata, List<Entry> entries) {

  /**
   * What the header says of one tensor.
   *
   * @param begin first byte, counted from the end of the header
   * @param end one after the last byte
   */
  record Entry(String name, String type, List<Long> shape, long begin, long end) {}
}
