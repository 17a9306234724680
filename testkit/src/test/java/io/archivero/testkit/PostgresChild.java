package io.archivero.testkit;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own that asks for a database, says which one it got, and ends. */
final class PostgresChild {
    private static final String DATA = "data directory: ";
    private static final String SCHEMA = "schema: ";

    private PostgresChild() {}

    /** Returns the data directory that it printed, among whatever else was said meanwhile. */
    static String dataDirectory(List<String> output) {
        return printed(output, DATA);
    }

    /** Returns the schema that it printed. */
    static String schema(List<String> output) {
        return printed(output, SCHEMA);
    }

    private static String printed(List<String> output, String label) {
        return output.stream()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    public static void main(String[] arguments) throws Exception {
        try (var connection = EmbeddedPostgres.freshDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('data_directory'), current_schema()")) {
            row.next();
            System.out.println(DATA + row.getString(1) + "\n" + SCHEMA + row.getString(2));
        }
    }

    /** Runs it in a directory and returns what it printed; a stack trace is among it. */
    static List<String> run(Path directory, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(), PostgresChild.class.getName()));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    /** Surefire puts modules on one path and the rest on the other; a child needs no modules. */
    private static String classPath() {
        return Stream.of(
                        location(EmbeddedPostgres.class),
                        location(PostgresChild.class),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
