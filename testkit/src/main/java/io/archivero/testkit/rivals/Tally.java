package io.archivero.testkit.rivals;

import io.archivero.RepositoryListener;
import io.archivero.RetryEvent;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts what rivals are told, by name. It is a listener of their repository, too, and counts the retries that they are not told of, by
 * SQLSTATE. Safe for use by many threads.
 */
public final class Tally implements RepositoryListener {
    /** Writes that were carried out. */
    public static final String ACKNOWLEDGED = "acknowledged";
    /** Writes that were refused for what was in them or stored: nothing was written. */
    public static final String REFUSED = "refused";
    /** Reads that were answered. */
    public static final String READ = "read";
    /** Calls that ended in {@code StoreUnavailableException}: nothing was written. */
    public static final String UNAVAILABLE = "unavailable";
    /** Calls that ended in {@code DocumentStoreException} itself: nothing was written. */
    public static final String FAILED = "failed";
    /** Calls that ended in {@code UnknownOutcomeException}. */
    public static final String UNKNOWN = "unknown";
    /** Of all these, the ones that were told of a deadlock. */
    public static final String DEADLOCK = "deadlock";
    /** Calls that ended in any other way, which is wrong. */
    public static final String UNDOCUMENTED = "undocumented";
    /** Retries that no caller was told of; the SQLSTATE follows. */
    public static final String RETRY = "retry ";

    /** PostgreSQL's SQLSTATE for a deadlock. H2 gives it the one of any serialization failure. */
    public static final String POSTGRES_DEADLOCK = "40P01";

    /** H2's own code for a deadlock. */
    private static final int H2_DEADLOCK = 40001;

    private final Map<String, Long> counts = new TreeMap<>();
    private @Nullable Throwable firstUndocumented;

    /** Creates one that has counted nothing. */
    public Tally() {}

    /** Counts one more of these. */
    public void count(String name) {
        add(name, 1);
    }

    /** Counts so many more of these. */
    public synchronized void add(String name, long number) {
        counts.merge(name, number, Long::sum);
    }

    /** Counts what another has counted. */
    public void addAll(Tally other) {
        other.counts().forEach(this::add);
    }

    /** Returns how many of these were counted. */
    public synchronized long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** Returns all that was counted. */
    public synchronized Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    @Override
    public void onRetry(RetryEvent retry) {
        count(RETRY + retry.reason());
    }

    /** Counts a failure under a name, and once more if it is a deadlock. */
    void failed(String name, Throwable failure) {
        count(name);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (POSTGRES_DEADLOCK.equals(sql.getSQLState()) || sql.getErrorCode() == H2_DEADLOCK)) {
                count(DEADLOCK);
                return;
            }
        }
    }

    synchronized void undocumented(Throwable failure) {
        count(UNDOCUMENTED);
        if (firstUndocumented == null) {
            firstUndocumented = failure;
        }
    }

    /** Returns the first of the undocumented failures, if there was one in this process. */
    public synchronized @Nullable Throwable firstUndocumented() {
        return firstUndocumented;
    }

    /** Returns one line for {@link #parse}. */
    public synchronized String toText() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Reads what another process has counted. */
    public static Tally parse(String text) {
        var tally = new Tally();
        for (var part : text.split(";")) {
            int equals = part.lastIndexOf('=');
            if (equals > 0) {
                tally.add(part.substring(0, equals), Long.parseLong(part.substring(equals + 1)));
            }
        }
        return tally;
    }

    @Override
    public String toString() {
        return toText();
    }
}
