package io.archivero.constraints;

import io.archivero.internal.CalendarDates;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link AsciiDigits}. */
public final class AsciiDigitsValidator implements ConstraintValidator<AsciiDigits, CharSequence> {
    private int min;
    private int max;

    /** For the validation provider. */
    public AsciiDigitsValidator() {}

    @Override
    public void initialize(AsciiDigits digits) {
        min = digits.min();
        max = digits.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null
                || (value.length() >= min
                        && value.length() <= max
                        && CalendarDates.areDigits(value, 0, value.length()));
    }
}
