package io.archivero.internal;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands JSON on to the lexer with what that gets wrong about unicode escapes put right.
 *
 * <ul>
 *   <li>It calls an escaped half of a surrogate pair in a key a syntax error, and one key would then condemn all of the text
 *       around it. Escaped surrogates are handed on as the characters they stand for, which mean the same.
 *       Spaces after the closing quote make up for the length, so that what follows keeps its position.
 *   <li>It looks at the last eight bits of a hexadecimal digit only: U+0130 passes for a zero. Such digits are
 *       handed on as a character that does not.
 * </ul>
 *
 * <p>Closing it closes nothing.
 */
final class EscapeReader extends Reader {
    private static final int ESCAPE_LENGTH = 6;
    private static final char NO_DIGIT = 'x';

    private final Reader in;
    private final char[] buffer = new char[4 * 1024];
    private int start;
    private int end;
    private boolean ended;
    /** Whether the last character was a backslash that belongs to the next one. */
    private boolean escaping;
    /** How much shorter the string has become in which this stands. */
    private long shortened;
    /** How many spaces are to come. */
    private long spaces;

    EscapeReader(Reader in) {
        this.in = in;
    }

    /** Tells whether there may be something to do in a text. */
    static boolean isNeededFor(String json) {
        return json.contains("\\u");
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int at = offset;
        int limit = offset + length;
        while (at < limit && (at == offset || start < end || spaces > 0)) {
            if (spaces > 0) {
                spaces--;
                target[at++] = ' ';
            } else if (start == end && !fill()) {
                break;
            } else if (!escaping && shortened == 0) {
                at = copyPlain(target, at, limit);
            } else {
                target[at++] = pass(buffer[start++]);
            }
        }
        return at == offset && length > 0 ? -1 : at - offset;
    }

    @Override
    public void close() {
        // The source is the caller's.
    }

    /** Copies up to the next backslash, which is what nearly every text consists of, and what comes of that backslash. */
    private int copyPlain(char[] target, int at, int limit) throws IOException {
        int run = Math.min(limit - at, end - start);
        int length = 0;
        while (length < run && buffer[start + length] != '\\') {
            length++;
        }
        System.arraycopy(buffer, start, target, at, length);
        start += length;
        if (length == run) {
            return at + length;
        }
        target[at + length] = pass(buffer[start++]);
        return at + length + 1;
    }

    /** Returns what is handed on for a character that was just taken. */
    private char pass(char c) throws IOException {
        if (escaping) {
            escaping = false;
        } else if (c == '"') {
            spaces = shortened;
            shortened = 0;
        } else if (c == '\\') {
            int surrogate = takeSurrogate();
            escaping = surrogate < 0;
            return escaping ? c : (char) surrogate;
        }
        return c;
    }

    /** Takes what is left of the escape of a surrogate, if that is what the backslash before began; returns it, or -1. */
    private int takeSurrogate() throws IOException {
        while (end - start < ESCAPE_LENGTH - 1 && fill()) {
            // until the whole escape is here, or nothing more comes
        }
        if (end - start < ESCAPE_LENGTH - 1 || buffer[start] != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = 1; i < ESCAPE_LENGTH - 1; i++) {
            if (buffer[start + i] >= 0x80) {
                buffer[start + i] = NO_DIGIT;
            }
            int digit = Character.digit(buffer[start + i], 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        if (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE) {
            return -1;
        }
        start += ESCAPE_LENGTH - 1;
        shortened += ESCAPE_LENGTH - 1;
        return code;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int count = in.read(buffer, end, buffer.length - end);
        if (count == 0) {
            throw new IOException("the reader returned no characters where it had to wait for some");
        }
        ended = count < 0;
        end += Math.max(count, 0);
        return !ended;
    }
}
