package io.archivero.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link Length}. */
public final class LengthValidator implements ConstraintValidator<Length, CharSequence> {
    private int min;
    private int max;

    /** For the validation provider. */
    public LengthValidator() {}

    @Override
    public void initialize(Length length) {
        min = length.min();
        max = length.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || fits(value, min, max);
    }

    static boolean fits(CharSequence value, int min, int max) {
        int units = value.length();
        // A code point is one or two units: most texts need no count, and one that is far too long gets none.
        if (units <= max && units >= 2L * min) {
            return true;
        }
        if (units > 2L * max) {
            return false;
        }
        int length = Character.codePointCount(value, 0, units);
        return length >= min && length <= max;
    }
}
