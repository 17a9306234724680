package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentStoreException;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.RetryPolicy;
import io.archivero.Scope;
import io.archivero.StoreUnavailableException;
import io.archivero.UnknownOutcomeException;
import io.archivero.testkit.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A row that PostgreSQL writes by a statement that is a transaction by itself")
class PostgresLoneRowTest {
    private static final DataSource DATABASE = EmbeddedPostgres.freshDatabase();
    private static final DocumentRepository REPOSITORY = PostgresDocumentRepository.builder(DATABASE)
            .retryPolicy(RetryPolicy.NEVER)
            .build();

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void upsert() {
        REPOSITORY.upsertByExternalId(
                Environment.TEST,
                DocumentUpsert.builder("a")
                        .clientId(new UUID(1, 2))
                        .scope(Scope.MX)
                        .type("ine")
                        .build());
    }

    private static void trip(String what, String when) throws SQLException {
        execute("create function trip() returns trigger language plpgsql as $$ begin %s; return new; end $$"
                .formatted(what));
        execute("create constraint trigger trip after insert on archivero_documents " + when
                + " for each row execute function trip()");
    }

    private static void raise(String state, String when) throws SQLException {
        trip("raise exception 'no' using errcode = '" + state + "'", when);
    }

    @BeforeEach
    void untrip() throws SQLException {
        execute("drop function if exists trip() cascade");
    }

    private static void assertNothingWritten(Class<? extends RuntimeException> expected) throws SQLException {
        assertEquals(
                expected,
                assertThrows(RuntimeException.class, PostgresLoneRowTest::upsert)
                        .getClass());
        assertEquals(0, REPOSITORY.count(Environment.TEST, DocumentQuery.all()));
    }

    @ParameterizedTest
    @DisplayName("is certainly not written where the server answers with an error, also as it commits")
    @CsvSource({
        "XX000, not deferrable", "XX000, deferrable initially deferred",
        "58030, not deferrable", "58030, deferrable initially deferred",
        "42501, not deferrable", "42501, deferrable initially deferred"
    })
    void answered(String state, String when) throws SQLException {
        raise(state, when);
        assertNothingWritten(DocumentStoreException.class);
    }

    @ParameterizedTest
    @DisplayName("is certainly not written where the server says that it cannot now")
    @ValueSource(strings = {"53200", "57014", "40001", "55P03"})
    void unavailable(String state) throws SQLException {
        raise(state, "not deferrable");
        assertNothingWritten(StoreUnavailableException.class);
    }

    @Test
    @DisplayName("may be written or not where the server ends the session")
    void ended() throws SQLException {
        trip("perform pg_terminate_backend(pg_backend_pid())", "deferrable initially deferred");
        assertThrows(UnknownOutcomeException.class, PostgresLoneRowTest::upsert);
    }
}
