package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentStoreException;
import io.archivero.Environment;
import io.archivero.IncompatibleStoreException;
import io.archivero.ItemOutcome;
import io.archivero.ItemResult;
import io.archivero.RetryPolicy;
import io.archivero.SchemaMode;
import io.archivero.StoreUnavailableException;
import io.archivero.testkit.EmbeddedPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that the host has made its own in ways that only PostgreSQL knows. */
class PostgresHostTableTest {
    private final DataSource database = EmbeddedPostgres.freshDatabase();
    private final PostgresDocumentRepository documents = PostgresDocumentRepository.create(database);

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void trigger(String body) throws Exception {
        execute("create function host_rule() returns trigger language plpgsql as $$ begin " + body + " end $$");
        execute("create trigger host_rule before insert or update on archivero_documents"
                + " for each row execute function host_rule()");
    }

    private List<ItemOutcome> partial(String... externalIds) {
        var items = List.of(externalIds).stream().map(id -> Items.item(id, 1)).toList();
        return documents.batchUpsertByExternalId(Environment.TEST, items, false).items().stream()
                .map(ItemResult::outcome)
                .toList();
    }

    private long count() {
        return documents.count(Environment.TEST, DocumentQuery.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raise exception 'no'",
                "raise exception 'no' using errcode = '45000'",
                "perform 1 / 0",
                "perform cast('x' as int)"
            })
    @DisplayName("A trigger that throws refuses its own row, and no other")
    void throwing(String statement) throws Exception {
        trigger("if new.external_id like 'bad%' then " + statement + "; end if; return new;");
        assertEquals(List.of(ItemOutcome.CREATED, ItemOutcome.REFUSED, ItemOutcome.CREATED), partial("a", "bad", "c"));
        assertEquals(2, count());
    }

    @Test
    @DisplayName("A trigger that swallows a row ends in an exception, and never in the word that the row is stored")
    void swallowing() throws Exception {
        trigger("if new.external_id like 'bad%' then return null; end if; return new;");
        var impatient = PostgresDocumentRepository.builder(database)
                .retryPolicy(RetryPolicy.NEVER)
                .build();
        var items = List.of(Items.item("a", 1), Items.item("bad", 1));
        for (boolean atomic : new boolean[] {true, false}) {
            assertThrows(
                    StoreUnavailableException.class,
                    () -> impatient.batchUpsertByExternalId(Environment.TEST, items, atomic));
        }
        assertThrows(
                StoreUnavailableException.class,
                () -> impatient.upsertByExternalId(Environment.TEST, Items.item("bad", 1)));
        assertEquals(0, count());
        assertEquals(List.of(ItemOutcome.CREATED), partial("a"));
    }

    @Test
    @DisplayName("A constraint that waits for the commit undoes the batch, and is told")
    void deferred() throws Exception {
        execute("create table host_client (id uuid primary key)");
        execute("alter table archivero_documents add foreign key (client_id) references host_client (id)"
                + " deferrable initially deferred");
        for (boolean atomic : new boolean[] {true, false}) {
            var failure = assertThrows(
                    DocumentStoreException.class,
                    () -> documents.batchUpsertByExternalId(Environment.TEST, Items.batch("k", 3, 1), atomic));
            assertTrue(failure.getMessage().contains("nothing was written"), failure.getMessage());
            assertTrue(failure.getMessage().contains("23503"), failure.getMessage());
        }
        assertEquals(0, count());
    }

    @Test
    @DisplayName("A column that was made narrower under a repository in use refuses what no longer fits")
    void narrower() throws Exception {
        execute("alter table archivero_documents alter column external_id type varchar(4) collate \"C\"");
        assertEquals(
                List.of(ItemOutcome.CREATED, ItemOutcome.REFUSED, ItemOutcome.CREATED), partial("abcd", "abcde", "x"));
    }

    @Test
    @DisplayName("Row-level security that hides or forbids rows is told as a right that is lacking")
    void rowSecurity() throws Exception {
        execute("alter table archivero_documents enable row level security");
        execute("alter table archivero_documents force row level security");
        try (var role = new Role(database)) {
            role.grant("usage on schema public", "select, insert, update, delete on archivero_documents");
            var restricted = PostgresDocumentRepository.builder(role.dataSource())
                    .schemaMode(SchemaMode.NONE)
                    .build();
            var failure = assertThrows(
                    DocumentStoreException.class,
                    () -> restricted.upsertByExternalId(Environment.TEST, Items.item("k", 1)));
            assertTrue(failure.getMessage().contains("lacks a right"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"external_id,text", "environment,text"})
    @DisplayName(
            "A key that is not ordered by its bytes is refused at opening: a search by prefix would miss documents")
    void keyCollation(String column, String type) throws Exception {
        execute("alter table archivero_documents alter column " + column + " type " + type + " collate \"en-x-icu\"");
        assertRefused(column + " has collation en-x-icu");
    }

    @Test
    @DisplayName("A text that takes different texts for equal is refused at opening")
    void looseCollation() throws Exception {
        execute("create collation loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        execute("alter table archivero_documents alter column type type text collate loose");
        assertRefused("type has collation loose");
        execute("alter table archivero_documents alter column type type text collate \"en-x-icu\"");
        PostgresDocumentRepository.create(database);
    }

    private void assertRefused(String named) {
        for (var mode : new SchemaMode[] {SchemaMode.MIGRATE, SchemaMode.VALIDATE}) {
            var failure = assertThrows(
                    IncompatibleStoreException.class,
                    () -> PostgresDocumentRepository.builder(database)
                            .schemaMode(mode)
                            .build());
            assertTrue(failure.getMessage().contains(named), failure.getMessage());
        }
        PostgresDocumentRepository.builder(database).schemaMode(SchemaMode.NONE).build();
    }
}
