package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The README shows compiled code and what it really prints.
 *
 * <p>Every block of Java comes after a comment {@code <!-- source: path/of/File.java#tag -->}, and equals what stands there
 * between {@code tag::tag[]} and {@code end::tag[]}. Every block of text comes after {@code <!-- output: name -->}.
 */
@DisplayName("The README")
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private static final Map<String, Supplier<String>> OUTPUTS = Map.of(
            "atomic", () -> Output.of(ReadmeExamplesTest::atomic),
            "partial", () -> Output.of(ReadmeExamplesTest::partial),
            "voter-cards", () -> Output.ofVoterCards().out());

    @TestFactory
    @DisplayName("shows Java as it is compiled:")
    Stream<DynamicTest> showsCompiledCode() throws IOException {
        return blocks("java", "source: ", (marker, text) -> {
            var parts = marker.split("#");
            assertSameLines(cut(Files.readString(ROOT.resolve(parts[0])), parts[1]), text);
        });
    }

    @TestFactory
    @DisplayName("shows output as it is printed:")
    Stream<DynamicTest> showsRealOutput() throws IOException {
        return blocks("text", "output: ", (marker, text) -> {
            assertTrue(OUTPUTS.containsKey(marker), "no output is called " + marker);
            assertSameLines(withoutTimes(OUTPUTS.get(marker).get()), withoutTimes(text));
        });
    }

    private interface Check {
        void check(String marker, String text) throws IOException;
    }

    private static Stream<DynamicTest> blocks(String language, String kind, Check check) throws IOException {
        var blocks = Markdown.read(ROOT.resolve("README.md")).blocks(language);
        assertFalse(blocks.isEmpty(), "there are blocks of " + language);
        return blocks.stream()
                .map(block -> DynamicTest.dynamicTest(block.marker(), () -> {
                    assertTrue(
                            block.marker().startsWith(kind),
                            () -> "needs a comment <!-- " + kind + "… --> before it:\n" + block.text());
                    check.check(block.marker().substring(kind.length()), block.text());
                }));
    }

    /** Cuts a tagged part out of a source file, and moves it to the left margin. */
    private static String cut(String source, String tag) {
        var part = Pattern.compile(
                        "// tag::" + Pattern.quote(tag) + "\\[]\n(.*?)[ \t]*// end::" + Pattern.quote(tag) + "\\[]",
                        Pattern.DOTALL)
                .matcher(source);
        assertTrue(part.find(), () -> "no part of the file is tagged " + tag);
        return part.group(1).stripTrailing().stripIndent();
    }

    /** Milliseconds are the one thing that differs from run to run; they also move the columns. */
    private static String withoutTimes(String output) {
        return output.replaceAll("(?m) +\\d+\\.\\d$", " #")
                .replaceAll("(?m) +ms$", " ms")
                .strip();
    }

    private static void assertSameLines(String expected, String shown) {
        if (!expected.strip().equals(shown.strip())) {
            throw new AssertionError("- in the README, + in reality\n" + LineDiff.of(shown.strip(), expected.strip()));
        }
    }
}
