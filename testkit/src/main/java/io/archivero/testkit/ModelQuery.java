package io.archivero.testkit;

import io.archivero.DocumentQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a query matches, told a second time: over the attributes of a {@link ModelDocument}, condition by condition. */
final class ModelQuery {
    private ModelQuery() {}

    static boolean matches(DocumentQuery query, ModelDocument document) {
        var has = document.attributes();
        if (query.clientId() != null && !query.clientId().equals(has.get("clientId"))) {
            return false;
        }
        if (query.scope() != null && query.scope() != has.get("scope")) {
            return false;
        }
        if (query.type() != null && !query.type().equals(has.get("type"))) {
            return false;
        }
        if (query.category() != null && query.category() != has.get("category")) {
            return false;
        }
        if (query.status() != null && query.status() != has.get("status")) {
            return false;
        }
        var prefix = query.externalIdPrefix();
        if (prefix != null && String.valueOf(has.get("externalId")).indexOf(prefix) != 0) {
            return false;
        }
        return inTime(query, has) && hasMetadata(query, has);
    }

    private static boolean inTime(DocumentQuery query, Map<String, @Nullable Object> has) {
        var expiresAt = (LocalDate) has.get("expiresAt");
        var created = (Instant) has.get("createdAt");
        var updated = (Instant) has.get("updatedAt");
        if (query.expiresFrom() != null && (expiresAt == null || expiresAt.isBefore(query.expiresFrom()))) {
            return false;
        }
        if (query.expiresBefore() != null && (expiresAt == null || !expiresAt.isBefore(query.expiresBefore()))) {
            return false;
        }
        if (created == null || updated == null) {
            throw new IllegalStateException("every document has times");
        }
        return !(query.createdFrom() != null && created.isBefore(query.createdFrom()))
                && !(query.createdBefore() != null && !created.isBefore(query.createdBefore()))
                && !(query.updatedFrom() != null && updated.isBefore(query.updatedFrom()))
                && !(query.updatedBefore() != null && !updated.isBefore(query.updatedBefore()));
    }

    private static boolean hasMetadata(DocumentQuery query, Map<String, @Nullable Object> has) {
        var wanted = (Map<?, ?>) ModelDocument.plain(query.metadata().asMap());
        var actual = (Map<?, ?>) has.get("metadata");
        return wanted == null || actual != null && actual.entrySet().containsAll(wanted.entrySet());
    }
}
