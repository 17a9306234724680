package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The BOM")
class BomTest {
    private static final Path WORK = Path.of("target", "sample-host").toAbsolutePath();
    private static final Path PROJECT = WORK.resolve("project");

    private final PublishedModules published = PublishedModules.ofThisBuild();

    BomTest() throws IOException {}

    @Test
    @DisplayName("has every published artifact, and nothing else")
    void complete() throws IOException {
        var bom = Files.readString(Path.of("..", "bom", "pom.xml"));
        var managed = PublishedModules.all(bom, "(?s)<dependency>.*?<artifactId>(.*?)</artifactId>");
        var expected = published.modules().stream()
                .filter(module -> !module.isBom())
                .map(PublishedModules.Module::artifact)
                .sorted()
                .toList();
        assertEquals(expected, managed.stream().sorted().toList());
    }

    @Test
    @DisplayName("is all that a modular host needs to name a version of, to run on H2 and PostgreSQL with metrics")
    void consumed(@TempDir Path data) throws Exception {
        var path = built();
        var postgres = TestPostgres.url();
        try (var connection = DriverManager.getConnection(postgres)) {
            dropSchema(connection);
            var output = Output.of(new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--module-path",
                    path,
                    "--module",
                    "sample.host/sample.Main",
                    data.resolve("documents").toString(),
                    postgres));
            dropSchema(connection);
            assertEquals("2 created in 2 calls, from module sample.host\n", output.out(), output.err());
        }
    }

    /** Builds the sample project with the Maven that runs this build; returns its module path. */
    private String built() throws IOException, InterruptedException {
        var repository = new SampleRepository(WORK.resolve("repository"), Path.of(property("localRepository")));
        repository.add(Path.of(".."), "archivero-parent", published.version());
        for (var module : published.modules()) {
            repository.add(module.directory(), module.artifact(), published.version());
        }
        copySources();
        var list = PROJECT.resolve("target").resolve("path.txt");
        var maven = new ProcessBuilder(
                Path.of(property("maven.home"), "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd")
                        .toString(),
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository.root(),
                "-Darchivero.version=" + published.version(),
                "-DincludeScope=runtime",
                "-Dmdep.outputFile=" + list,
                "org.apache.maven.plugins:maven-compiler-plugin:compile",
                "org.apache.maven.plugins:maven-dependency-plugin:build-classpath");
        maven.directory(PROJECT.toFile()).environment().put("JAVA_HOME", System.getProperty("java.home"));
        var output = Output.of(maven);
        assertEquals(0, output.exitCode(), output.out() + output.err());
        return PROJECT.resolve("target").resolve("classes")
                + File.pathSeparator
                + Files.readString(list).strip();
    }

    private static void copySources() throws IOException {
        var from = Path.of("src", "test", "bom-consumer");
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = PROJECT.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.writeString(to, Files.readString(file));
            }
        }
    }

    private static void dropSchema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists archivero_sample cascade");
        }
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError("this test runs Maven, and has to be run by it: no property " + name);
        }
        return value;
    }
}
