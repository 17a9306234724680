package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeReaderTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{}, {}",
                "`{\"\\u0041\":\"\\n\\\\\\\"\"}`, `{\"\\u0041\":\"\\n\\\\\\\"\"}`",
                "`[\"\\ud83d\"]`, `[\"\uD83D\"     ]`",
                "`[\"\\ud83d\\uDE00\" , 1]`, `[\"\uD83D\uDE00\"           , 1]`",
                "`[\"\\\\ud83d\",\"\\\\\\ud83d\"]`, `[\"\\\\ud83d\",\"\\\\\uD83D\"     ]`",
                "`[\"\\ud83d\\\"\"]`, `[\"\uD83D\\\"\"     ]`",
                "`[\"\\ud800\\udfff\\ud7ff\\ue000\"]`, `[\"\uD800\uDFFF\\ud7ff\\ue000\"          ]`",
                "`[\"\\ud8g0\\ud8\"]`, `[\"\\ud8g0\\ud8\"]`",
                "`[\"\\u002\u0130\u0130\"]`, `[\"\\u002x\u0130\"]`",
                "`\"\\ud83`, `\"\\ud83`",
                "`\"\\ud83d`, `\"\uD83D`",
                "`\"\\`, `\"\\`",
            })
    void handsOnTheSameJson(String json, String expected) throws IOException {
        for (int chunk = 1; chunk < 9; chunk++) {
            for (int piece = 1; piece < 9; piece++) {
                assertEquals(expected, read(new InPieces(json, piece), chunk));
            }
        }
    }

    @Test
    void doesNotWaitForMoreThanIsAskedFor() throws IOException {
        var in = new InPieces("[1,2", 2);
        try (var reader = new EscapeReader(in)) {
            assertEquals(2, reader.read(new char[10], 0, 10));
            assertEquals(1, in.calls);
        }
    }

    @Test
    void refusesAReaderThatReturnsNothing() throws IOException {
        try (var reader = new EscapeReader(new InPieces("[1]", 0))) {
            assertThrows(IOException.class, reader::read);
        }
    }

    private static String read(Reader in, int chunk) throws IOException {
        var out = new StringBuilder();
        try (var reader = new EscapeReader(in)) {
            var chars = new char[chunk];
            for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
                out.append(chars, 0, count);
            }
        }
        return out.toString();
    }

    /** Returns at most so many characters at once. */
    private static final class InPieces extends StringReader {
        private final int size;
        private int calls;

        InPieces(String text, int size) {
            super(text);
            this.size = size;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            calls++;
            return size == 0 ? 0 : super.read(target, offset, Math.min(size, length));
        }
    }
}
