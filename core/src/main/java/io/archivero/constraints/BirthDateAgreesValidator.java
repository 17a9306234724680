package io.archivero.constraints;

import io.archivero.IneFields;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link BirthDateAgrees}. */
public final class BirthDateAgreesValidator implements ConstraintValidator<BirthDateAgrees, IneFields> {
    /** For the validation provider. */
    public BirthDateAgreesValidator() {}

    @Override
    public boolean isValid(@Nullable IneFields card, ConstraintValidatorContext context) {
        if (card == null || card.dateOfBirth() == null) {
            return true;
        }
        boolean curpAgrees = curpAgrees(card.curp(), card.dateOfBirth());
        boolean claveAgrees = claveAgrees(card.claveElector(), card.dateOfBirth());
        if (!curpAgrees) {
            Components.report(context, "curp");
        }
        if (!claveAgrees) {
            Components.report(context, "claveElector");
        }
        return curpAgrees && claveAgrees;
    }

    private static boolean curpAgrees(@Nullable String curp, LocalDate birthDate) {
        var told = curp == null ? null : CurpValidator.birthDate(curp);
        return told == null || told.equals(birthDate);
    }

    private static boolean claveAgrees(@Nullable String clave, LocalDate birthDate) {
        return clave == null
                || !ClaveElectorValidator.isClaveElector(clave)
                || ClaveElectorValidator.agrees(clave, birthDate);
    }
}
