package io.github.molweave.e2e.bench;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading. */
final class Table {
  /** How a table is written. */
  enum Style {
    /** Aligned columns. */
    PLAIN,
    /** For a page of the documentation. */
    MARKDOWN
  }

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> heading) {
    add(heading);
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** Every line ends with a line break. */
  String text(Style style) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      if (style == Style.MARKDOWN) {
        text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
        if (row == 0) {
          text.append("|---".repeat(rows.get(0).size())).append("|\n");
        }
      } else {
        text.append(aligned(rows.get(row)).stripTrailing()).append('\n');
      }
    }
    return text.toString();
  }

  private String aligned(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(width - cell.length() + 2));
    }
    return line.toString();
  }
}
