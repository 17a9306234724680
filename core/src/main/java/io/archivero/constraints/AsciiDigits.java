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

/** The text has {@link #min} to {@link #max} characters, all of them digits from 0 to 9, and of no other script. */
@Documented
@Constraint(validatedBy = AsciiDigitsValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface AsciiDigits {
    /** Returns how many digits it must have at least. */
    int min();

    /** Returns how many digits it may have at most. */
    int max();

    /** Returns the message for a text that breaks the constraint. */
    String message() default "must be {min} to {max} digits";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
