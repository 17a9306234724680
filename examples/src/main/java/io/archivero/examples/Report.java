package io.archivero.examples;

import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints aligned tables of steps and of culprits. They show indexes, pointers and codes: neither external ids nor contents,
 * which may be anybody's.
 */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Prints one line per step: how many items ended in each outcome, and how long it took. */
    void steps(List<Step> steps) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("step", "mode"));
        for (var outcome : ItemOutcome.values()) {
            header.add(outcome.wireName().replace('_', ' '));
        }
        header.add("ms");
        rows.add(header);
        for (var step : steps) {
            var row = new ArrayList<>(List.of(step.name(), step.result().atomic() ? "atomic" : "partial"));
            step.result().counts().values().forEach(count -> row.add(count == 0 ? "-" : count.toString()));
            row.add(String.format(Locale.ROOT, "%.1f", step.elapsed().toNanos() / 1e6));
            rows.add(row);
        }
        table(rows, 2);
    }

    /** Prints one line per violation; nothing where there is none. */
    void culprits(List<ItemResult> items) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("item", "outcome", "pointer", "code", "message"));
        for (var item : items) {
            for (var violation : item.violations()) {
                rows.add(List.of(
                        Integer.toString(item.index()),
                        item.outcome().wireName(),
                        violation.path(),
                        violation.code(),
                        violation.message()));
            }
        }
        if (rows.size() > 1) {
            table(rows, 5);
        }
    }

    /** Aligns the first columns left and the others right. */
    private void table(List<List<String>> rows, int leftColumns) {
        int columns = rows.get(0).size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                var padding = " ".repeat(widths[i] - row.get(i).length());
                line.append("  ").append(i < leftColumns ? row.get(i) + padding : padding + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
    }
}
