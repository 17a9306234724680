package io.archivero;

/**
 * How much JSON one document may carry in each of {@code fields} and {@code metadata}. What goes beyond is answered with
 * {@link ItemOutcome#INVALID}. Start from {@link #DEFAULT}: {@code Limits.DEFAULT.withMaxDepth(16)}.
 *
 * @param maxDepth levels of nesting, the outermost object being level 1; 1 to {@value #PARSER_DEPTH}
 * @param maxJsonBytes size of the canonical text in bytes of UTF-8; at least 2
 * @param maxNumberDigits significant digits of a number, leading and trailing zeros not counted; at least 1
 * @param maxNumberExponent largest absolute decimal exponent of a number in scientific form; 0 to 100,000
 */
public record Limits(int maxDepth, int maxJsonBytes, int maxNumberDigits, int maxNumberExponent) {
    /** The depth beyond which {@link JsonObject} itself refuses a text. */
    public static final int PARSER_DEPTH = 512;
    /** 64 levels, 64 KiB, 100 digits, exponents within 1,000. */
    public static final Limits DEFAULT = new Limits(64, 64 * 1024, 100, 1_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public Limits {
        requireWithin("maxDepth", maxDepth, 1, PARSER_DEPTH);
        requireWithin("maxJsonBytes", maxJsonBytes, 2, Integer.MAX_VALUE);
        requireWithin("maxNumberDigits", maxNumberDigits, 1, Integer.MAX_VALUE);
        requireWithin("maxNumberExponent", maxNumberExponent, 0, 100_000);
    }

    /** Returns these limits with another depth. */
    public Limits withMaxDepth(int levels) {
        return new Limits(levels, maxJsonBytes, maxNumberDigits, maxNumberExponent);
    }

    /** Returns these limits with another size of the canonical text. */
    public Limits withMaxJsonBytes(int bytes) {
        return new Limits(maxDepth, bytes, maxNumberDigits, maxNumberExponent);
    }

    /** Returns these limits with another number of significant digits. */
    public Limits withMaxNumberDigits(int digits) {
        return new Limits(maxDepth, maxJsonBytes, digits, maxNumberExponent);
    }

    /** Returns these limits with another largest exponent. */
    public Limits withMaxNumberExponent(int exponent) {
        return new Limits(maxDepth, maxJsonBytes, maxNumberDigits, exponent);
    }

    private static void requireWithin(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
