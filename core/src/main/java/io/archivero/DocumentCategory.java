package io.archivero;

import java.util.Locale;

/** What a document is good for, in the host's eyes. */
public enum DocumentCategory {
    /** Proves who somebody is. */
    IDENTITY,
    /** Concerns taxes. */
    TAX,
    /** Proves where somebody lives. */
    ADDRESS,
    /** Founds or describes a company. */
    INCORPORATION,
    /** Shows somebody's finances. */
    FINANCIAL,
    /** Records a consent. */
    CONSENT,
    /** Anything else. */
    OTHER;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** Returns the lower-case form that stands on the wire and in the table, for example {@code identity}. */
    public String wireName() {
        return wireName;
    }
}
