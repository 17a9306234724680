package io.archivero;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an environment are meant, and in which order. Starts as {@link #all()}; each method returns a new query
 * that asks for one thing more, and asking for the same thing again replaces it. Conditions combine by "and". Immutable.
 *
 * <p>Ranges include their beginning and exclude their end; either side may stay open. What no document can have, such as a type
 * with U+0000, or an end before the beginning, matches nothing. {@code toString} shows no value that a document may hold.
 */
public final class DocumentQuery {
    private static final DocumentQuery ALL = new DocumentQuery(new Parts());

    private final Parts parts;

    private DocumentQuery(Parts parts) {
        this.parts = parts;
    }

    /** Returns the query that matches every document, newest first. */
    public static DocumentQuery all() {
        return ALL;
    }

    /** Asks for the documents of one person or company. */
    public DocumentQuery clientId(UUID clientId) {
        return with(parts -> parts.clientId = Objects.requireNonNull(clientId, "clientId"));
    }

    /** Asks for the documents of one country's rules. */
    public DocumentQuery scope(Scope scope) {
        return with(parts -> parts.scope = Objects.requireNonNull(scope, "scope"));
    }

    /** Asks for one type of document, such as {@code ine}. */
    public DocumentQuery type(String type) {
        return with(parts -> parts.type = Objects.requireNonNull(type, "type"));
    }

    /** Asks for one category. */
    public DocumentQuery category(DocumentCategory category) {
        return with(parts -> parts.category = Objects.requireNonNull(category, "category"));
    }

    /** Asks for one status. */
    public DocumentQuery status(DocumentStatus status) {
        return with(parts -> parts.status = Objects.requireNonNull(status, "status"));
    }

    /** Asks for external ids that begin with exactly this text; {@code %} and {@code _} stand for themselves. */
    public DocumentQuery externalIdPrefix(String prefix) {
        return with(parts -> parts.externalIdPrefix = Objects.requireNonNull(prefix, "prefix"));
    }

    /** Asks for documents that expire on that day or later; one that never expires is not among them. */
    public DocumentQuery expiresFrom(LocalDate first) {
        return with(parts -> parts.expiresFrom = Objects.requireNonNull(first, "first"));
    }

    /** Asks for documents that expire before that day: those that {@link Document#isExpiredOn} it. */
    public DocumentQuery expiresBefore(LocalDate end) {
        return with(parts -> parts.expiresBefore = Objects.requireNonNull(end, "end"));
    }

    /** Asks for documents that were created then or later. */
    public DocumentQuery createdFrom(Instant first) {
        return with(parts -> parts.createdFrom = Objects.requireNonNull(first, "first"));
    }

    /** Asks for documents that were created before that. */
    public DocumentQuery createdBefore(Instant end) {
        return with(parts -> parts.createdBefore = Objects.requireNonNull(end, "end"));
    }

    /** Asks for documents that last changed then or later. */
    public DocumentQuery updatedFrom(Instant first) {
        return with(parts -> parts.updatedFrom = Objects.requireNonNull(first, "first"));
    }

    /** Asks for documents that last changed before that. */
    public DocumentQuery updatedBefore(Instant end) {
        return with(parts -> parts.updatedBefore = Objects.requireNonNull(end, "end"));
    }

    /**
     * Asks for documents whose {@code metadata} has this key, at its top level, with exactly this value. Numbers compare by value, and
     * null stands for JSON's null: a document without the key is not meant. Several keys combine by "and".
     *
     * @param value a {@code String}, {@code Boolean}, finite {@code Number} of {@code java.lang} or {@code java.math}, or null
     * @throws IllegalArgumentException if the value is anything else
     */
    public DocumentQuery metadata(String key, @Nullable Object value) {
        Objects.requireNonNull(key, "key");
        var entries = new LinkedHashMap<String, @Nullable Object>(parts.metadata.asMap());
        entries.put(key, requireScalar(value));
        return with(parts -> parts.metadata = json(entries));
    }

    /** Asks for the documents that were created last to come first, as they do unless told otherwise. */
    public DocumentQuery newestFirst() {
        return with(parts -> parts.oldestFirst = false);
    }

    /** Asks for the documents that were created first to come first. */
    public DocumentQuery oldestFirst() {
        return with(parts -> parts.oldestFirst = true);
    }

    /** Returns the person or company asked for, or null for any. */
    public @Nullable UUID clientId() {
        return parts.clientId;
    }

    /** Returns the country asked for, or null for any. */
    public @Nullable Scope scope() {
        return parts.scope;
    }

    /** Returns the type asked for, or null for any. */
    public @Nullable String type() {
        return parts.type;
    }

    /** Returns the category asked for, or null for any or none. */
    public @Nullable DocumentCategory category() {
        return parts.category;
    }

    /** Returns the status asked for, or null for any. */
    public @Nullable DocumentStatus status() {
        return parts.status;
    }

    /** Returns the beginning of the external ids asked for, or null for any. */
    public @Nullable String externalIdPrefix() {
        return parts.externalIdPrefix;
    }

    /** Returns the first day of expiry asked for, or null for any. */
    public @Nullable LocalDate expiresFrom() {
        return parts.expiresFrom;
    }

    /** Returns the day before which to expire, or null for any. */
    public @Nullable LocalDate expiresBefore() {
        return parts.expiresBefore;
    }

    /** Returns the first time of creation asked for, or null for any. */
    public @Nullable Instant createdFrom() {
        return parts.createdFrom;
    }

    /** Returns the time before which to be created, or null for any. */
    public @Nullable Instant createdBefore() {
        return parts.createdBefore;
    }

    /** Returns the first time of change asked for, or null for any. */
    public @Nullable Instant updatedFrom() {
        return parts.updatedFrom;
    }

    /** Returns the time before which to be changed last, or null for any. */
    public @Nullable Instant updatedBefore() {
        return parts.updatedBefore;
    }

    /** Returns the entries of {@code metadata} asked for; without keys for any. */
    public JsonObject metadata() {
        return parts.metadata;
    }

    /** Tells whether the documents come in the order of their creation, rather than the other way round. */
    public boolean isOldestFirst() {
        return parts.oldestFirst;
    }

    private static @Nullable Object requireScalar(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number) {
            return value;
        }
        throw new IllegalArgumentException("value must be a String, a Number, a Boolean or null");
    }

    private static JsonObject json(LinkedHashMap<String, @Nullable Object> entries) {
        try {
            return JsonObject.of(entries);
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException("value must be a number that JSON has");
        }
    }

    private DocumentQuery with(Consumer<Parts> change) {
        var copy = new Parts(parts);
        change.accept(copy);
        return new DocumentQuery(copy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentQuery that && parts.list().equals(that.parts.list());
    }

    @Override
    public int hashCode() {
        return parts.list().hashCode();
    }

    @Override
    public String toString() {
        return "DocumentQuery[scope=" + parts.scope + ", category=" + parts.category + ", status=" + parts.status + ", "
                + (parts.oldestFirst ? "oldest" : "newest") + " first]";
    }

    /** What a query asks for; changed only before the query is made. */
    private static final class Parts {
        @Nullable UUID clientId;

        @Nullable Scope scope;

        @Nullable String type;

        @Nullable DocumentCategory category;

        @Nullable DocumentStatus status;

        @Nullable String externalIdPrefix;

        @Nullable LocalDate expiresFrom;

        @Nullable LocalDate expiresBefore;

        @Nullable Instant createdFrom;

        @Nullable Instant createdBefore;

        @Nullable Instant updatedFrom;

        @Nullable Instant updatedBefore;

        JsonObject metadata = JsonObject.EMPTY;
        boolean oldestFirst;

        Parts() {}

        Parts(Parts other) {
            clientId = other.clientId;
            scope = other.scope;
            type = other.type;
            category = other.category;
            status = other.status;
            externalIdPrefix = other.externalIdPrefix;
            expiresFrom = other.expiresFrom;
            expiresBefore = other.expiresBefore;
            createdFrom = other.createdFrom;
            createdBefore = other.createdBefore;
            updatedFrom = other.updatedFrom;
            updatedBefore = other.updatedBefore;
            metadata = other.metadata;
            oldestFirst = other.oldestFirst;
        }

        List<@Nullable Object> list() {
            return Arrays.asList(
                    clientId,
                    scope,
                    type,
                    category,
                    status,
                    externalIdPrefix,
                    expiresFrom,
                    expiresBefore,
                    createdFrom,
                    createdBefore,
                    updatedFrom,
                    updatedBefore,
                    metadata,
                    oldestFirst);
        }
    }
}
