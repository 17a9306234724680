package io.archivero.testkit;

import io.archivero.DocumentUpsert;
import io.archivero.ItemResult;
import io.archivero.Violation;

/**
 * An item that breaks a rule, and the rule.
 *
 * @param item the item; everything else about it is good
 * @param code the {@link Violation#code()} it must be answered with
 * @param path the {@link Violation#path()} it must be answered with
 */
public record InvalidItem(DocumentUpsert item, String code, String path) {
    /** Tells whether an answer names the rule and the place. */
    public boolean isNamedBy(ItemResult result) {
        return result.violations().stream()
                .anyMatch(violation ->
                        violation.code().equals(code) && violation.path().equals(path));
    }

    @Override
    public String toString() {
        return "InvalidItem[" + code + " at " + path + "]";
    }
}
