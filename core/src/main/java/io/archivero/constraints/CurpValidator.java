package io.archivero.constraints;

import io.archivero.internal.CalendarDates;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link Curp}: the length first, then character by character, without a regular expression. */
public final class CurpValidator implements ConstraintValidator<Curp, CharSequence> {
    private static final int LENGTH = 18;
    private static final int DATE = 4;
    private static final int SEX = 10;
    private static final int STATE = 11;
    private static final int CONSONANTS = 13;
    private static final int CENTURY = 16;
    private static final int CHECK_DIGIT = 17;

    private static final String STATES =
            "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NE NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS";
    /** By (first letter - A) x 26 + (second letter - A). */
    private static final boolean[] IS_STATE = new boolean[26 * 26];

    static {
        for (int i = 0; i < STATES.length(); i += 3) {
            IS_STATE[stateIndex(STATES, i)] = true;
        }
    }

    /** For the validation provider. */
    public CurpValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || birthDate(value) != null;
    }

    /** Returns the birth date that a CURP tells, or null if the text is no CURP. */
    static @Nullable LocalDate birthDate(CharSequence curp) {
        if (curp.length() != LENGTH || !hasForm(curp) || checkDigit(curp) != curp.charAt(CHECK_DIGIT) - '0') {
            return null;
        }
        int century = isDigit(curp.charAt(CENTURY)) ? 1900 : 2000;
        return CalendarDates.ofShort(century, curp, DATE);
    }

    private static boolean hasForm(CharSequence curp) {
        for (int i = 0; i < DATE; i++) {
            if (!isLetter(curp.charAt(i))) {
                return false;
            }
        }
        for (int i = CONSONANTS; i < CENTURY; i++) {
            if (!isConsonant(curp.charAt(i))) {
                return false;
            }
        }
        char sex = curp.charAt(SEX);
        char century = curp.charAt(CENTURY);
        return CalendarDates.areDigits(curp, DATE, SEX)
                && (sex == 'H' || sex == 'M' || sex == 'X')
                && isLetter(curp.charAt(STATE))
                && isLetter(curp.charAt(STATE + 1))
                && IS_STATE[stateIndex(curp, STATE)]
                && (isDigit(century) || isLetter(century));
    }

    private static int checkDigit(CharSequence curp) {
        int sum = 0;
        for (int i = 0; i < CHECK_DIGIT; i++) {
            sum += valuation(curp.charAt(i)) * (LENGTH - i);
        }
        return (10 - sum % 10) % 10;
    }

    /** The place in {@code 0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ}: no CURP contains Ñ, but it moves what follows it. */
    private static int valuation(char c) {
        return isDigit(c) ? c - '0' : c - 'A' + (c <= 'N' ? 10 : 11);
    }

    private static int stateIndex(CharSequence text, int at) {
        return (text.charAt(at) - 'A') * 26 + text.charAt(at + 1) - 'A';
    }

    private static boolean isConsonant(char c) {
        return isLetter(c) && c != 'A' && c != 'E' && c != 'I' && c != 'O' && c != 'U';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
