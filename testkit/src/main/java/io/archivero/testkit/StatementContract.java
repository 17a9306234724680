package io.archivero.testkit;

import static io.archivero.ItemOutcome.CREATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a batch costs: a handful of statements, however many items it has. */
abstract class StatementContract extends JdbcTopic {
    private static final int HANDFUL = 6;

    private final CountingDataSource counting = new CountingDataSource(jdbc.dataSource());
    private final DocumentRepository counted = over(counting);
    private long seed;

    StatementContract(JdbcFixture fixture) {
        super(fixture);
    }

    @Test
    @DisplayName("of a batch that creates do not grow with its items")
    void creating() {
        for (boolean atomic : List.of(true, false)) {
            assertConstant(count -> {
                fixture.clear();
                return executed(items(count, 1), atomic);
            });
        }
    }

    @Test
    @DisplayName("of a batch that updates do not grow with its items")
    void updating() {
        for (boolean atomic : List.of(true, false)) {
            repository.batchUpsertByExternalId(TEST, items(250, ++seed));
            assertConstant(count -> executed(items(count, ++seed), atomic));
        }
    }

    @Test
    @DisplayName("of a replay do not grow with its items")
    void replaying() {
        repository.batchUpsertByExternalId(TEST, items(250, 1));
        assertConstant(count -> executed(items(count, 1), true));
        assertConstant(count -> executed(items(count, 1), false));
    }

    @Test
    @DisplayName("of a replay write nothing")
    void replayWritesNothing() {
        repository.batchUpsertByExternalId(TEST, items(20, 1));
        for (boolean atomic : List.of(true, false)) {
            executed(items(20, 1), atomic);
            assertEquals(
                    List.of(),
                    counting.statements().stream()
                            .filter(StatementContract::writes)
                            .toList());
        }
    }

    @Test
    @DisplayName("of a batch that creates, updates, leaves alone and conflicts do not grow with its items")
    void mixed() {
        assertConstant(count -> {
            fixture.clear();
            repository.batchUpsertByExternalId(TEST, items(count, 1));
            var mixed = IntStream.range(0, count)
                    .mapToObj(i -> switch (i % 4) {
                        case 0 -> item("item " + i).size(1L).build();
                        case 1 -> item("item " + i).size(2L).build();
                        case 2 -> item("new " + i).build();
                        default ->
                            item("item " + i).size(2L).expectedVersion(9L).build();
                    })
                    .toList();
            return executed(mixed, false);
        });
    }

    @Test
    @DisplayName("of a preview do not grow with its items")
    void previewing() {
        repository.batchUpsertByExternalId(TEST, items(125, 1));
        assertConstant(count -> {
            counting.reset();
            counted.previewBatchUpsert(TEST, items(count, 1));
            return counting.executed();
        });
    }

    @Test
    @DisplayName("of a lookup are one, for one key or for many")
    void lookingUp() {
        var document = stored(item("item 0"));
        counting.reset();
        counted.findByExternalId(TEST, "item 0");
        assertEquals(1, counting.executed());
        counted.findAllByExternalId(
                TEST, IntStream.range(0, 250).mapToObj(i -> "item " + i).toList());
        assertEquals(2, counting.executed());
        counted.findById(TEST, document.id());
        assertEquals(3, counting.executed());
        counted.count(TEST, DocumentQuery.all().type("ine"));
        assertEquals(4, counting.executed());
    }

    @Test
    @DisplayName("hold no value: everything is bound")
    void everythingIsBound() {
        var secret = "GEHEIMNIS";
        counting.reset();
        counted.upsertByExternalId(
                TEST,
                item(secret)
                        .fields(JsonObject.of(Map.of("k", secret)))
                        .storagePath(secret)
                        .build());
        counted.findByExternalId(TEST, secret);
        counted.count(TEST, DocumentQuery.all().externalIdPrefix(secret));
        assertTrue(counting.statements().stream().noneMatch(sql -> sql.contains(secret)));
    }

    @Test
    @DisplayName("of a batch are committed at once")
    void committedOnce() {
        for (boolean atomic : List.of(true, false)) {
            counting.reset();
            counted.batchUpsertByExternalId(TEST, items(100, atomic ? 1 : 2), atomic);
            assertEquals(1, counting.commits());
        }
    }

    @Test
    @DisplayName("of a batch with large documents do not grow beyond what their size asks for")
    void largeDocuments() {
        var json = JsonObject.of(Map.of("k", "x".repeat(60_000)));
        var large = new ArrayList<DocumentUpsert>();
        for (var item : items(100, 1)) {
            large.add(item.toBuilder().fields(json).build());
        }
        assertTrue(executed(large, true) <= 4 * HANDFUL);
        assertEquals(CREATED, counted.upsertByExternalId(LIVE, large.get(0)).outcome());
    }

    private static boolean writes(String sql) {
        return Stream.of("insert", "update", "delete", "merge")
                .anyMatch(verb -> sql.strip().startsWith(verb));
    }

    /** Tells how many statements a batch of so many items takes. */
    private interface Cost {
        int of(int items);
    }

    private static void assertConstant(Cost cost) {
        int small = cost.of(4);
        assertEquals(small, cost.of(250), "statements for 4 items and for 250");
        assertTrue(small <= HANDFUL, small + " statements are more than a handful");
    }

    private int executed(List<DocumentUpsert> items, boolean atomic) {
        counting.reset();
        counted.batchUpsertByExternalId(TEST, items, atomic);
        return counting.executed();
    }
}
