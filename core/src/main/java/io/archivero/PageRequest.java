package io.archivero;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted. {@code toString} does not show the cursor, which may be any text from outside.
 *
 * @param cursor where the page before ended ({@link DocumentPage#nextCursor}); null for the first page
 * @param limit how many documents the page may have: 1 to {@value #MAX_LIMIT}
 * @param wantsTotalCount whether to count all documents that the query matches too, which costs a look at each of them
 */
public record PageRequest(@Nullable String cursor, int limit, boolean wantsTotalCount) {
    /** The most documents of one page. */
    public static final int MAX_LIMIT = 200;

    /**
     * Checks the limit; the cursor is looked at when the page is asked for.
     *
     * @throws IllegalArgumentException if the limit is out of its range
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /**
     * Asks for the first page.
     *
     * @throws IllegalArgumentException if the limit is not 1 to {@value #MAX_LIMIT}
     */
    public static PageRequest first(int limit) {
        return new PageRequest(null, limit, false);
    }

    /**
     * Asks for the page after another of the same query; the limit may be another.
     *
     * @param cursor the {@link DocumentPage#nextCursor} of that page
     * @throws IllegalArgumentException if the limit is not 1 to {@value #MAX_LIMIT}
     */
    public static PageRequest after(String cursor, int limit) {
        return new PageRequest(Objects.requireNonNull(cursor, "cursor"), limit, false);
    }

    /** Returns the same request, which asks for {@link DocumentPage#totalCount} too. */
    public PageRequest withTotalCount() {
        return new PageRequest(cursor, limit, true);
    }

    @Override
    public String toString() {
        return "PageRequest[" + (cursor == null ? "first" : "next") + " " + limit
                + (wantsTotalCount ? ", with total count" : "") + "]";
    }
}
