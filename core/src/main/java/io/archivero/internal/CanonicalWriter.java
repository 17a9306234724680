package io.archivero.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the one canonical text of a JSON object and measures it on the way: keys in the order of the map (which is
 * sorted), no white space, only the escapes that JSON demands, numbers as {@link JsonNumbers} writes them. Hand-written,
 * because the text is what equality and the stored form rest on: it must not change with a library's version.
 */
final class CanonicalWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);
    private int depth;
    private int deepest;
    private long extraBytes;
    private long numberDigits;
    private long numberExponent;
    private boolean hostile;

    void write(Map<?, ?> object) {
        enter('{');
        var separator = "";
        for (var entry : object.entrySet()) {
            out.append(separator);
            string((String) entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        leave('}');
    }

    String text() {
        return out.toString();
    }

    JsonFacts facts() {
        return new JsonFacts(deepest, out.length() + extraBytes, numberDigits, numberExponent, hostile);
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> object) {
            write(object);
        } else if (value instanceof List<?> array) {
            array(array);
        } else if (value instanceof Number number) {
            number(number);
        } else {
            out.append(value); // true, false, null
        }
    }

    private void array(List<?> array) {
        enter('[');
        var separator = "";
        for (var element : array) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        leave(']');
    }

    private void number(Number number) {
        numberDigits = Math.max(numberDigits, JsonNumbers.digits(number));
        numberExponent = Math.max(numberExponent, JsonNumbers.exponent(number));
        out.append(JsonNumbers.text(number));
    }

    private void enter(char bracket) {
        depth++;
        deepest = Math.max(deepest, depth);
        out.append(bracket);
    }

    private void leave(char bracket) {
        depth--;
        out.append(bracket);
    }

    private void string(String text) {
        out.append('"');
        int plain = 0; // start of the run that needs no escape
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escape(c);
                plain = i + 1;
            } else if (c >= 0x80) {
                extraBytes += c < 0x800 ? 1 : 2;
                if (Character.isSurrogate(c)) {
                    i = surrogate(text, i);
                }
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    /** Counts a pair's four bytes, or notes that a half stands alone; returns the index of its last unit. */
    private int surrogate(String text, int i) {
        if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            return i + 1; // two chars and two extra bytes make the four of UTF-8
        }
        hostile = true;
        return i;
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                hostile |= c == 0;
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }
}
