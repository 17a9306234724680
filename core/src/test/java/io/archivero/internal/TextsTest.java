package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.archivero.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    static List<Arguments> texts() {
        return List.of(
                Arguments.of("", List.of()),
                Arguments.of("\uD83D\uDE00", List.of()),
                Arguments.of("a\0b", List.of("null_character")),
                Arguments.of("\uD83D", List.of("unpaired_surrogate")),
                Arguments.of("\uDE00", List.of("unpaired_surrogate")),
                Arguments.of("\uDE00\uD83D", List.of("unpaired_surrogate")),
                Arguments.of("\uD83D\uD83D\uDE00", List.of("unpaired_surrogate")),
                Arguments.of("\0\uD83D", List.of("null_character", "unpaired_surrogate")),
                // Each half stands alone, though they would be a pair without what stands between them.
                Arguments.of("\uD83D\0\uDE00", List.of("null_character", "unpaired_surrogate")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void namesEveryReasonWhyATextCannotBeStored(String text, List<String> codes) {
        var violations = new ArrayList<Violation>();

        Texts.checkStorable(text, "/a", violations::add);

        assertEquals(codes, violations.stream().map(Violation::code).toList());
        assertEquals(codes.isEmpty(), Texts.isStorable(text));
    }

    static List<Arguments> lengths() {
        return List.of(
                Arguments.of("", false),
                Arguments.of("a", true),
                Arguments.of("\uD83D\uDE00".repeat(3), true),
                Arguments.of("\uD83D\uDE00".repeat(4), false),
                Arguments.of("abcd", false),
                Arguments.of("x".repeat(10_000_000), false));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void countsCodePoints(String text, boolean fits) {
        var violations = new ArrayList<Violation>();

        Texts.check(text, 1, 3, "/a", violations::add);

        assertEquals(
                fits ? List.of() : List.of(new Violation("length", "/a", "must have 1 to 3 characters")), violations);
    }

    @Test
    void replacesHalvesOfPairsOnly() {
        var whole = "a\0\uD83D\uDE00";

        assertSame(whole, Texts.wellFormed(whole));
        assertEquals("\uFFFDa\uD83D\uDE00\uFFFD\uFFFD", Texts.wellFormed("\uDE00a\uD83D\uDE00\uD83D\uD83D"));
    }
}
