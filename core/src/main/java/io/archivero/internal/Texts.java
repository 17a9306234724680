package io.archivero.internal;

import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** What every text must be: characters that a database can store, and not too few or too many of them. */
public final class Texts {
    private Texts() {}

    /** Tells whether the text can be stored at all: no U+0000, no half of a surrogate pair. */
    public static boolean isStorable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Tells whether all chars are such. A stream of them would be half of what is allocated for an item. */
    static boolean all(String text, IntPredicate predicate) {
        for (int i = 0; i < text.length(); i++) {
            if (!predicate.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text with U+FFFD for every half of a surrogate pair that stands alone. */
    public static String wellFormed(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 2) {
                    i++;
                } else {
                    out = out == null ? new StringBuilder(text) : out;
                    out.setCharAt(i, '\uFFFD');
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** Reports a text that {@link #isStorable cannot be stored}, once per reason. */
    static void checkStorable(String text, String path, Consumer<Violation> violations) {
        if (isStorable(text)) {
            return;
        }
        if (text.indexOf(0) >= 0) {
            violations.accept(new Violation(ViolationCodes.NULL_CHARACTER, path, "must not contain U+0000"));
        }
        if (!isStorable(text.replace('\0', ' '))) {
            violations.accept(
                    new Violation(ViolationCodes.UNPAIRED_SURROGATE, path, "must not contain an unpaired surrogate"));
        }
    }

    /** Reports a text that cannot be stored, or that has not {@code least} to {@code most} code points. */
    static void check(String text, int least, int most, String path, Consumer<Violation> violations) {
        checkStorable(text, path, violations);
        // A code point is at most two chars: no need to count a text that is far too long.
        int length = text.length() > 2L * most ? most + 1 : text.codePointCount(0, text.length());
        if (length < least || length > most) {
            violations.accept(
                    new Violation(ViolationCodes.LENGTH, path, "must have " + least + " to " + most + " characters"));
        }
    }
}
