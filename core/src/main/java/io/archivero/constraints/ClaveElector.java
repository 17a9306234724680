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

/**
 * The text is a <i>clave de elector</i>, the number of a Mexican voter. It has 18 characters, upper case, A to Z and 0
 * to 9 only:
 *
 * <ul>
 *   <li>six letters of the name (X stands for Ñ);
 *   <li>the birth date as {@code yyMMdd}, which must exist in 19yy or in 20yy: the number does not tell which;
 *   <li>the state of birth, 01 to 32, or 87 or 88 for born abroad;
 *   <li>{@code H} or {@code M};
 *   <li>three digits.
 * </ul>
 */
@Documented
@Constraint(validatedBy = ClaveElectorValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface ClaveElector {
    /** Returns the message for a text that breaks the constraint. */
    String message() default "must be a clave de elector: 18 characters with a real birth date and a known state";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
