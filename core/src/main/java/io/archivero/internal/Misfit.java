package io.archivero.internal;

import io.archivero.Violation;
import io.archivero.ViolationCodes;

/**
 * Why a JSON value does not fit its place; the answer of a {@link Decoder} instead of a value.
 *
 * @param code one of {@link ViolationCodes}
 * @param path where in the value, as a JSON Pointer; empty for the value itself
 * @param message what is wrong, without the value
 */
record Misfit(String code, String path, String message) {
    static final Misfit REQUIRED = new Misfit(ViolationCodes.REQUIRED, "", "is required");

    static Misfit type(String message) {
        return new Misfit(ViolationCodes.TYPE, "", message);
    }

    static Misfit range(String message) {
        return new Misfit(ViolationCodes.RANGE, "", message);
    }

    /** Returns the violation, for the place where the value stands. */
    Violation at(String pointer) {
        return new Violation(code, pointer + path, message);
    }
}
