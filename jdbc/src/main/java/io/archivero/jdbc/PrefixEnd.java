package io.archivero.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Where the texts with a prefix end. Databases order texts by code points or by UTF-16 units, which disagree from U+E000 on: the
 * end is one for both, and may let in texts without the prefix.
 */
final class PrefixEnd {
    private PrefixEnd() {}

    /** Returns a text that is greater than all that begin with the prefix; null if there is none. */
    static @Nullable String of(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            // Nothing follows the last character of either order; what follows the text before it will do.
            if (last != Character.MAX_VALUE && last != Character.MAX_CODE_POINT) {
                return prefix.substring(0, end) + Character.toString(next(last));
            }
        }
        return null;
    }

    private static int next(int codePoint) {
        return codePoint + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : codePoint + 1;
    }
}
