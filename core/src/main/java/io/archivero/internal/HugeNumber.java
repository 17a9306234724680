package io.archivero.internal;

import org.jspecify.annotations.Nullable;

/** A JSON number too long or too large for a comfortable {@code BigDecimal}: its text, and the measures that limits need. */
final class HugeNumber extends Number {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final long digits;
    private final long exponent;

    HugeNumber(String text, long digits, long exponent) {
        this.text = text;
        this.digits = digits;
        this.exponent = exponent;
    }

    long digits() {
        return digits;
    }

    long exponent() {
        return exponent;
    }

    boolean isWhole() {
        return exponent >= digits - 1 && !text.contains("E-");
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HugeNumber that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
