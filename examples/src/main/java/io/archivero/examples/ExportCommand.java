package io.archivero.examples;

import static io.archivero.examples.ProgressLine.number;

import io.archivero.Document;
import io.archivero.DocumentRepository;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Writes documents as items that can be imported again. A file appears when it is complete, and not before. */
final class ExportCommand {
    private final CliOptions options;
    private final Terminal terminal;
    private final ProgressLine line;
    private final long begin;
    private long lastShown;
    private long done;

    ExportCommand(CliOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        this.line = new ProgressLine(terminal);
        this.begin = terminal.ticker().getAsLong();
        this.lastShown = begin;
    }

    /** Returns the exit code. */
    int run(DocumentRepository repository) throws IOException {
        try (var documents = repository.stream(options.environment(), options.query())) {
            boolean complete = options.file() == null
                    ? write(documents, new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8))
                    : writeFile(documents, options.file());
            line.end();
            terminal.err()
                    .println((complete ? "completed after " : "interrupted after ") + number(done) + " documents");
            return complete ? DocumentsCli.DONE : DocumentsCli.ENDED_EARLY;
        }
    }

    private boolean writeFile(Stream<Document> documents, Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            boolean complete;
            try (var out = Files.newBufferedWriter(part)) {
                complete = write(documents, out);
            }
            if (complete) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return complete;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private boolean write(Stream<Document> documents, Writer writer) throws IOException {
        var out = new BufferedWriter(writer);
        var each = documents.iterator();
        while (each.hasNext()) {
            if (Thread.interrupted()) {
                return false;
            }
            out.write(WireItems.json(each.next().content()));
            out.write('\n');
            done++;
            show();
            failIfNobodyReads();
        }
        out.flush();
        failIfNobodyReads();
        return true;
    }

    /** A disk that is full, or a reader that has gone, is no exception to a {@link java.io.PrintStream}. */
    private void failIfNobodyReads() throws IOException {
        if (terminal.out().checkError()) {
            throw new IOException("the output cannot be written");
        }
    }

    private void show() {
        long now = terminal.ticker().getAsLong();
        if (now - lastShown >= line.interval().toNanos()) {
            lastShown = now;
            line.show(
                    -1,
                    number(done) + " documents, " + number(Math.round(done / ((now - begin) / 1e9))) + " per second");
        }
    }
}
