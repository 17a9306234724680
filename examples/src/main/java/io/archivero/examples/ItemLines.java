package io.archivero.examples;

import io.archivero.DocumentUpsert;
import io.archivero.InvalidJsonException;
import io.archivero.Violation;
import io.archivero.examples.LineReader.Line;
import io.archivero.wire.WireCodec;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The items of a file of JSON Lines. A line that is no item is one that says so, and will be refused like any other that breaks a rule. */
final class ItemLines implements Iterator<DocumentUpsert>, Closeable {
    /** The code of a line that cannot be read. */
    static final String UNREADABLE = "unreadable";

    private static final WireCodec CODEC = WireCodec.withExtensions();

    private final LineReader lines;
    private @Nullable Line next;
    private boolean isRead;

    ItemLines(InputStream in) {
        lines = new LineReader(in);
    }

    static ItemLines of(Path file) throws IOException {
        return new ItemLines(open(file));
    }

    /** Counts the lines of a file. */
    static long count(Path file) throws IOException {
        long count = 0;
        boolean open = false;
        try (var in = open(file)) {
            var buffer = new byte[256 * 1024];
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    count += buffer[i] == '\n' ? 1 : 0;
                }
                open = buffer[length - 1] != '\n';
            }
        }
        return open ? count + 1 : count;
    }

    /** Passes over lines; there may be fewer. */
    void skip(long count) {
        for (long i = 0; i < count && hasNext(); i++) {
            isRead = false;
        }
    }

    @Override
    public boolean hasNext() {
        if (!isRead) {
            next = read();
            isRead = true;
        }
        return next != null;
    }

    @Override
    public DocumentUpsert next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        isRead = false;
        return item(next);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Whoever is interrupted while waiting for a line has had the last one. */
    private @Nullable Line read() {
        try {
            return lines.next();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("the input cannot be read: " + e.getMessage(), e);
        }
    }

    private static DocumentUpsert item(Line line) {
        if (line.text() == null) {
            return unreadable(line, line.fault());
        }
        try {
            return CODEC.readItem(line.text());
        } catch (InvalidJsonException e) {
            return unreadable(line, "must be JSON, but is not at character " + e.position());
        }
    }

    /** A last line without its end was cut off by whatever ended the input: what it would have been is still to come. */
    private static DocumentUpsert unreadable(Line line, String message) {
        if (!line.ended()) {
            var reason = "the input ends in the middle of a line";
            throw new UncheckedIOException(reason, new EOFException(reason));
        }
        return DocumentUpsert.builder(null)
                .violation(new Violation(UNREADABLE, "", message))
                .build();
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }
}
