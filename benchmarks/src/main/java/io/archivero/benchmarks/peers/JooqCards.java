package io.archivero.benchmarks.peers;

import static io.archivero.benchmarks.peers.JooqTable.CARDS;
import static io.archivero.benchmarks.peers.JooqTable.CONTENT;
import static io.archivero.benchmarks.peers.JooqTable.CONTENT_HASH;
import static io.archivero.benchmarks.peers.JooqTable.CREATED_AT;
import static io.archivero.benchmarks.peers.JooqTable.ENVIRONMENT;
import static io.archivero.benchmarks.peers.JooqTable.EXTERNAL_ID;
import static io.archivero.benchmarks.peers.JooqTable.ID;
import static io.archivero.benchmarks.peers.JooqTable.REVIEW;
import static io.archivero.benchmarks.peers.JooqTable.UPDATED_AT;
import static io.archivero.benchmarks.peers.JooqTable.VERSION;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.archivero.benchmarks.Backend;
import io.archivero.benchmarks.CardRow;
import io.archivero.benchmarks.Place;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnConflictConditionStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements of both ways of jOOQ. */
final class JooqCards {
    private JooqCards() {}

    static DSLContext context(Place place) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        var dialect = place.backend().isPostgres() ? SQLDialect.POSTGRES : SQLDialect.H2;
        var settings =
                new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withExecuteLogging(false);
        return DSL.using(place.dataSource(), dialect, settings);
    }

    /** Stores one row, unless it is stored as it is. */
    static Query upsertOne(DSLContext jooq, CardRow row) {
        return upsert(jooq, List.of(row));
    }

    /** Stores rows with one statement, unless they are stored as they are; returns those that it wrote. */
    static List<StoredCard> upsertAll(DSLContext jooq, List<CardRow> rows) {
        return upsert(jooq, rows)
                .returningResult(EXTERNAL_ID, ID, VERSION, CREATED_AT, UPDATED_AT)
                .fetch()
                .map(JooqCards::card);
    }

    private static InsertOnConflictConditionStep<Record> upsert(DSLContext jooq, List<CardRow> rows) {
        var insert = jooq.insertInto(CARDS).columns(values(rows.get(0)).keySet());
        for (var row : rows) {
            insert = insert.values(values(row).values());
        }
        return insert.onConflict(ENVIRONMENT, EXTERNAL_ID)
                .doUpdate()
                .set(changes())
                .where(CONTENT_HASH.ne(excluded(CONTENT_HASH)));
    }

    /** Finds rows by their keys. */
    static List<StoredCard> find(DSLContext jooq, Backend backend, List<String> externalIds) {
        var keys = externalIds.toArray(String[]::new);
        var columns = List.of(EXTERNAL_ID, ID, VERSION, CREATED_AT, UPDATED_AT);
        var environment = ENVIRONMENT.eq("test");
        if (backend.isPostgres()) {
            return jooq.select(columns)
                    .from(CARDS)
                    .where(environment.and(EXTERNAL_ID.eq(DSL.any(keys))))
                    .fetch(JooqCards::card);
        }
        var key = DSL.unnest(DSL.val(keys, SQLDataType.VARCHAR.array())).as("k", "external_id");
        return jooq.select(columns)
                .from(key)
                .join(CARDS)
                .on(environment.and(EXTERNAL_ID.eq(field(name("k", "external_id"), String.class))))
                .fetch(JooqCards::card);
    }

    private static StoredCard card(Record row) {
        return new StoredCard(
                row.get(0, String.class),
                row.get(1, UUID.class),
                row.get(2, Long.class),
                row.get(3, OffsetDateTime.class).toInstant(),
                row.get(4, OffsetDateTime.class).toInstant());
    }

    /** The values of a row, by column. */
    static Map<Field<?>, Object> values(CardRow row) {
        var values = new LinkedHashMap<Field<?>, Object>();
        values.put(ENVIRONMENT, row.environment());
        values.put(EXTERNAL_ID, row.externalId());
        values.put(ID, row.id());
        values.put(CREATED_AT, row.now());
        values.put(VERSION, 1L);
        var content = new Object[] {
            row.clientId(), row.scope(), row.type(), row.category(), row.contentType(), row.filename(), row.size(),
            row.storagePath(), row.expiresAt(), row.fields(), row.metadata(), row.status(), row.now(), row.contentHash()
        };
        for (int i = 0; i < content.length; i++) {
            values.put(CONTENT.get(i), content[i]);
        }
        return values;
    }

    private static Map<Field<?>, Object> changes() {
        var changes = new LinkedHashMap<Field<?>, Object>();
        CONTENT.forEach(column -> changes.put(column, excluded(column)));
        REVIEW.forEach(column -> changes.put(column, inline(null, column)));
        changes.put(VERSION, VERSION.plus(inline(1)));
        return changes;
    }
}
