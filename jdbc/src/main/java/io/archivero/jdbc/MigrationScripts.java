package io.archivero.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the numbered scripts that a backend ships. */
public final class MigrationScripts {
    private MigrationScripts() {}

    /** Returns the text of the resources beside a class; the first is version 1. */
    public static List<String> read(Class<?> backend, String... resources) {
        var scripts = new ArrayList<String>();
        for (var resource : resources) {
            try (var in = backend.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("resource " + resource + " is missing");
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return scripts;
    }
}
