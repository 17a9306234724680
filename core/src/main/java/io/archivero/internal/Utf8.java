package io.archivero.internal;

import java.nio.charset.StandardCharsets;

/** Compares text with its encoded form. */
final class Utf8 {
    private static final int END_OF_ONE_BYTE = 0x80;
    private static final int END_OF_TWO_BYTES = 0x800;

    private Utf8() {}

    /**
     * Tells whether the bytes, decoded, are the text. Neither is turned into the other, but where the text has a character of three
     * bytes or more, which is rare in the languages of America and most of Europe.
     */
    static boolean isEncoded(String text, byte[] utf8) {
        int i = 0;
        int at = 0;
        while (true) {
            // Equal as they are: a character of one byte. Bytes of longer ones are negative.
            while (i < text.length() && at < utf8.length && text.charAt(i) == utf8[at]) {
                i++;
                at++;
            }
            if (i == text.length() || at == utf8.length) {
                return i == text.length() && at == utf8.length;
            }
            char c = text.charAt(i);
            if (c >= END_OF_TWO_BYTES) {
                return text.equals(new String(utf8, StandardCharsets.UTF_8));
            }
            if (c < END_OF_ONE_BYTE || !isEncoded(c, utf8, at)) {
                return false;
            }
            i++;
            at += 2;
        }
    }

    /** Tells whether the two bytes are there that make the character. */
    private static boolean isEncoded(char c, byte[] utf8, int at) {
        return at + 1 < utf8.length && utf8[at] == (byte) (0xC0 | c >> 6) && utf8[at + 1] == (byte) (0x80 | c & 0x3F);
    }
}
