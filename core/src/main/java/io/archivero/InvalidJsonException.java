package io.archivero;

/** A text or map is not one JSON object. The message and the fields name what is wrong and where, never the content. */
public final class InvalidJsonException extends ArchiveroException {
    private static final long serialVersionUID = 1L;

    /** What can be wrong with it. */
    public enum Code {
        /** Not well-formed JSON (RFC 8259), or something follows it. */
        SYNTAX,
        /** Well-formed JSON, but not an object. */
        NOT_AN_OBJECT,
        /** A key occurs twice in one object. */
        DUPLICATE_KEY,
        /** Nests deeper than {@link Limits#PARSER_DEPTH}. */
        TOO_DEEP,
        /** A Java value that JSON has no form for, such as NaN, a null key, or an object of a foreign class. */
        UNSUPPORTED_VALUE
    }

    /** What is wrong. */
    private final Code code;
    /** Where, in characters from 0, or -1. */
    private final long position;

    /** Creates the exception; {@code position} counts the text's characters from 0, and is -1 where there is no text. */
    public InvalidJsonException(Code code, long position) {
        super("not a JSON object: " + code + (position < 0 ? "" : " at character " + position), null);
        this.code = code;
        this.position = position;
    }

    /** Returns what is wrong. */
    public Code code() {
        return code;
    }

    /** Returns where it was noticed, in characters from 0; -1 when the JSON did not come as a text. */
    public long position() {
        return position;
    }
}
