package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** README and its siblings name nothing that is not there. */
@DisplayName("The documentation names only what exists:")
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md");

    /** What Maven's plug-ins, jqwik and the testkit know without a word in our poms. */
    private static final Set<String> KNOWN_PROPERTIES = Set.of(
            "skipTests",
            "test",
            "surefire.failIfNoSpecifiedTests",
            "jqwik.tries.default",
            "archivero.pg.url",
            "archivero.rivals.batches");

    private final String pages;
    private final String commands;
    private final String poms;
    private final List<String> sources;

    DocumentationTest() throws IOException {
        var text = new StringBuilder();
        var shell = new StringBuilder();
        for (var name : PAGES) {
            var page = Markdown.read(ROOT.resolve(name));
            text.append(page.text());
            page.blocks("sh").forEach(block -> shell.append(block.text()));
        }
        pages = text.toString();
        commands = shell.toString();

        var xml = new StringBuilder(Files.readString(ROOT.resolve("pom.xml")));
        for (var module : modules()) {
            xml.append(Files.readString(module.resolve("pom.xml")));
        }
        poms = xml.toString();
        sources = testSources();
    }

    @Test
    @DisplayName("artifacts and versions")
    void artifacts() {
        assertAllFound(
                "(?<![/\\w-])(archivero-[a-z0-9-]+)", pages, name -> poms.contains("<artifactId>" + name + "</"));
        assertAllFound("<version>(.*?)</version>", pages, version -> poms.contains("<version>" + version + "</"));
    }

    @Test
    @DisplayName("files behind links")
    void links() {
        assertAllFound("]\\((?!https:)([^)#]+)", pages, link -> Files.exists(ROOT.resolve(link)));
    }

    @Test
    @DisplayName("modules, profiles, properties and tests in commands")
    void commands() {
        assertAllFound(
                "-pl ([\\w-]+)",
                commands,
                module -> Files.exists(ROOT.resolve(module).resolve("pom.xml")));
        assertAllFound("-P([\\w-]+)", commands, profile -> poms.contains("<id>" + profile + "</id>"));
        assertAllFound("-D([\\w.-]+)", commands, this::isProperty);
        assertAllFound("-Dtest=(\\w+)", commands, test -> sources.contains(test + ".java"));
    }

    @Test
    @DisplayName("main classes in commands")
    void mainClasses() {
        assertAllFound("(io\\.archivero\\.examples(?:\\.\\w+)+)", commands, DocumentationTest::isMainClass);
    }

    private static boolean isMainClass(String name) {
        try {
            return Class.forName(name).getMethod("main", String[].class) != null;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private boolean isProperty(String name) {
        return KNOWN_PROPERTIES.contains(name) || poms.contains("<" + name + ">") || poms.contains("<" + name + "/>");
    }

    /** Asserts that what the pattern's group finds in the text exists, and that it finds anything at all. */
    private static void assertAllFound(String pattern, String text, Predicate<String> exists) {
        var names = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
        assertFalse(names.isEmpty(), () -> "nothing looks like " + pattern);
        assertEquals(List.of(), names.stream().filter(exists.negate()).toList(), "these do not exist");
    }

    private static List<Path> modules() throws IOException {
        try (var directories = Files.list(ROOT)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("pom.xml")))
                    .toList();
        }
    }

    private static List<String> testSources() throws IOException {
        var names = new ArrayList<String>();
        for (var module : modules()) {
            var directory = module.resolve("src/test/java");
            if (Files.exists(directory)) {
                try (var files = Files.walk(directory)) {
                    files.map(file -> file.getFileName().toString()).forEach(names::add);
                }
            }
        }
        return names;
    }
}
