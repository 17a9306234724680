package io.archivero.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to find the documents of a list, each by an index of its own. The library chooses, and the statements are made so
 * that a database can hardly do it another way: one that knows little of the data, or nothing of the values, often guesses wrong.
 *
 * <p>Where an index has the documents in the order of the list, reading stops at the end of the page. Where it has not, its
 * documents are sorted for each page; that way is only taken if they are {@link #FEW}, and seen to be few before.
 *
 * <p>All other conditions are checked document by document. They hide in a {@code coalesce}, where no planner looks for an estimate.
 */
enum Drive {
    /** Goes through the whole environment. */
    EVERYTHING("", "", null),
    /** Goes through the documents of one client. */
    CLIENT("d.client_id = :clientId", "d.client_id", null),
    /** Goes through the documents of one status. */
    STATUS("d.status = :status", "d.status", "archivero_documents_status_id"),
    /** Collects the documents whose external ids begin alike. */
    PREFIX("d.external_id >= :prefix and d.external_id < :prefixEnd", null, null),
    /** Collects the documents that expire within a range. */
    EXPIRY("d.expires_at >= :expiryFirst and d.expires_at < :expiryEnd", null, "archivero_documents_expires_at_id"),
    /** Collects the documents that changed within a range. */
    CHANGE("d.updated_at >= :changeFirst and d.updated_at < :changeEnd", null, "archivero_documents_updated_at_id"),
    /** Collects the documents that have entries of metadata. */
    METADATA("cast(d.metadata as jsonb) @> cast(:metadata as jsonb)", null, "archivero_documents_metadata");

    /** Those whose index a host may do without; the first that applies is best. */
    static final List<Drive> OPTIONAL = List.of(EXPIRY, CHANGE, METADATA, STATUS);

    /** So many documents are sorted faster than as many matches are found among a million others. */
    static final int FEW = 1_000;

    private static final String ORDERED = """
            select <columns>
            from <documents> d
            where %1$s and d.id %2$s :after and d.id between :firstId and :lastId
              and coalesce(<filters> and <metadata>, false)
            order by d.environment %3$s, %4$s d.id %3$s
            limit :limit
            """;

    /** The offset keeps databases from taking the two selects for one, and another index for it. */
    private static final String SORTED = """
            select <columns>
            from (
              select d.*
              from <documents> d
              where %1$s
              offset 0) d
            where d.id %2$s :after
              and coalesce(<filters> and <metadata>, false)
            order by d.id %3$s
            limit :limit
            """;

    private static final String COUNT = """
            select count(*)
            from <documents> d
            where %1$s
              and coalesce(<filters> and <metadata>, false)
            """;

    private static final String COUNT_FEW = """
            select count(*)
            from (select 1 from <documents> d where %1$s limit :limit) few
            """;

    private final @Nullable String index;
    private final boolean ordered;
    private final String newestFirst;
    private final String oldestFirst;
    private final String count;
    private final String countFew;

    /**
     * @param condition what the index looks up besides the environment
     * @param column what the index has between the environment and the id; empty for nothing, null if it does not end in the id
     * @param index the index, if a host may do without
     */
    Drive(String condition, @Nullable String column, @Nullable String index) {
        var driving = "d.environment = :environment" + (condition.isEmpty() ? "" : " and " + condition);
        this.index = index;
        this.ordered = column != null;
        this.newestFirst = list(driving, column, "<", "desc");
        this.oldestFirst = list(driving, column, ">", "asc");
        this.count = COUNT.formatted(driving);
        this.countFew = COUNT_FEW.formatted(driving);
    }

    private static String list(String condition, @Nullable String column, String comparison, String direction) {
        if (column == null) {
            return SORTED.formatted(condition, comparison, direction);
        }
        var first = column.isEmpty() ? "" : column + " " + direction + ",";
        return ORDERED.formatted(condition, comparison, direction, first);
    }

    /** Returns the name of the index that a host may do without; null if every table has it. */
    @Nullable String index() {
        return index;
    }

    /** Tells whether the index has the documents in the order of the list. */
    boolean isOrdered() {
        return ordered;
    }

    /** Returns the statement of a page. */
    String list(boolean oldest) {
        return oldest ? oldestFirst : newestFirst;
    }

    /** Returns the statement that counts. */
    String count() {
        return count;
    }

    /** Returns the statement that counts what the index looks up, but not beyond a limit. */
    String countFew() {
        return countFew;
    }
}
