package io.archivero.jdbc;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import io.archivero.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists and counts documents, a part of a list with each statement. */
final class DocumentLists {
    private static final UUID SMALLEST = new UUID(0, 0);
    private static final UUID LARGEST = new UUID(-1, -1);

    private DocumentLists() {}

    static List<Document> list(
            DocumentDao dao, Environment environment, DocumentQuery query, @Nullable UUID after, int limit) {
        var filter = QueryFilter.of(query);
        var found = new ArrayList<Document>(limit);
        var from = after == null ? query.isOldestFirst() ? SMALLEST : LARGEST : after;
        while (true) {
            var next = query.isOldestFirst()
                    ? dao.listOldest(environment.wireName(), filter, from, limit)
                    : dao.listNewest(environment.wireName(), filter, from, limit);
            for (var document : next) {
                if (hasMetadata(query, document)) {
                    found.add(document);
                }
            }
            if (next.size() < limit || found.size() >= limit) {
                return found.size() > limit ? found.subList(0, limit) : found;
            }
            from = next.get(next.size() - 1).id();
        }
    }

    static long count(DocumentDao dao, Environment environment, DocumentQuery query) {
        if (query.metadata().asMap().isEmpty()) {
            return dao.count(environment.wireName(), QueryFilter.of(query));
        }
        long count = 0;
        UUID after = null;
        while (true) {
            var next = list(dao, environment, query, after, 200);
            count += next.size();
            if (next.size() < 200) {
                return count;
            }
            after = next.get(next.size() - 1).id();
        }
    }

    private static boolean hasMetadata(DocumentQuery query, Document document) {
        return query.metadata().asMap().isEmpty()
                || document.metadata()
                        .asMap()
                        .entrySet()
                        .containsAll(query.metadata().asMap().entrySet());
    }
}
