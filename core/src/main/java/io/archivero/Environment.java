package io.archivero;

import java.util.Locale;

/** Keeps test documents and live documents apart: nothing ever crosses from one to the other. */
public enum Environment {
    /** Documents of trials and test suites. */
    TEST,
    /** Documents of real people and companies. */
    LIVE;

    /** Returns the lower-case form that stands on the wire and in the table, for example {@code live}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
