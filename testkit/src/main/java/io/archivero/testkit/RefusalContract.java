package io.archivero.testkit;

import static io.archivero.ItemOutcome.CONFLICT;
import static io.archivero.ItemOutcome.CREATED;
import static io.archivero.ItemOutcome.DUPLICATE;
import static io.archivero.ItemOutcome.INVALID;
import static io.archivero.ItemOutcome.NOT_APPLIED;
import static io.archivero.ItemOutcome.REFUSED;
import static io.archivero.ItemOutcome.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.BatchRejectedException;
import io.archivero.DocumentUpsert;
import io.archivero.ViolationCodes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A rule of the host's own, kept by the database: here, that no document may be of the type {@code forbidden}. */
abstract class RefusalContract extends JdbcTopic {
    RefusalContract(JdbcFixture fixture) {
        super(fixture);
    }

    @BeforeEach
    void addRule() {
        table.execute("alter table archivero_documents add constraint archivero_host_rule check (type <> 'forbidden')");
    }

    @AfterEach
    void dropRule() {
        table.execute("alter table archivero_documents drop constraint archivero_host_rule");
    }

    @Test
    @DisplayName("refuses its own items of a partial batch, and no others")
    void partialBatch() {
        atomic(plain("known"));
        var result = partial(plain("a"), forbidden("b"), forbidden("known"), plain("c"));
        assertOutcomes(result, CREATED, REFUSED, REFUSED, CREATED);
        assertEquals("proof_of_address", find("known").type());
        assertEquals(3, countAll());
    }

    @Test
    @DisplayName("refuses an atomic batch whole, with a culprit")
    void atomicBatch() {
        var result = refused(plain("a"), forbidden("b"), plain("c"));
        assertOutcomes(result, NOT_APPLIED, REFUSED, NOT_APPLIED);
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("refuses an atomic batch with several culprits by naming at least one of them, and nobody else")
    void severalCulprits() {
        var result = refused(plain("a"), forbidden("b"), plain("c"), forbidden("d"));
        var outcomes = outcomes(result);
        assertTrue(outcomes.get(1) == REFUSED || outcomes.get(3) == REFUSED);
        assertEquals(List.of(NOT_APPLIED, NOT_APPLIED), List.of(outcomes.get(0), outcomes.get(2)));
        assertTrue(Set.of(REFUSED, NOT_APPLIED).containsAll(outcomes));
        assertEquals(0, countAll());
    }

    @Test
    @DisplayName("is reported with the database's code, without a document and without a value")
    void reported() {
        var item = partial(forbidden("GEHEIMNIS")).items().get(0);
        assertTrue(item.document().isEmpty());
        assertEquals(List.of(ViolationCodes.DATABASE + " "), reasons(item));
        var message = item.violations().get(0).message();
        assertTrue(message.contains("23"), message);
        assertFalse(message.contains("GEHEIMNIS"), message);
        assertFalse(message.contains("forbidden"), message);
    }

    @Test
    @DisplayName("comes after INVALID, DUPLICATE and CONFLICT")
    void precedence() {
        atomic(plain("known"));
        var conflict = item("known").type("forbidden").expectedVersion(9L).build();
        assertOutcomes(
                partial(
                        forbidden("bad").toBuilder().size(-1L).build(),
                        forbidden("twice"),
                        forbidden("twice"),
                        conflict,
                        forbidden("b")),
                INVALID,
                DUPLICATE,
                DUPLICATE,
                CONFLICT,
                REFUSED);
        assertOutcomes(refused(conflict, plain("c")), CONFLICT, NOT_APPLIED);
    }

    @Test
    @DisplayName("is found in a full batch at any place, with the others stored and few statements spent")
    void fullBatch() {
        var counting = new CountingDataSource(jdbc.dataSource());
        var counted = over(counting);
        for (int place : new int[] {0, 1, 124, 125, 249}) {
            fixture.clear();
            var items = new ArrayList<>(items(250, place));
            items.set(place, items.get(place).toBuilder().type("forbidden").build());
            counting.reset();
            var result = counted.batchUpsertByExternalId(TEST, items, false);
            assertEquals(REFUSED, result.items().get(place).outcome());
            assertEquals(249, result.counts().get(CREATED));
            assertEquals(249, countAll());
            assertTrue(counting.executed() < 100, counting.executed() + " statements");
        }
    }

    @Test
    @DisplayName("leaves every good item of a partial batch stored, even where every second one is refused")
    void everySecond() {
        var items = new ArrayList<DocumentUpsert>();
        for (int i = 0; i < 50; i++) {
            items.add(i % 2 == 0 ? plain("item " + i) : forbidden("item " + i));
        }
        var result = repository.batchUpsertByExternalId(TEST, items, false);
        assertEquals(25, result.counts().get(REFUSED));
        assertEquals(25, result.counts().get(CREATED));
        assertEquals(
                items.stream()
                        .filter(item -> !"forbidden".equals(item.type()))
                        .map(item -> String.valueOf(item.externalId()))
                        .collect(Collectors.toSet()),
                table.versions(TEST).keySet());
    }

    @Test
    @DisplayName("leaves a transaction of the host alive, with all that was written in it")
    void joined() throws SQLException {
        try (var connection = jdbc.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var joined = repository.using(connection);
            joined.upsertByExternalId(TEST, plain("before"));
            assertOutcomes(
                    joined.batchUpsertByExternalId(TEST, List.of(plain("a"), forbidden("b")), false), CREATED, REFUSED);
            assertOutcomes(
                    assertThrows(
                                    BatchRejectedException.class,
                                    () -> joined.batchUpsertByExternalId(TEST, List.of(plain("c"), forbidden("d"))))
                            .result(),
                    NOT_APPLIED,
                    REFUSED);
            assertOutcomes(
                    joined.batchUpsertByExternalId(
                            TEST, List.of(item("before").clientId(BETO).build())),
                    UPDATED);
            connection.commit();
            connection.setAutoCommit(true);
        }
        assertEquals(Set.of("before", "a"), table.versions(TEST).keySet());
        assertEquals(BETO, find("before").clientId());
    }

    private static DocumentUpsert forbidden(String externalId) {
        return item(externalId).type("forbidden").build();
    }
}
