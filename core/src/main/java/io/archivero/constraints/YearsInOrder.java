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
 * A voter card's years of registration, issue and expiration never decrease. A year that comes before the one it should
 * follow is reported; where one of the three is absent, its neighbours are compared.
 *
 * @see IneFields
 */
@Documented
@Constraint(validatedBy = YearsInOrderValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface YearsInOrder {
    /** Returns the message for a year that is too early. */
    String message() default "must not come before the year that precedes it on the card";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
