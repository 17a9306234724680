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
 * The text is a CURP (<i>Clave Única de Registro de Población</i>), Mexico's personal number, such as
 * {@code HEGG560427MVZRRL04}. It has 18 characters, upper case, A to Z and 0 to 9 only:
 *
 * <ul>
 *   <li>four letters of the name (X stands for Ñ);
 *   <li>the birth date as {@code yyMMdd}, which must exist;
 *   <li>{@code H}, {@code M} or {@code X};
 *   <li>the state of birth, two letters, or {@code NE} for born abroad;
 *   <li>three consonants of the name;
 *   <li>a digit for the births of 1900 to 1999, a letter for those of 2000 to 2099;
 *   <li>a check digit.
 * </ul>
 */
@Documented
@Constraint(validatedBy = CurpValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface Curp {
    /** Returns the message for a text that breaks the constraint. */
    String message() default
            "must be a CURP: 18 characters with a real birth date, a known state and the right check digit";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};
}
