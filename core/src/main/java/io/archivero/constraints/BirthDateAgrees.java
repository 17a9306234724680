package io.archivero.constraints;

import io.archivero.IneFields;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The date of birth on a voter card is the one that its CURP and its clave de elector tell. Where it is not, the number
 * that disagrees is reported. A number that is none (see {@link Curp}, {@link ClaveElector}) tells no date, so it is
 * not reported twice.
 *
 * @see IneFields
 */
@Documented
@Constraint(validatedBy = BirthDateAgreesValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BirthDateAgrees {
    /** Returns the message for a number that disagrees. */
    String message() default "must tell the same date as dateOfBirth";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
