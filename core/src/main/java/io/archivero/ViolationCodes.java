package io.archivero;

/**
 * The stable list of {@link Violation#code() codes} that the library itself reports. A constraint on a registered document
 * type adds its own: the annotation's simple name in snake case, so {@code @NotBlank} is {@code not_blank} and
 * {@code @Curp} is {@code curp}.
 */
public final class ViolationCodes {
    /** A required attribute is missing. */
    public static final String REQUIRED = "required";
    /** A text holds U+0000, which no database of ours stores. */
    public static final String NULL_CHARACTER = "null_character";
    /** A text holds half of a surrogate pair, which is no character. */
    public static final String UNPAIRED_SURROGATE = "unpaired_surrogate";
    /** A text has too few or too many code points. */
    public static final String LENGTH = "length";
    /** A text has a character that is not allowed there. */
    public static final String CHARACTER = "character";
    /** A value is none of those allowed. */
    public static final String NOT_ALLOWED = "not_allowed";
    /** A number or date lies outside its range. */
    public static final String RANGE = "range";
    /** A JSON value has another type than its place asks for. */
    public static final String TYPE = "type";
    /** A text is no date of the calendar in the form {@code 2023-12-25}. */
    public static final String DATE = "date";
    /** A text is no UUID. */
    public static final String UUID = "uuid";
    /** JSON nests deeper than {@link Limits#maxDepth()}. */
    public static final String JSON_DEPTH = "json_depth";
    /** JSON is larger than {@link Limits#maxJsonBytes()}. */
    public static final String JSON_SIZE = "json_size";
    /** A JSON number has more significant digits than {@link Limits#maxNumberDigits()}. */
    public static final String NUMBER_DIGITS = "number_digits";
    /** A JSON number has an exponent beyond {@link Limits#maxNumberExponent()}. */
    public static final String NUMBER_EXPONENT = "number_exponent";
    /** A key occurs twice in one JSON object. */
    public static final String DUPLICATE_KEY = "duplicate_key";
    /** An item on the wire has a key that the format does not know. */
    public static final String UNKNOWN_KEY = "unknown_key";
    /** The external id occurs more than once in the batch. */
    public static final String DUPLICATE_EXTERNAL_ID = "duplicate_external_id";
    /** The expected version does not hold. */
    public static final String EXPECTED_VERSION = "expected_version";
    /** There is no document under that external id. */
    public static final String NOT_FOUND = "not_found";
    /** The document cannot go from the state it is in to the one asked for. */
    public static final String ILLEGAL_TRANSITION = "illegal_transition";
    /** The database refused the row; the message carries its SQLSTATE. */
    public static final String DATABASE = "database";

    private ViolationCodes() {}
}
