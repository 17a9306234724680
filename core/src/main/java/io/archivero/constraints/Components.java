package io.archivero.constraints;

import jakarta.validation.ConstraintValidatorContext;

/** Reports what is wrong with a record at the component where a reader will look for it. */
final class Components {
    private Components() {}

    static void report(ConstraintValidatorContext context, String component) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(component)
                .addConstraintViolation();
    }
}
