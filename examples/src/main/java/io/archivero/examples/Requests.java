package io.archivero.examples;

import io.archivero.ArchiveroException;
import io.archivero.wire.BatchRequest;
import io.archivero.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Reads request files. */
final class Requests {
    private Requests() {}

    /** Reads a file of the user's. */
    static BatchRequest read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        }
    }

    /** Reads one of the files that come with the examples. */
    static BatchRequest shipped(String name) {
        try (var in = Objects.requireNonNull(Requests.class.getResourceAsStream("/" + name), name)) {
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BatchRequest read(String name, InputStream in) throws IOException {
        try {
            return WireCodec.standard().readBatch(in);
        } catch (ArchiveroException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
