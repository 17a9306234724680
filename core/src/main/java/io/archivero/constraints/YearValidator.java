package io.archivero.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link Year}. */
public final class YearValidator implements ConstraintValidator<Year, Integer> {
    /** For the validation provider. */
    public YearValidator() {}

    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
        return value == null || (value >= 1900 && value <= 2200);
    }
}
