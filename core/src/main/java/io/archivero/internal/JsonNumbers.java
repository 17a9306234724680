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
    /** Exponents of more digits than this do not fit a {@code long} with room to spare; no limit can reach them. */
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
        long shift = whole.length() - 1L - first;
        int firstOfExponent = firstNonZero(written);
        if (firstOfExponent + EXPONENT_DIGITS < written.length()) {
            boolean small = written.startsWith("-");
            var magnitude = plus(written.substring(firstOfExponent), small ? -shift : shift);
            return huge(negative, digits, (small ? "-" : "+") + magnitude, Long.MAX_VALUE);
        }
        return of(negative, digits, Long.parseLong(written) + shift);
    }

    /** Brings a decimal into its one form: no trailing zeros, whole numbers of moderate size without an exponent. */
    static Number of(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // Stripping zeros first would overflow the scale of the largest and smallest decimals.
        if (value.precision() > BIG_DECIMAL_DIGITS || exponent(value) > BIG_DECIMAL_EXPONENT) {
            return parse(value.unscaledValue() + "e" + -(long) value.scale());
        }
        var stripped = value.stripTrailingZeros();
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

    /** Tells whether it has no fraction. */
    public static boolean isWhole(Number number) {
        return number instanceof BigDecimal decimal ? decimal.scale() <= 0 : ((HugeNumber) number).isWhole();
    }

    /** Returns a whole number as a {@code long}; null if it is too large for one. */
    public static @Nullable Long longValue(Number whole) {
        if (whole instanceof BigDecimal decimal && decimal.scale() == 0 && decimal.precision() < LONG_DIGITS) {
            return decimal.longValue(); // most of them, without a detour
        }
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
        return huge(negative, digits, (exponent < 0 ? "" : "+") + exponent, Math.abs(exponent));
    }

    private static HugeNumber huge(boolean negative, String digits, String exponent, long magnitude) {
        var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        var text = (negative ? "-" : "") + digits.charAt(0) + fraction + "E" + exponent;
        return new HugeNumber(text, digits.length(), magnitude);
    }

    /** Adds to a decimal that is larger than what is added, digit by digit: linear, however long it is. */
    private static String plus(String decimal, long summand) {
        var digits = decimal.toCharArray();
        long carry = summand;
        for (int i = digits.length - 1; i >= 0 && carry != 0; i--) {
            long sum = digits[i] - '0' + carry;
            digits[i] = (char) ('0' + Math.floorMod(sum, 10));
            carry = Math.floorDiv(sum, 10);
        }
        var sum = (carry == 0 ? "" : carry) + new String(digits);
        return sum.substring(firstNonZero(sum));
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
