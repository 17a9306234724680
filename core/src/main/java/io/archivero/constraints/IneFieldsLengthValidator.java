package io.archivero.constraints;

import io.archivero.IneFields;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link Length} for all texts of a voter card at once: to ask for each costs a validator more than to look at it. */
public final class IneFieldsLengthValidator implements ConstraintValidator<Length, IneFields> {
    private int min;
    private int max;

    /** For the validation provider. */
    public IneFieldsLengthValidator() {}

    @Override
    public void initialize(Length length) {
        min = length.min();
        max = length.max();
    }

    @Override
    public boolean isValid(@Nullable IneFields card, ConstraintValidatorContext context) {
        if (card == null) {
            return true;
        }
        // Each is asked, whatever the others say: every component that does not fit is reported.
        boolean fits = fits(card.claveElector(), "claveElector", context);
        fits = fits(card.curp(), "curp", context) && fits;
        fits = fits(card.fullName(), "fullName", context) && fits;
        fits = fits(card.paternalSurname(), "paternalSurname", context) && fits;
        fits = fits(card.maternalSurname(), "maternalSurname", context) && fits;
        fits = fits(card.givenNames(), "givenNames", context) && fits;
        fits = fits(card.birthState(), "birthState", context) && fits;
        fits = fits(card.street(), "street", context) && fits;
        fits = fits(card.exteriorNumber(), "exteriorNumber", context) && fits;
        fits = fits(card.interiorNumber(), "interiorNumber", context) && fits;
        fits = fits(card.neighborhood(), "neighborhood", context) && fits;
        fits = fits(card.municipality(), "municipality", context) && fits;
        fits = fits(card.state(), "state", context) && fits;
        fits = fits(card.postalCode(), "postalCode", context) && fits;
        fits = fits(card.section(), "section", context) && fits;
        return fits;
    }

    private boolean fits(@Nullable String text, String component, ConstraintValidatorContext context) {
        if (text == null || LengthValidator.fits(text, min, max)) {
            return true;
        }
        Components.report(context, component);
        return false;
    }
}
