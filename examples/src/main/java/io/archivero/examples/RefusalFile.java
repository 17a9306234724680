package io.archivero.examples;

import io.archivero.DocumentUpsert;
import io.archivero.ItemResult;
import io.archivero.JsonObject;
import io.archivero.RefusalSink;
import io.archivero.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines that were refused: one JSON object for each, with the number of the line, the outcome and the reasons, and no value of any document. There is
 * no file as long as there is no such line.
 */
final class RefusalFile implements RefusalSink, Closeable {
    private final Path file;
    private final long linesBefore;
    private @Nullable Writer out;

    /**
     * Begins a file.
     *
     * @param linesBefore how many lines of the input were passed over: if any, the file is added to, else it is begun anew
     */
    RefusalFile(Path file, long linesBefore) throws IOException {
        this.file = file;
        this.linesBefore = linesBefore;
        if (linesBefore == 0) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void refused(long position, DocumentUpsert item, ItemResult result) {
        var refusal = Map.of(
                "line", linesBefore + position + 1,
                "code", result.outcome().wireName(),
                "violations", reasons(result).stream().map(RefusalFile::json).toList());
        try {
            if (out == null) {
                out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(JsonObject.of(refusal).json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what was told so far, so that whoever is given a resume point has all refusals before it. */
    void flush() {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** What is wrong as a whole lacks every attribute too, which is not worth a word. */
    private static List<Violation> reasons(ItemResult result) {
        var whole = result.violations().stream()
                .filter(violation -> violation.path().isEmpty())
                .toList();
        return whole.isEmpty() ? result.violations() : whole;
    }

    private static Map<String, String> json(Violation violation) {
        return Map.of("code", violation.code(), "path", violation.path(), "message", violation.message());
    }
}
