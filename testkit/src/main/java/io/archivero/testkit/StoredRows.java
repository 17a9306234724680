package io.archivero.testkit;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of the test environment at one moment; those of the other one are the host's. */
record StoredRows(List<String> rows) {
    private static final String SEPARATOR = "\\|";

    static StoredRows of(DocumentTable table) {
        return new StoredRows(
                table.rows().stream().filter(row -> !row.startsWith("live|")).toList());
    }

    /** Returns the same with words in place of ids, which are made anew each time: whether they are those of {@code before}. */
    StoredRows comparable(StoredRows before) {
        var known = before.rows.stream().map(StoredRows::id).collect(Collectors.toSet());
        return new StoredRows(rows.stream()
                .map(row -> row.replace(id(row), known.contains(id(row)) ? "kept" : "new"))
                .toList());
    }

    /** Returns the row of one document, or an empty text. */
    String row(String externalId) {
        return rows.stream()
                .filter(row -> row.startsWith("test|" + externalId + "|"))
                .findFirst()
                .orElse("");
    }

    private static String id(String row) {
        return row.split(SEPARATOR, 4)[2];
    }
}
