package io.archivero.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of JSON, compared by value and never expanded: {@code 1e999999999} costs no more than its eleven characters, and
 * a million digits cost time and memory in proportion.
 *
 * <p>A number is cut down to its significant digits and its scientific exponent first. What fits comfortably becomes a
 * {@code BigDecimal}; anything beyond stays text, as a {@link HugeNumber}.
 */
public final class JsonNumbers {
    private static final int BIG_DECIMAL_DIGITS = 1_000;
    private static final long BIG_DECIMAL_EXPONENT = 1_000_000;
    /** Up to this many digits a whole number is written plainly, beyond it with an exponent. */
    private static final int PLAIN_DIGITS = 21;
    /** Exponents of more digits than this are not computed with; no limit can reach them. */
    private static final int EXPONENT_DIGITS = 17;
    /** No {@code long} has more digits. */
    private static final int LONG_DIGITS = 19;

    private JsonNumbers() {}

    /** Reads a number that JSON's grammar allows. */
    public static Number parse(String text) {
        if (text.length() <= PLAIN_DIGITS && isPlainInteger(text)) {
            return new BigDecimal(text);
        }
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        var mantissa = e < 0 ? text : text.substring(0, e);
        boolean negative = mantissa.startsWith("-");
        int point = mantissa.indexOf('.');
        var whole = mantissa.substring(negative ? 1 : 0, point < 0 ? mantissa.length() : point);
        var all = point < 0 ? whole : whole + mantissa.substring(point + 1);
        int first = firstNonZero(all);
        if (first == all.length()) {
            return BigDecimal.ZERO;
        }
        var digits = all.substring(first, lastNonZero(all) + 1);
        var written = e < 0 ? "0" : text.substring(e + 1);
        if (firstNonZero(written) + EXPONENT_DIGITS < written.length()) {
            return new HugeNumber((negative ? "-" : "") + text.substring(negative ? 1 : 0), digits.length(), Long.MAX_VALUE);
        }
        return of(negative, digits, Long.parseLong(written) + whole.length() - 1L - first);
    }

    /** Brings a decimal into its one form: no trailing zeros, whole numbers of moderate size without an exponent. */
    static Number of(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (value.precision() > BIG_DECIMAL_DIGITS) {
            return parse(value.unscaledValue() + "e" + -(long) value.scale());
        }
        var stripped = value.stripTrailingZeros();
        if (Math.abs((long) stripped.precision() - stripped.scale() - 1) > BIG_DECIMAL_EXPONENT) {
            return parse(stripped.unscaledValue() + "e" + -(long) stripped.scale());
        }
        boolean plain = stripped.scale() < 0 && (long) stripped.precision() - stripped.scale() <= PLAIN_DIGITS;
        return plain ? stripped.setScale(0) : stripped;
    }

    /** Returns the JSON of a number that {@link #parse} or {@link #of} made. */
    static String text(Number number) {
        return number.toString(); // BigDecimal's own form is JSON, and unique for one without trailing zeros
    }

    /** Returns how many significant digits it has. */
    static long digits(Number number) {
        return number instanceof BigDecimal decimal
                ? (decimal.scale() > 0 || decimal.precision() == 1
                        ? decimal.precision()
                        : decimal.stripTrailingZeros().precision())
                : ((HugeNumber) number).digits();
    }

    /** Returns the absolute decimal exponent of its scientific form. */
    static long exponent(Number number) {
        return number instanceof BigDecimal decimal
                ? Math.abs((long) decimal.precision() - decimal.scale() - 1)
                : ((HugeNumber) number).exponent();
    }

    /** Tells whether it has no fraction; a huge number counts as whole, since no whole number of Java's holds it anyway. */
    public static boolean isWhole(Number number) {
        return !(number instanceof BigDecimal decimal) || decimal.scale() <= 0;
    }

    /** Returns a whole number as a {@code long}; null if it is too large for one. */
    public static @Nullable Long longValue(Number whole) {
        return whole instanceof BigDecimal decimal && exponent(decimal) < LONG_DIGITS
                ? longValue(decimal.toBigIntegerExact())
                : null;
    }

    private static @Nullable Long longValue(BigInteger whole) {
        return whole.bitLength() < Long.SIZE ? whole.longValue() : null;
    }

    private static Number of(boolean negative, String digits, long exponent) {
        if (digits.length() <= BIG_DECIMAL_DIGITS && Math.abs(exponent) <= BIG_DECIMAL_EXPONENT) {
            var unscaled = new BigInteger(negative ? "-" + digits : digits);
            return of(new BigDecimal(unscaled, Math.toIntExact(digits.length() - 1 - exponent)));
        }
        var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        var text = (negative ? "-" : "") + digits.charAt(0) + fraction + "E" + (exponent < 0 ? "" : "+") + exponent;
        return new HugeNumber(text, digits.length(), Math.abs(exponent));
    }

    private static boolean isPlainInteger(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int firstNonZero(String digits) {
        int i = 0;
        while (i < digits.length() && !significant(digits.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int lastNonZero(String digits) {
        int i = digits.length() - 1;
        while (!significant(digits.charAt(i))) {
            i--;
        }
        return i;
    }

    private static boolean significant(char c) {
        return c >= '1' && c <= '9';
    }
}
