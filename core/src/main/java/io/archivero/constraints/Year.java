package io.archivero.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number is a year that a document of our time can bear: 1900 to 2200. */
@Documented
@Constraint(validatedBy = YearValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface Year {
    /** Returns the message for a number that breaks the constraint. */
    String message() default "must be a year from 1900 to 2200";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
