package io.archivero.jdbc;

import io.archivero.DocumentQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query's conditions as they are bound.
 *
 * @param clientId the client asked for
 * @param scope the scope asked for
 * @param type the type asked for
 * @param category the category asked for
 * @param status the status asked for
 * @param prefix the beginning of the external ids asked for
 */
public record QueryFilter(
        @Nullable UUID clientId,
        @Nullable String scope,
        @Nullable String type,
        @Nullable String category,
        @Nullable String status,
        @Nullable String prefix) {

    static QueryFilter of(DocumentQuery query) {
        var scope = query.scope();
        var category = query.category();
        var status = query.status();
        return new QueryFilter(
                query.clientId(),
                scope == null ? null : scope.name(),
                query.type(),
                category == null ? null : category.wireName(),
                status == null ? null : status.wireName(),
                query.externalIdPrefix());
    }
}
