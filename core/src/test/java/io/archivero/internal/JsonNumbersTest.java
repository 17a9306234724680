package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JsonNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0",
        "-0, 0, 1, 0",
        "-0.000e-7, 0, 1, 0",
        "0e99999999999999999999, 0, 1, 0",
        "1.50, 1.5, 2, 0",
        "100, 100, 1, 2",
        "1e2, 100, 1, 2",
        "1E+20, 100000000000000000000, 1, 20",
        "100000000000000000000, 100000000000000000000, 1, 20",
        "-100000000000000000000, -100000000000000000000, 1, 20",
        "1e21, 1E+21, 1, 21",
        "1000000000000000000000, 1E+21, 1, 21",
        "0.000001, 0.000001, 1, 6",
        "1e-7, 1E-7, 1, 7",
        "-12.340e-5, -0.0001234, 4, 4",
        "9007199254740993, 9007199254740993, 16, 15",
        "1e400, 1E+400, 1, 400",
        "12e999999, 1.2E+1000000, 2, 1000000",
        "12e1000000, 1.2E+1000001, 2, 1000001",
        "0.12e-999999999, 1.2E-1000000000, 2, 1000000000",
    })
    void hasOneTextAndItsMeasures(String written, String text, long digits, long exponent) {
        var number = JsonNumbers.parse(written);

        assertEquals(text, JsonNumbers.text(number));
        assertEquals(digits, JsonNumbers.digits(number));
        assertEquals(exponent, JsonNumbers.exponent(number));
        assertEquals(number, JsonNumbers.parse(text));
    }

    /** Where an exponent does not fit a long any more. */
    @ParameterizedTest
    @CsvSource({
        "1e99999999999999999, 1E+99999999999999999",
        "10e99999999999999999, 1E+100000000000000000",
        "1e100000000000000000, 1E+100000000000000000",
        "0.1e100000000000000000, 1E+99999999999999999",
        "1E+100000000000000000, 1E+100000000000000000",
        "10e99999999999999999999, 1E+100000000000000000000",
        "1.0e0100000000000000000000, 1E+100000000000000000000",
        "0.01e-99999999999999999999, 1E-100000000000000000001",
        "-0.0123e100000000000000000000, -1.23E+99999999999999999998",
        "100e-100000000000000000000, 1E-99999999999999999998",
    })
    void comparesHugeExponentsByValueToo(String written, String text) {
        var number = JsonNumbers.parse(written);

        assertEquals(text, JsonNumbers.text(number));
        assertEquals(number, JsonNumbers.parse(text));
        assertEquals(JsonNumbers.parse(text).hashCode(), number.hashCode());
        assertTrue(JsonNumbers.exponent(number) >= 99_999_999_999_999_998L);
    }

    @Test
    void keepsAThousandDigitsAsADecimalAndMoreAsText() {
        assertEquals(new BigDecimal("0." + "7".repeat(1_000)), JsonNumbers.parse("0." + "7".repeat(1_000)));

        var huge = JsonNumbers.parse("0." + "7".repeat(1_001));
        assertEquals("7." + "7".repeat(1_000) + "E-1", huge.toString());
        assertEquals(1_001, JsonNumbers.digits(huge));
        assertEquals(1, JsonNumbers.exponent(huge));
        assertEquals(0.777_777_777, huge.doubleValue(), 1e-9);
        assertEquals(huge, JsonNumbers.of(new BigDecimal("0." + "7".repeat(1_001))));
        assertEquals(new BigDecimal("1E+5000"), JsonNumbers.parse("1" + "0".repeat(5_000)));
        assertEquals(new BigDecimal("1E+5000"), JsonNumbers.of(new BigDecimal("1" + "0".repeat(5_000))));
    }

    @ParameterizedTest
    @CsvSource({
        "5, true, 5",
        "5.0, true, 5",
        "5e0, true, 5",
        "0.5e1, true, 5",
        "-5e3, true, -5000",
        "9223372036854775807, true, 9223372036854775807",
        "-9223372036854775808, true, -9223372036854775808",
        "9223372036854775808, true, ",
        "-9223372036854775809, true, ",
        "9.9e18, true, ",
        "1e19, true, ",
        "1e999999999, true, ",
        "1e99999999999999999999, true, ",
        "1e-1, false, ",
        "5.5, false, ",
        "1e-999999999, false, ",
        "1e-99999999999999999999, false, ",
    })
    void knowsWholeNumbersByTheirValue(String written, boolean whole, Long value) {
        var number = JsonNumbers.parse(written);

        assertEquals(whole, JsonNumbers.isWhole(number));
        assertEquals(value, whole ? JsonNumbers.longValue(number) : null);
    }

    @Test
    void knowsWhetherAHugeNumberIsWhole() {
        var digits = "7".repeat(2_000);

        assertTrue(JsonNumbers.isWhole(JsonNumbers.parse(digits)));
        assertNull(JsonNumbers.longValue(JsonNumbers.parse(digits)));
        assertEquals(false, JsonNumbers.isWhole(JsonNumbers.parse(digits + ".7")));
        assertEquals(true, JsonNumbers.isWhole(JsonNumbers.parse(digits + ".7e1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "0.%s", "1e%s", "1e-%s", "%1$s.%1$se%1$s"})
    void costsTimeInProportionToItsText(String pattern) {
        var number = JsonNumbers.parse(String.format(pattern, "9".repeat(2_000_000)));

        assertEquals(number, JsonNumbers.parse(number.toString()));
    }
}
