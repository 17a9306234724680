package io.archivero.constraints;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.internal.FieldsValidator;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LengthValidatorTest {
    private static final String TWO_UNITS = "\uD83D\uDE00";

    /** A text as a host would constrain it. */
    public record Text(@Nullable @Length(min = 2, max = 4) String value) {}

    private final Validator validator = FieldsValidator.defaultValidator();

    @Test
    @DisplayName("Characters are counted, not UTF-16 units")
    void codePoints() {
        assertTrue(isValid(TWO_UNITS.repeat(4)));
        assertFalse(isValid(TWO_UNITS.repeat(5)));
        assertFalse(isValid(TWO_UNITS));
        assertTrue(isValid(TWO_UNITS.repeat(2)));
        assertTrue(isValid("abc" + TWO_UNITS));
        assertFalse(isValid("abcd" + TWO_UNITS));
    }

    @Test
    @DisplayName("Both ends belong to it, and null keeps it")
    void ends() {
        assertFalse(isValid("a"));
        assertTrue(isValid("ab"));
        assertTrue(isValid("abc"));
        assertTrue(isValid("abcd"));
        assertFalse(isValid("abcde"));
        assertFalse(isValid("a".repeat(1_000)));
        assertTrue(isValid(null));
    }

    private boolean isValid(@Nullable String value) {
        return validator.validate(new Text(value)).isEmpty();
    }
}
