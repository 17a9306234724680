package io.archivero.jdbc.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.testkit.CountingDataSource;
import io.archivero.testkit.EmbeddedPostgres;
import io.archivero.testkit.WireProxy;
import io.archivero.testkit.WireProxy.Direction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a call costs on the wire, in the words of docs/performance.md: statements, commits, round trips, and messages to the server,
 * on a connection that has done the same before. So a batch depends on the network by its round trips, and on nothing else.
 */
class PostgresCostTest {
    private static final int SIZE = 250;
    /** After its fifth use the driver leaves a statement prepared on the server. */
    private static final int WARM_UPS = 6;

    private static final DocumentUpsert REFUSED = Items.item("refused", 0);

    private final DataSource database = EmbeddedPostgres.freshDatabase();
    private final WireProxy wire = WireProxy.to(database);
    private final SingleConnectionDataSource connection = connection(wire);
    private final CountingDataSource counting = new CountingDataSource(connection);
    private final PostgresDocumentRepository repository = PostgresDocumentRepository.create(counting);
    private long value;

    private static SingleConnectionDataSource connection(WireProxy wire) {
        try {
            return new SingleConnectionDataSource(wire.dataSource().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is counted of one call. */
    private record Cost(int statements, int commits, int roundTrips, int messages) {}

    private Cost cost(Runnable call) {
        counting.reset();
        wire.reset();
        call.run();
        return new Cost(counting.executed(), counting.commits(), wire.roundTrips(), wire.messages(Direction.TO_SERVER));
    }

    private void store(List<DocumentUpsert> items, boolean atomic) {
        repository.batchUpsertByExternalId(Environment.LIVE, items, atomic);
    }

    private List<DocumentUpsert> created() {
        return Items.batch("new " + value++ + " ", SIZE, 1);
    }

    private List<DocumentUpsert> changed() {
        return Items.batch("k", SIZE, ++value);
    }

    @BeforeEach
    void warmUp() {
        for (int i = 0; i < WARM_UPS; i++) {
            store(changed(), true);
            repository.upsertByExternalId(Environment.LIVE, Items.item("k0", ++value));
            repository.upsertByExternalId(Environment.LIVE, Items.item("new " + ++value, 1));
        }
    }

    @AfterEach
    void close() {
        connection.destroy();
        wire.close();
    }

    @Test
    @DisplayName("A batch that creates: what is stored, begin and write, commit")
    void creating() {
        for (boolean atomic : List.of(true, false)) {
            assertEquals(new Cost(2, 1, 3, 10), cost(() -> store(created(), atomic)));
        }
    }

    @Test
    @DisplayName("A batch that updates: what is stored, begin and write, commit")
    void updating() {
        for (boolean atomic : List.of(true, false)) {
            assertEquals(new Cost(2, 1, 3, 10), cost(() -> store(changed(), atomic)));
        }
    }

    @Test
    @DisplayName("A replay: what is stored, and no transaction")
    void replaying() {
        var items = changed();
        store(items, true);
        for (boolean atomic : List.of(true, false)) {
            assertEquals(new Cost(1, 0, 1, 3), cost(() -> store(items, atomic)));
        }
        assertEquals(new Cost(1, 0, 1, 3), cost(() -> repository.previewBatchUpsert(Environment.LIVE, items)));
    }

    @Test
    @DisplayName("A single upsert: what is stored, and one statement that is a transaction by itself")
    void single() {
        var item = Items.item("single", 1);
        assertEquals(new Cost(2, 0, 2, 6), cost(() -> repository.upsertByExternalId(Environment.LIVE, item)));
        var other = Items.item("single", 2);
        assertEquals(new Cost(2, 0, 2, 6), cost(() -> repository.upsertByExternalId(Environment.LIVE, other)));
        assertEquals(new Cost(1, 0, 1, 3), cost(() -> repository.upsertByExternalId(Environment.LIVE, other)));
    }

    @Test
    @DisplayName("A batch of which one item differs: that one is written like a single one")
    void mostlyReplayed() {
        var items = new ArrayList<>(changed());
        store(items, true);
        items.set(100, Items.item("k100", ++value));
        assertEquals(new Cost(2, 0, 2, 6), cost(() -> store(items, true)));
    }

    @Test
    @DisplayName("Refused rows are found by halves: some nine statements for each, fewer where they share the way")
    void refused() throws SQLException {
        try (var host = database.getConnection();
                var statement = host.createStatement()) {
            statement.execute("alter table archivero_documents add constraint refuses check (fields <> '"
                    + REFUSED.fields().json() + "')");
        }
        var one = costOfRefused(1);
        assertTrue(one.statements() <= 18 && one.roundTrips() <= 35, one::toString);
        var ten = costOfRefused(10);
        assertTrue(ten.statements() <= 95 && ten.roundTrips() <= 190, ten::toString);
    }

    /** Returns the dearest of some partial batches in which so many items are refused, here or there. */
    private Cost costOfRefused(int count) {
        Cost dearest = new Cost(0, 0, 0, 0);
        for (int first = 0; first < SIZE / count; first += 12) {
            var items = new ArrayList<>(created());
            for (int i = 0; i < count; i++) {
                int place = first + i * SIZE / count;
                items.set(
                        place,
                        items.get(place).toBuilder().fields(REFUSED.fields()).build());
            }
            var cost = cost(() -> {
                var result = repository.batchUpsertByExternalId(Environment.LIVE, items, false);
                assertEquals(count, result.counts().get(ItemOutcome.REFUSED));
                assertEquals(SIZE - count, result.counts().get(ItemOutcome.CREATED));
            });
            if (cost.roundTrips() > dearest.roundTrips()) {
                dearest = cost;
            }
        }
        return dearest;
    }
}
