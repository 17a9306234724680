package io.archivero.benchmarks;

import io.archivero.DocumentUpsert;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a contender keeps its cards, reached past the contender: for filling, checking and cleaning, outside the timing. */
public interface Shelf {
    /**
     * A card as it is stored.
     *
     * @param content what the caller set
     * @param id the document's id
     * @param version its version
     * @param createdAt when it was created
     * @param updatedAt when it last changed
     */
    record Row(DocumentUpsert content, UUID id, long version, Instant createdAt, Instant updatedAt) {}

    /** Puts cards in that are not there yet. */
    void fill(List<DocumentUpsert> cards) throws SQLException;

    /** Returns what is stored under these external ids, by external id. */
    Map<String, Row> rows(Collection<String> externalIds) throws SQLException;

    /** Takes cards out. */
    void remove(Collection<String> externalIds) throws SQLException;

    /** Lets the database clear up what earlier rounds left behind. */
    default void tidy() throws SQLException {}
}
