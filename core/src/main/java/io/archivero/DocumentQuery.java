package io.archivero;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an environment are meant. Starts as {@link #all()}; each method returns a new query that asks for one
 * thing more, and asking for the same thing again replaces it. Conditions combine by "and". Immutable.
 */
public final class DocumentQuery {
    private static final DocumentQuery ALL = new DocumentQuery(new Builder());

    private final @Nullable UUID clientId;
    private final @Nullable Scope scope;
    private final @Nullable String type;
    private final @Nullable DocumentCategory category;
    private final @Nullable DocumentStatus status;
    private final @Nullable String externalIdPrefix;

    private DocumentQuery(Builder builder) {
        clientId = builder.clientId;
        scope = builder.scope;
        type = builder.type;
        category = builder.category;
        status = builder.status;
        externalIdPrefix = builder.externalIdPrefix;
    }

    /** Returns the query that matches every document. */
    public static DocumentQuery all() {
        return ALL;
    }

    /** Asks for the documents of one person or company. */
    public DocumentQuery clientId(UUID clientId) {
        var builder = new Builder(this);
        builder.clientId = Objects.requireNonNull(clientId, "clientId");
        return new DocumentQuery(builder);
    }

    /** Asks for the documents of one country's rules. */
    public DocumentQuery scope(Scope scope) {
        var builder = new Builder(this);
        builder.scope = Objects.requireNonNull(scope, "scope");
        return new DocumentQuery(builder);
    }

    /** Asks for one type of document, such as {@code ine}. */
    public DocumentQuery type(String type) {
        var builder = new Builder(this);
        builder.type = Objects.requireNonNull(type, "type");
        return new DocumentQuery(builder);
    }

    /** Asks for one category. */
    public DocumentQuery category(DocumentCategory category) {
        var builder = new Builder(this);
        builder.category = Objects.requireNonNull(category, "category");
        return new DocumentQuery(builder);
    }

    /** Asks for one status. */
    public DocumentQuery status(DocumentStatus status) {
        var builder = new Builder(this);
        builder.status = Objects.requireNonNull(status, "status");
        return new DocumentQuery(builder);
    }

    /** Asks for external ids that begin with exactly this text; {@code %} and {@code _} stand for themselves. */
    public DocumentQuery externalIdPrefix(String prefix) {
        var builder = new Builder(this);
        builder.externalIdPrefix = Objects.requireNonNull(prefix, "prefix");
        return new DocumentQuery(builder);
    }

    /** Returns the person or company asked for, or null for any. */
    public @Nullable UUID clientId() {
        return clientId;
    }

    /** Returns the country asked for, or null for any. */
    public @Nullable Scope scope() {
        return scope;
    }

    /** Returns the type asked for, or null for any. */
    public @Nullable String type() {
        return type;
    }

    /** Returns the category asked for, or null for any or none. */
    public @Nullable DocumentCategory category() {
        return category;
    }

    /** Returns the status asked for, or null for any. */
    public @Nullable DocumentStatus status() {
        return status;
    }

    /** Returns the beginning of the external ids asked for, or null for any. */
    public @Nullable String externalIdPrefix() {
        return externalIdPrefix;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentQuery that
                && Objects.equals(clientId, that.clientId)
                && scope == that.scope
                && Objects.equals(type, that.type)
                && category == that.category
                && status == that.status
                && Objects.equals(externalIdPrefix, that.externalIdPrefix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(clientId, scope, type, category, status, externalIdPrefix);
    }

    @Override
    public String toString() {
        return "DocumentQuery[scope=" + scope + ", category=" + category + ", status=" + status + "]";
    }

    /** The conditions while one of them is set. */
    private static final class Builder {
        @Nullable UUID clientId;

        @Nullable Scope scope;

        @Nullable String type;

        @Nullable DocumentCategory category;

        @Nullable DocumentStatus status;

        @Nullable String externalIdPrefix;

        Builder() {}

        Builder(DocumentQuery query) {
            clientId = query.clientId;
            scope = query.scope;
            type = query.type;
            category = query.category;
            status = query.status;
            externalIdPrefix = query.externalIdPrefix;
        }
    }
}
