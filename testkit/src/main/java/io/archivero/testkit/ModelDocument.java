package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentStatus;
import io.archivero.DocumentUpsert;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document of the {@link DocumentModel}: all its attributes by name, but for the id, which nobody can foretell.
 *
 * @param attributes what {@link Document} calls them, JSON and numbers in a form of their own that {@code equals} understands
 */
public record ModelDocument(Map<String, @Nullable Object> attributes) {
    static final List<String> FILE = List.of("filename", "contentType", "size", "storagePath");
    private static final List<String> REVIEWED = List.of(
            "clientId", "scope", "type", "category", "contentType", "filename", "size", "storagePath", "fields");
    static final List<String> REVIEW =
            List.of("status", "verifiedAt", "verifiedBy", "rejectionReason", "reviewedAt", "reviewedBy");

    /** Describes a document that a repository returned. */
    public static ModelDocument of(Document document) {
        var attributes = content(document.content());
        attributes.put("status", document.status());
        attributes.put("verifiedAt", document.verifiedAt());
        attributes.put("verifiedBy", document.verifiedBy());
        attributes.put("rejectionReason", document.rejectionReason());
        attributes.put("reviewedAt", document.reviewedAt());
        attributes.put("reviewedBy", document.reviewedBy());
        attributes.put("version", document.version());
        attributes.put("createdAt", document.createdAt());
        attributes.put("updatedAt", document.updatedAt());
        return new ModelDocument(attributes);
    }

    static ModelDocument created(DocumentUpsert item, Instant now) {
        var attributes = content(item);
        attributes.put("version", 1L);
        attributes.put("createdAt", now);
        attributes.put("updatedAt", now);
        beginReview(attributes);
        return new ModelDocument(attributes);
    }

    /** The content that an item would leave behind here: an item without a file leaves the file. */
    private Map<String, @Nullable Object> contentAfter(DocumentUpsert item) {
        var after = content(item);
        if (FILE.stream().allMatch(name -> after.get(name) == null)) {
            FILE.forEach(name -> after.put(name, attributes.get(name)));
        }
        return after;
    }

    boolean equalsAfter(DocumentUpsert item) {
        var after = contentAfter(item);
        return after.keySet().stream().allMatch(name -> Objects.equals(after.get(name), attributes.get(name)));
    }

    ModelDocument updated(DocumentUpsert item, Instant now) {
        var after = new TreeMap<String, @Nullable Object>(attributes);
        after.putAll(contentAfter(item));
        changed(after, now);
        if (!REVIEWED.stream().allMatch(name -> Objects.equals(after.get(name), attributes.get(name)))) {
            beginReview(after);
        }
        return new ModelDocument(after);
    }

    private TreeMap<String, @Nullable Object> changed(TreeMap<String, @Nullable Object> after, Instant now) {
        after.put("version", version() + 1);
        var before = (Instant) Objects.requireNonNull(attributes.get("updatedAt"));
        after.put("updatedAt", now.isBefore(before) ? before : now);
        return after;
    }

    ModelDocument reviewed(Map<String, ? extends @Nullable Object> review) {
        var after = new TreeMap<String, @Nullable Object>(attributes);
        REVIEW.forEach(name -> after.put(name, review.get(name)));
        return new ModelDocument(after);
    }

    ModelDocument after(ModelStep step, Instant now) {
        var after = new TreeMap<String, @Nullable Object>(attributes);
        step.effect().on(after, now);
        return after.equals(attributes) ? this : new ModelDocument(changed(after, now));
    }

    DocumentStatus status() {
        return (DocumentStatus) Objects.requireNonNull(attributes.get("status"));
    }

    /** Whether the item is an older state than this one, as the system it comes from counts. */
    boolean isNewerThan(DocumentUpsert item) {
        var mine = (Long) attributes.get("sourceVersion");
        return mine != null && item.sourceVersion() != null && mine > item.sourceVersion();
    }

    long version() {
        return (Long) Objects.requireNonNull(attributes.get("version"));
    }

    private static void beginReview(Map<String, @Nullable Object> attributes) {
        REVIEW.forEach(name -> attributes.put(name, null));
        attributes.put(
                "status",
                attributes.get("storagePath") == null ? DocumentStatus.PENDING_UPLOAD : DocumentStatus.PENDING_REVIEW);
    }

    /** Names the attributes that a caller sets. */
    static Map<String, @Nullable Object> content(DocumentUpsert item) {
        var content = new TreeMap<String, @Nullable Object>();
        content.put("externalId", item.externalId());
        content.put("clientId", item.clientId());
        content.put("scope", item.scope());
        content.put("type", item.type());
        content.put("category", item.category());
        content.put("contentType", item.contentType());
        content.put("filename", item.filename());
        content.put("size", item.size());
        content.put("storagePath", item.storagePath());
        content.put("expiresAt", item.expiresAt());
        content.put("fields", plain(item.fields().asMap()));
        content.put("metadata", plain(item.metadata().asMap()));
        content.put("sourceVersion", item.sourceVersion());
        return content;
    }

    /** Brings JSON into a form whose {@code equals} is JSON's: numbers by value. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var plain = new TreeMap<String, @Nullable Object>();
            map.forEach((key, each) -> plain.put((String) key, plain(each)));
            return plain;
        } else if (value instanceof List<?> list) {
            return list.stream().map(ModelDocument::plain).collect(Collectors.toList());
        } else if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value;
    }
}
