package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentQuery;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells whether a query means a document, in plain Java. */
record QueryMatcher(DocumentQuery query) implements Predicate<Document> {
    @Override
    public boolean test(Document document) {
        return anyOr(query.clientId(), document.clientId())
                && anyOr(query.scope(), document.scope())
                && anyOr(query.type(), document.type())
                && anyOr(query.category(), document.category())
                && anyOr(query.status(), document.status())
                && (query.externalIdPrefix() == null || document.externalId().startsWith(query.externalIdPrefix()))
                && within(query.expiresFrom(), document.expiresAt(), query.expiresBefore())
                && within(query.createdFrom(), document.createdAt(), query.createdBefore())
                && within(query.updatedFrom(), document.updatedAt(), query.updatedBefore())
                && hasMetadata(document);
    }

    private static boolean anyOr(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static <T> boolean within(
            @Nullable Comparable<? super T> first, @Nullable T actual, @Nullable Comparable<? super T> end) {
        return first == null && end == null
                || actual != null
                        && (first == null || first.compareTo(actual) <= 0)
                        && (end == null || end.compareTo(actual) > 0);
    }

    /** Values of a map that {@code asMap} returns equal each other as JSON does, numbers included. */
    private boolean hasMetadata(Document document) {
        var actual = document.metadata().asMap();
        return query.metadata().asMap().entrySet().stream()
                .allMatch(wanted -> actual.containsKey(wanted.getKey())
                        && Objects.equals(wanted.getValue(), actual.get(wanted.getKey())));
    }
}
