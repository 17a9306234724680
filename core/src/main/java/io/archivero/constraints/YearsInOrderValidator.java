package io.archivero.constraints;

import io.archivero.IneFields;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link YearsInOrder}. */
public final class YearsInOrderValidator implements ConstraintValidator<YearsInOrder, IneFields> {
    /** For the validation provider. */
    public YearsInOrderValidator() {}

    @Override
    public boolean isValid(@Nullable IneFields card, ConstraintValidatorContext context) {
        if (card == null) {
            return true;
        }
        var registration = card.registrationYear();
        var issue = card.issueYear();
        boolean issueInOrder = inOrder(registration, issue);
        boolean expirationInOrder = inOrder(issue == null ? registration : issue, card.expirationYear());
        if (!issueInOrder) {
            Components.report(context, "issueYear");
        }
        if (!expirationInOrder) {
            Components.report(context, "expirationYear");
        }
        return issueInOrder && expirationInOrder;
    }

    private static boolean inOrder(@Nullable Integer earlier, @Nullable Integer later) {
        return earlier == null || later == null || earlier <= later;
    }
}
