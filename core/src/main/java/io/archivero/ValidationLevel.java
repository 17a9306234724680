package io.archivero;

/** How strictly the {@code fields} of registered document types are judged. */
public enum ValidationLevel {
    /** JSON types, real dates, integer years, lengths: whatever the constraints of the default group ask. */
    BASIC,
    /** {@link #BASIC} and the official formats: the constraints of the group {@link io.archivero.constraints.Strict} too. */
    STRICT
}
