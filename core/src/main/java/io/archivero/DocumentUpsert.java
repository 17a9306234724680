package io.archivero;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a document. Immutable; safe for use by many threads. Building one never fails for its content:
 * the batch answers {@link ItemOutcome#INVALID} for what breaks a rule. {@code toString} shows no content.
 */
public final class DocumentUpsert {
    private final @Nullable String externalId;
    private final @Nullable UUID clientId;
    private final @Nullable Scope scope;
    private final @Nullable String type;
    private final @Nullable DocumentCategory category;
    private final @Nullable String contentType;
    private final @Nullable String filename;
    private final @Nullable Long size;
    private final @Nullable String storagePath;
    private final @Nullable LocalDate expiresAt;
    private final JsonObject fields;
    private final JsonObject metadata;
    private final @Nullable Long sourceVersion;
    private final @Nullable Long expectedVersion;
    private final List<Violation> violations;

    private DocumentUpsert(Builder builder) {
        externalId = builder.externalId;
        clientId = builder.clientId;
        scope = builder.scope;
        type = builder.type;
        category = builder.category;
        contentType = builder.contentType;
        filename = builder.filename;
        size = builder.size;
        storagePath = builder.storagePath;
        expiresAt = builder.expiresAt;
        fields = builder.fields;
        metadata = builder.metadata;
        sourceVersion = builder.sourceVersion;
        expectedVersion = builder.expectedVersion;
        violations = builder.violations;
    }

    /** Starts an item with its key: 1 to 255 code points, compared exactly. Null is held, and answered as INVALID. */
    public static Builder builder(@Nullable String externalId) {
        return new Builder(externalId);
    }

    /** Starts a copy of this item. */
    public Builder toBuilder() {
        var copy = new Builder(externalId)
                .clientId(clientId)
                .scope(scope)
                .type(type)
                .category(category)
                .contentType(contentType)
                .filename(filename)
                .size(size)
                .storagePath(storagePath)
                .expiresAt(expiresAt)
                .fields(fields)
                .metadata(metadata)
                .sourceVersion(sourceVersion)
                .expectedVersion(expectedVersion);
        copy.violations = violations;
        return copy;
    }

    /** Returns the host's key for the document, unique in its environment. */
    public @Nullable String externalId() {
        return externalId;
    }

    /** Returns the person or company that the document belongs to. */
    public @Nullable UUID clientId() {
        return clientId;
    }

    /** Returns the country whose rules apply. */
    public @Nullable Scope scope() {
        return scope;
    }

    /** Returns the type of document, such as {@code ine}: 1 to 64 of {@code a-z 0-9 _ -}. */
    public @Nullable String type() {
        return type;
    }

    /** Returns what the document is good for, if it was said. */
    public @Nullable DocumentCategory category() {
        return category;
    }

    /** Returns the file's media type: image/jpeg, image/png, image/webp or application/pdf. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** Returns the file's name: 1 to 255 code points, no path separator, no control character. */
    public @Nullable String filename() {
        return filename;
    }

    /** Returns the file's size in bytes, 0 or more. */
    public @Nullable Long size() {
        return size;
    }

    /** Returns where the host keeps the file: 1 to 1,024 code points. The library never opens it. */
    public @Nullable String storagePath() {
        return storagePath;
    }

    /** Returns the day on which the document expires, in the years 1 to 9999. */
    public @Nullable LocalDate expiresAt() {
        return expiresAt;
    }

    /** Returns what the document says. */
    public JsonObject fields() {
        return fields;
    }

    /** Returns the host's own notes. */
    public JsonObject metadata() {
        return metadata;
    }

    /**
     * Returns the version or timestamp that the item has in the system it comes from. It is stored; an item with a lower one than
     * the stored one comes late, and is answered as {@link ItemOutcome#STALE}.
     */
    public @Nullable Long sourceVersion() {
        return sourceVersion;
    }

    /** Returns the version the document must have now: 0 = must not exist, absent = whatever is there. Not stored. */
    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    /** Returns the faults that were found before the item reached the library; see {@link Builder#violation(Violation)}. */
    public List<Violation> violations() {
        return violations;
    }

    /** Tells whether the item carries any of filename, content type, size and storage path: then it replaces all four. */
    public boolean carriesFile() {
        return filename != null || contentType != null || size != null || storagePath != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentUpsert that
                && sameContent(that)
                && Objects.equals(expectedVersion, that.expectedVersion)
                && violations.equals(that.violations);
    }

    /** Tells whether the other item would store the same: all attributes are equal, the expected version aside. */
    public boolean sameContent(DocumentUpsert other) {
        return Objects.equals(externalId, other.externalId)
                && sameReviewedContent(other)
                && Objects.equals(expiresAt, other.expiresAt)
                && metadata.equals(other.metadata)
                && Objects.equals(sourceVersion, other.sourceVersion);
    }

    /**
     * Tells whether a reviewer would see the same in both: client, scope, type, category, the four attributes of the file, and
     * fields are equal.
     */
    public boolean sameReviewedContent(DocumentUpsert other) {
        return Objects.equals(clientId, other.clientId)
                && scope == other.scope
                && Objects.equals(type, other.type)
                && category == other.category
                && Objects.equals(contentType, other.contentType)
                && Objects.equals(filename, other.filename)
                && Objects.equals(size, other.size)
                && Objects.equals(storagePath, other.storagePath)
                && fields.equals(other.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(externalId, clientId, type, fields, metadata);
    }

    @Override
    public String toString() {
        return "DocumentUpsert[scope=" + scope + ", sourceVersion=" + sourceVersion + ", expectedVersion="
                + expectedVersion + "]";
    }

    /** Gathers the attributes of an item. Not safe for use by several threads at once. Null means absent throughout. */
    public static final class Builder {
        private final @Nullable String externalId;
        private @Nullable UUID clientId;
        private @Nullable Scope scope;
        private @Nullable String type;
        private @Nullable DocumentCategory category;
        private @Nullable String contentType;
        private @Nullable String filename;
        private @Nullable Long size;
        private @Nullable String storagePath;
        private @Nullable LocalDate expiresAt;
        private JsonObject fields = JsonObject.EMPTY;
        private JsonObject metadata = JsonObject.EMPTY;
        private @Nullable Long sourceVersion;
        private @Nullable Long expectedVersion;
        private List<Violation> violations = List.of();

        private Builder(@Nullable String externalId) {
            this.externalId = externalId;
        }

        /** Sets the person or company that the document belongs to. Required. */
        public Builder clientId(@Nullable UUID clientId) {
            this.clientId = clientId;
            return this;
        }

        /** Sets the country whose rules apply. Required. */
        public Builder scope(@Nullable Scope scope) {
            this.scope = scope;
            return this;
        }

        /** Sets the type of document, such as {@code ine}. Required. */
        public Builder type(@Nullable String type) {
            this.type = type;
            return this;
        }

        /** Sets what the document is good for. */
        public Builder category(@Nullable DocumentCategory category) {
            this.category = category;
            return this;
        }

        /** Sets the file's media type. */
        public Builder contentType(@Nullable String contentType) {
            this.contentType = contentType;
            return this;
        }

        /** Sets the file's name. */
        public Builder filename(@Nullable String filename) {
            this.filename = filename;
            return this;
        }

        /** Sets the file's size in bytes. */
        public Builder size(@Nullable Long size) {
            this.size = size;
            return this;
        }

        /** Sets where the host keeps the file. */
        public Builder storagePath(@Nullable String storagePath) {
            this.storagePath = storagePath;
            return this;
        }

        /** Sets the day on which the document expires. */
        public Builder expiresAt(@Nullable LocalDate expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /** Sets what the document says; null means the empty object. */
        public Builder fields(@Nullable JsonObject fields) {
            this.fields = fields == null ? JsonObject.EMPTY : fields;
            return this;
        }

        /** Sets the host's own notes; null means the empty object. */
        public Builder metadata(@Nullable JsonObject metadata) {
            this.metadata = metadata == null ? JsonObject.EMPTY : metadata;
            return this;
        }

        /** Sets the version or timestamp that the item has in the system it comes from; 0 or more. Absent: never late. */
        public Builder sourceVersion(@Nullable Long sourceVersion) {
            this.sourceVersion = sourceVersion;
            return this;
        }

        /** Sets the version the document must have now: 0 = must not exist yet. */
        public Builder expectedVersion(@Nullable Long expectedVersion) {
            this.expectedVersion = expectedVersion;
            return this;
        }

        /**
         * Adds a fault that was found before the item reached the library, say by the reader of a wire format: the batch
         * answers INVALID for the item, with this violation among the others.
         */
        public Builder violation(Violation violation) {
            Objects.requireNonNull(violation, "violation");
            var more = new ArrayList<>(violations);
            more.add(violation);
            violations = List.copyOf(more);
            return this;
        }

        /** Builds the item. Never throws for bad content. */
        public DocumentUpsert build() {
            return new DocumentUpsert(this);
        }
    }
}
