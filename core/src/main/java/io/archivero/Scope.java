package io.archivero;

/** The country whose rules apply to a document. Its {@link #name()} is also its wire form. */
public enum Scope {
    /** Mexico. */
    MX,
    /** The United States of America. */
    US
}
