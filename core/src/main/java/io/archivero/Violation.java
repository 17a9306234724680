package io.archivero;

import java.util.Objects;

/**
 * One rule that an item breaks.
 *
 * @param code what kind of rule, one of {@link ViolationCodes} or the name of a constraint in snake case; stable
 * @param path where: a JSON Pointer (RFC 6901) into the item such as {@code /fields/curp}; empty for the item as a whole
 * @param message what is wrong, in English; never repeats the offending value
 */
public record Violation(String code, String path, String message) {
    /** Refuses nulls. */
    public Violation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }
}
