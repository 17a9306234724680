package io.archivero.benchmarks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.ItemOutcome;
import io.archivero.benchmarks.CardBook.Batch;
import io.archivero.benchmarks.peers.Roster;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The referee")
class RefereeTest {
    private final CardBook book = CardBook.ofNeighbours(30);
    private Contender honest;

    @BeforeEach
    void open() throws SQLException {
        honest = Roster.open(Backend.H2_MEMORY, "floor");
        book.fill(honest.shelf());
    }

    @AfterEach
    void close() {
        honest.close();
    }

    @Test
    @DisplayName("lets an honest contender pass")
    void passes() {
        assertDoesNotThrow(() -> Referee.check(honest, batch(Workload.UPDATE)));
    }

    @Test
    @DisplayName("catches a wrong outcome, id, version and time")
    void catchesLies() {
        assertCaught(
                "outcome",
                answer -> new Answer(
                        ItemOutcome.UNCHANGED, answer.id(), answer.version(), answer.createdAt(), answer.updatedAt()));
        assertCaught(
                "id",
                answer -> new Answer(
                        answer.outcome(), UUID.randomUUID(), answer.version(), answer.createdAt(), answer.updatedAt()));
        assertCaught(
                "version",
                answer -> new Answer(answer.outcome(), answer.id(), 99L, answer.createdAt(), answer.updatedAt()));
        assertCaught(
                "createdAt",
                answer ->
                        new Answer(answer.outcome(), answer.id(), answer.version(), Instant.EPOCH, answer.updatedAt()));
        assertCaught(
                "updatedAt",
                answer ->
                        new Answer(answer.outcome(), answer.id(), answer.version(), answer.createdAt(), Instant.EPOCH));
    }

    @Test
    @DisplayName("catches who writes what is the same, although the answers look right")
    void catchesNeedlessWrites() throws SQLException {
        var replay = batch(Workload.REPLAY);
        honest.upsert(List.of(VoterCards.card(number(replay.items().get(0)), 7)));
        assertTrue(assertThrows(IllegalStateException.class, () -> Referee.check(honest, replay))
                .getMessage()
                .contains("outcome"));
    }

    @Test
    @DisplayName("catches who answers and does not write")
    void catchesIdleness() throws SQLException {
        var batch = batch(Workload.UPDATE);
        try (var other = Roster.open(Backend.H2_MEMORY, "floor")) {
            book.fill(other.shelf());
            var idle = new Liar(honest, UnaryOperator.identity()) {
                @Override
                public Answers upsert(List<DocumentUpsert> items) throws SQLException {
                    return other.upsert(items);
                }
            };
            assertThrows(IllegalStateException.class, () -> Referee.check(idle, batch));
        }
    }

    private void assertCaught(String what, UnaryOperator<Answer> lie) {
        var caught = assertThrows(
                IllegalStateException.class, () -> Referee.check(new Liar(honest, lie), batch(Workload.UPDATE)));
        assertTrue(caught.getMessage().startsWith("floor: " + what + " is wrong"), caught.getMessage());
    }

    private Batch batch(Workload workload) {
        return book.batches(workload, 1, 10).get(0);
    }

    private static int number(DocumentUpsert item) {
        return Integer.parseInt(item.externalId().substring("ine-".length()));
    }

    /** Does what an honest contender does, and tells something else. */
    private static class Liar implements Contender {
        private final Contender honest;
        private final UnaryOperator<Answer> lie;

        Liar(Contender honest, UnaryOperator<Answer> lie) {
            this.honest = honest;
            this.lie = lie;
        }

        @Override
        public String name() {
            return honest.name();
        }

        @Override
        public Answers upsert(List<DocumentUpsert> items) throws SQLException {
            var answers = honest.upsert(items);
            return () -> answers.list().stream().map(lie).toList();
        }

        @Override
        public Shelf shelf() {
            return honest.shelf();
        }

        @Override
        public void close() {}
    }
}
