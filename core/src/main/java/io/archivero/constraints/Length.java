package io.archivero.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text has {@link #min} to {@link #max} characters, counted as code points: unlike {@code @Size}, which counts
 * UTF-16 units, a character outside the basic plane is one. On {@link io.archivero.IneFields} as a whole, each of its texts has.
 */
@Documented
@Constraint(validatedBy = {LengthValidator.class, IneFieldsLengthValidator.class})
@Repeatable(Length.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
public @interface Length {
    /** Returns how many characters it must have at least. */
    int min() default 0;

    /** Returns how many characters it may have at most. */
    int max();

    /** Returns the message for a text that breaks the constraint. */
    String message() default "must have {min} to {max} characters";

    /** Returns the groups in which the constraint is evaluated. */
    Class<?>[] groups() default {};

    /** Returns what a validator's client attached. */
    Class<? extends Payload>[] payload() default {};

    /** Several of them on one element. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ANNOTATION_TYPE, FIELD, METHOD, PARAMETER, TYPE_USE})
    @interface List {
        /** Returns them. */
        Length[] value();
    }
}
