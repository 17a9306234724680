package io.archivero.spi;

import io.archivero.Document;
import org.jspecify.annotations.Nullable;

/**
 * One change on its way into a store: to which document, and what it makes of it. A store knows no more of it than this, so
 * upserts and the steps of a document's life are written by the same path. Immutable.
 */
public interface WriteRow {
    /** Returns the external id of the document that is meant: fault-free, and unique among the rows of one call. */
    String externalId();

    /**
     * Decides what becomes of the document, given what is stored under its external id now. Pure: a store asks again when a rival
     * came between reading and writing.
     */
    WritePlan against(@Nullable Document stored);
}
