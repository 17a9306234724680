package io.archivero.examples.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes a part of an address: once, strictly, as UTF-8, and without normalizing anything. A plus is a plus. */
final class PercentText {
    private PercentText() {}

    static String decode(String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(digit(raw, i + 1) << 4 | digit(raw, i + 2));
                i += 2;
            } else if (c > ' ' && c < 0x7F) {
                bytes.write(c);
            } else {
                throw Problem.of(
                        ProblemType.INVALID_ADDRESS, "Whatever is not printable ASCII must be percent-encoded.");
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder(); // which reports what is malformed
            return decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemType.INVALID_ADDRESS, "What is percent-encoded must be UTF-8.");
        }
    }

    private static int digit(String raw, int position) {
        int value = position < raw.length() ? hexDigit(raw.charAt(position)) : -1;
        if (value < 0) {
            throw Problem.of(ProblemType.INVALID_ADDRESS, "A percent sign must be followed by two hexadecimal digits.");
        }
        return value;
    }

    /** {@code Character.digit} would take the digits of every script. */
    private static int hexDigit(char c) {
        return c < 0x7F ? Character.digit(c, 16) : -1;
    }
}
