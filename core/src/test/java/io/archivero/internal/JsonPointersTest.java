package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointersTest {
    private static final String ELLIPSIS = "\u2026";

    @Test
    void escapesWhatHasAMeaningInAPointer() {
        assertEquals("/fields/a~1b~0c~01/0", JsonPointers.below("/fields", List.of("a/b~c~1", 0)));
        assertEquals("/fields/", JsonPointers.child("/fields", ""));
        assertEquals("/fields/7", JsonPointers.child("/fields", 7));
        assertEquals("", JsonPointers.below("", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0", "\n", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\u202E", "\uFEFF", "\uD83D", "\uDE00"
            })
    void showsNothingThatCannotBePrinted(String character) {
        assertEquals("/a\uFFFDb", JsonPointers.child("", "a" + character + "b"));
    }

    @Test
    void keepsEveryOtherCharacter() {
        var key = "Ñandú ı \uD83D\uDE00 \"'\\ $";

        assertEquals("/" + key, JsonPointers.child("", key));
    }

    @ParameterizedTest
    @CsvSource({"511, 512, false", "512, 513, true", "513, 513, true", "10000000, 513, true"})
    void isCutWhereItGetsTooLong(int keyLength, int length, boolean cut) {
        var pointer = JsonPointers.child("", "k".repeat(keyLength));

        assertEquals(length, pointer.length());
        assertEquals(cut, pointer.endsWith(ELLIPSIS));
        assertEquals(cut, JsonPointers.child(pointer, 0).equals(pointer), "below a cut, nothing is added");
    }

    @Test
    void isNotCutInsideACharacter() {
        for (int offset = 0; offset < 2; offset++) {
            var pointer = JsonPointers.child("", "k".repeat(offset) + "\uD83D\uDE00".repeat(400));

            assertTrue(Texts.isStorable(pointer));
            assertTrue(pointer.endsWith("\uD83D\uDE00" + ELLIPSIS));
            assertEquals(pointer, JsonPointers.child(pointer, "more"));
        }
    }

    @Test
    void isCutHoweverManyStepsItHas() {
        var steps = IntStream.range(0, 100_000).boxed().toList();

        var pointer = JsonPointers.below("/fields", steps);

        assertTrue(pointer.startsWith("/fields/0/1/2/"));
        assertEquals(513, pointer.length());
    }
}
