package io.archivero.testkit.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call told about one document.
 *
 * @param kind what it told
 * @param key whose: environment and external id
 * @param state the state that it showed, if it showed one
 * @param mark of a write that nobody knows the fate of, what it would leave in the document
 * @param guard the expected version of a write or a conflict; the source version of an item that came too late
 */
public record Fact(
        Kind kind,
        String key,
        @Nullable SeenState state,
        @Nullable String mark,
        @Nullable Long guard) {
    /** What calls tell. */
    public enum Kind {
        /** The call created it. */
        CREATED,
        /** The call changed it. */
        UPDATED,
        /** It was so while the call ran. */
        SEEN,
        /** It was at another version than the call expected. */
        CONFLICTED,
        /** It had a higher source version than the item. */
        STALE,
        /** It was not there. */
        ABSENT,
        /** The call may have written it, now or later. */
        MAYBE_WRITTEN,
        /** The call removed it. */
        DELETED,
        /** The call may have removed it, now or later. */
        MAYBE_DELETED
    }

    private static final String SEPARATOR = "|";

    /** Refuses nulls where something must be, and keys that would break a line. */
    public Fact {
        Objects.requireNonNull(kind, "kind");
        if (key.contains(SEPARATOR) || key.contains("\t") || key.contains("\n")) {
            throw new IllegalArgumentException("a key must not have a separator");
        }
    }

    /** The call created the document. */
    public static Fact created(String key, SeenState state, @Nullable Long expectedVersion) {
        return new Fact(Kind.CREATED, key, state, null, expectedVersion);
    }

    /** The call changed the document. */
    public static Fact updated(String key, SeenState state, @Nullable Long expectedVersion) {
        return new Fact(Kind.UPDATED, key, state, null, expectedVersion);
    }

    /** The document was so while the call ran. */
    public static Fact seen(String key, SeenState state) {
        return new Fact(Kind.SEEN, key, state, null, null);
    }

    /** The document, if it was there at all, was at another version than the call expected. */
    public static Fact conflicted(String key, @Nullable SeenState state, long expectedVersion) {
        return new Fact(Kind.CONFLICTED, key, state, null, expectedVersion);
    }

    /** The document had a higher source version than the item. */
    public static Fact stale(String key, SeenState state, long sourceVersion) {
        return new Fact(Kind.STALE, key, state, null, sourceVersion);
    }

    /** The document was not there. */
    public static Fact absent(String key) {
        return new Fact(Kind.ABSENT, key, null, null, null);
    }

    /** The document may have been written, now or later. */
    public static Fact maybeWritten(String key, String mark) {
        return new Fact(Kind.MAYBE_WRITTEN, key, null, mark, null);
    }

    /** The call removed the document. */
    public static Fact deleted(String key) {
        return new Fact(Kind.DELETED, key, null, null, null);
    }

    /** The document may have been removed, now or later. */
    public static Fact maybeDeleted(String key) {
        return new Fact(Kind.MAYBE_DELETED, key, null, null, null);
    }

    boolean isWrite() {
        return kind == Kind.CREATED || kind == Kind.UPDATED;
    }

    boolean isUncertain() {
        return kind == Kind.MAYBE_WRITTEN || kind == Kind.MAYBE_DELETED;
    }

    String toText() {
        return String.join(
                SEPARATOR,
                kind.name(),
                key,
                state == null ? "" : state.toText(),
                mark == null ? "" : mark,
                guard == null ? "" : guard.toString());
    }

    static Fact parse(String text) {
        var parts = text.split("\\" + SEPARATOR, -1);
        return new Fact(
                Kind.valueOf(parts[0]),
                parts[1],
                parts[2].isEmpty() ? null : SeenState.parse(parts[2]),
                parts[3].isEmpty() ? null : parts[3],
                parts[4].isEmpty() ? null : Long.valueOf(parts[4]));
    }
}
