package io.archivero.testkit;

import io.archivero.DocumentRepository;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A store of many documents, to see what a query costs in it. The documents are those of {@code LIVE}, written past the repository since there
 * are so many; {@code TEST} has a tenth of them, alike but for the environment.
 *
 * <p>Document number i of n, counted from 0, has the external id {@code doc-} and i with eight digits; was created i seconds after {@link #START}; last
 * changed, in no order, a whole number of seconds after that; and belongs to group i modulo n / {@value #GROUP}, which decides on
 *
 * <ul>
 *   <li>the client: the UUID that has the number of the group for its least significant bits, and nothing else;
 *   <li>the status: verified, but pending for a review in group 0;
 *   <li>the day of expiry: so many days after {@link #FIRST_DAY};
 *   <li>the metadata: the number of the group as {@code group}, and i as {@code number}.
 * </ul>
 */
public interface LargeStore {
    /** How many documents a group has. */
    int GROUP = 100;

    /** When the first document was created. */
    Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** When the documents of the first group expire. */
    LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    /** The system property that says how many documents there are: for a test that takes its time. */
    String SIZE_PROPERTY = "archivero.volume";

    /** Returns how many documents a store should have: {@value #SIZE_PROPERTY}, or 50,000. */
    static int size() {
        return Integer.getInteger(SIZE_PROPERTY, 50_000);
    }

    /** Returns the repository. */
    DocumentRepository repository();

    /** Creates the indexes that a host may do without, by the backend's own script. */
    void addOptionalIndexes();

    /** Runs a call and returns how many rows of the table the database looked at for it. */
    long rowsVisited(Runnable call);
}
