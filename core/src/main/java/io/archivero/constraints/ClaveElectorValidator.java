package io.archivero.constraints;

import io.archivero.internal.CalendarDates;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link ClaveElector}, character by character. */
public final class ClaveElectorValidator implements ConstraintValidator<ClaveElector, CharSequence> {
    private static final int LENGTH = 18;
    private static final int DATE = 6;
    private static final int STATE = 12;
    private static final int SEX = 14;
    private static final int SERIAL = 15;

    /** For the validation provider. */
    public ClaveElectorValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || isClaveElector(value);
    }

    static boolean isClaveElector(CharSequence clave) {
        return clave.length() == LENGTH
                && hasForm(clave)
                && (CalendarDates.ofShort(1900, clave, DATE) != null
                        || CalendarDates.ofShort(2000, clave, DATE) != null);
    }

    /** Tells whether somebody born that day could have that clave de elector, which leaves the century open. */
    static boolean agrees(CharSequence claveElector, LocalDate birthDate) {
        return birthDate.equals(CalendarDates.ofShort(1900, claveElector, DATE))
                || birthDate.equals(CalendarDates.ofShort(2000, claveElector, DATE));
    }

    private static boolean hasForm(CharSequence clave) {
        for (int i = 0; i < DATE; i++) {
            if (clave.charAt(i) < 'A' || clave.charAt(i) > 'Z') {
                return false;
            }
        }
        char sex = clave.charAt(SEX);
        return CalendarDates.areDigits(clave, DATE, SEX)
                && isState(CalendarDates.twoDigits(clave, STATE))
                && (sex == 'H' || sex == 'M')
                && CalendarDates.areDigits(clave, SERIAL, LENGTH);
    }

    private static boolean isState(int state) {
        return (state >= 1 && state <= 32) || state == 87 || state == 88;
    }
}
