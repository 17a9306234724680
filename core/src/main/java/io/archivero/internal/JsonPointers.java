package io.archivero.internal;

/**
 * JSON Pointers (RFC 6901), built from the root outwards, fit to be reported. Keys are the caller's, so two things are done
 * to a pointer that holds strange ones: characters that cannot be printed or that steer a terminal (controls, line separators,
 * invisible format characters, halves of surrogate pairs) become U+FFFD, and what is longer than {@value #LONGEST} chars is cut
 * there and ends in an ellipsis.
 */
public final class JsonPointers {
    /** The longest pointer that is reported whole. */
    static final int LONGEST = 512;

    private static final char REPLACEMENT = '\uFFFD';
    private static final char ELLIPSIS = '\u2026';

    private JsonPointers() {}

    /** Returns the pointer to a key below another pointer. */
    public static String child(String parent, String key) {
        var out = new StringBuilder(parent);
        append(out, key);
        return out.toString();
    }

    /** Returns the pointer to an element below another pointer. */
    public static String child(String parent, int index) {
        return child(parent, Integer.toString(index));
    }

    /** Returns the pointer to where keys (strings) and indexes (integers) lead from another pointer. */
    public static String below(String parent, Iterable<?> steps) {
        var out = new StringBuilder(parent);
        for (var step : steps) {
            append(out, step.toString());
        }
        return out.toString();
    }

    /** Looks at no more of the key than it appends. */
    private static void append(StringBuilder out, String key) {
        if (isCut(out)) {
            return;
        }
        out.append('/');
        for (int i = 0; i < key.length() && out.length() <= LONGEST; ) {
            int c = key.codePointAt(i);
            switch (c) {
                case '~' -> out.append("~0");
                case '/' -> out.append("~1");
                default -> out.appendCodePoint(isPrintable(c) ? c : REPLACEMENT);
            }
            i += Character.charCount(c);
        }
        if (out.length() > LONGEST) {
            boolean halves = Character.isHighSurrogate(out.charAt(LONGEST - 1));
            out.setLength(halves ? LONGEST - 1 : LONGEST);
            out.append(ELLIPSIS);
        }
    }

    private static boolean isCut(StringBuilder pointer) {
        return pointer.length() >= LONGEST && pointer.charAt(pointer.length() - 1) == ELLIPSIS;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
