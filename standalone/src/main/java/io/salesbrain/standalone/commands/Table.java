package io.salesbrain.standalone.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, each column as wide as what is in it. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heading) {
        rows.add(List.of(heading));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void print(PrintStream out) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                var cell = row.get(i);
                line.append(cell).repeat(" ", widths[i] - cell.length()).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
