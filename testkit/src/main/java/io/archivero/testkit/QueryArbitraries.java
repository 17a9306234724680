package io.archivero.testkit;

import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentStatus;
import io.archivero.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Queries that often match some of the documents of {@link DocumentArbitraries}, and not others. */
final class QueryArbitraries {
    private QueryArbitraries() {}

    /** Queries with up to three conditions, in either order; the times lie about that one. */
    static Arbitrary<DocumentQuery> queries(List<UUID> clients, Instant about) {
        return Arbitraries.oneOf(conditions(clients, about)).list().ofMaxSize(3).map(conditions -> {
            var query = DocumentQuery.all();
            for (var condition : conditions) {
                query = condition.apply(query);
            }
            return query;
        });
    }

    private static List<Arbitrary<UnaryOperator<DocumentQuery>>> conditions(List<UUID> clients, Instant about) {
        var days = Arbitraries.of("1582-10-10", "1970-01-01", "2026-03-08", "2026-03-09")
                .map(LocalDate::parse);
        var times = Arbitraries.of(-1_000_000L, -1L, 0L, 1L, 1_000L).map(micros -> about.plusNanos(micros * 1_000));
        return List.of(
                Arbitraries.of(clients).map(value -> query -> query.clientId(value)),
                Arbitraries.of(Scope.values()).map(value -> query -> query.scope(value)),
                Arbitraries.of("passport", "ine").map(value -> query -> query.type(value)),
                Arbitraries.of(DocumentCategory.values()).map(value -> query -> query.category(value)),
                Arbitraries.of(DocumentStatus.values()).map(value -> query -> query.status(value)),
                Arbitraries.of("", "i", "id", " ", "İ", "%", TextArbitraries.FOUR_BYTES)
                        .map(value -> query -> query.externalIdPrefix(value)),
                days.map(value -> query -> query.expiresFrom(value)),
                days.map(value -> query -> query.expiresBefore(value)),
                times.map(value -> query -> query.createdFrom(value)),
                times.map(value -> query -> query.createdBefore(value)),
                times.map(value -> query -> query.updatedFrom(value)),
                times.map(value -> query -> query.updatedBefore(value)),
                Arbitraries.of("ñ", "n").map(value -> query -> query.metadata("note", value)),
                Arbitraries.just(DocumentQuery::oldestFirst));
    }
}
